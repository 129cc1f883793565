import type { ReportGroup, ReportMeasure } from '../../../../schemas/generated/api.ts';
import { commonWords } from '../../i18n/common.ts';
import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { type Drawing, groupName } from './drawing.ts';
import { bareText, numberText } from './number-text.ts';

export interface NumberProps {
  readonly drawing: Drawing;
  readonly measure: ReportMeasure;
  /** The number of this group; of all together without it. */
  readonly group?: ReportGroup | undefined;
  /** The unit stands elsewhere. */
  readonly bare?: boolean;
  /** Digits after the point that its neighbours have. */
  readonly places?: number | undefined;
}

/** A number. What opens is pressed to see the rows behind it. */
export function NumberOf({ drawing, measure, group, bare = false, places }: NumberProps) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const { none } = useWords(commonWords);
  const value = (group?.values ?? drawing.part.totals)[measure.id] ?? null;
  if (value === null) return <span className="chart-number soft">{none}</span>;
  const whole = numberText(measure.unit, value, locale);
  const text = bare ? bareText(measure.unit, value, locale, places) : whole;
  if (!measure.opens) return <span className="chart-number">{text}</span>;
  const of = [...(group ? [groupName(drawing, group, locale)] : []), pick(measure.title, locale)].join(' / ');
  return (
    <button
      type="button"
      className="chart-number chart-opens"
      aria-label={`${of}${words.is}${whole}`}
      onClick={() => drawing.open(measure.id, group?.keys)}
    >
      {text}
    </button>
  );
}
