import type { ReportMeasure } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { pick } from '../i18n/locale.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { indicatorLimits } from './indicator-limits.ts';

/** How the indicators of a part are computed, from what, and when they are well: as the dictionary says. */
export function IndicatorNotes({ measures }: { readonly measures: readonly ReportMeasure[] }) {
  const words = useWords(reportWords);
  const shown = measures.filter(({ indicator }) => indicator !== undefined);
  if (shown.length === 0) return null;
  return (
    <details className="report-indicators">
      <summary>{words.indicators}</summary>
      <dl>
        {shown.map((measure) => (
          <Indicator key={measure.id} measure={measure} />
        ))}
      </dl>
    </details>
  );
}

function Indicator({ measure }: { readonly measure: ReportMeasure }) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const { listMark, sentenceMark } = useWords(commonWords);
  const { indicator } = measure;
  if (indicator === undefined) return null;
  const sources = indicator.source.map(({ title }) => pick(title, locale)).join(listMark);
  const limits = indicatorLimits(measure, words, locale);
  const said = [
    words.formula(pick(indicator.says, locale)),
    ...(indicator.direction === undefined ? [] : [words[indicator.direction]]),
    ...(limits === undefined ? [] : [limits]),
    words.from(sources),
  ];
  return (
    <div>
      <dt>{pick(measure.title, locale)}</dt>
      <dd>{said.join(sentenceMark)}</dd>
    </div>
  );
}
