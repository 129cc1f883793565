import type { ReportMeasure } from '../../../../schemas/generated/api.ts';
import { pick } from '../../i18n/locale.ts';
import { useLocale } from '../../i18n/use-locale.tsx';
import type { Drawing } from './drawing.ts';
import { columnsFor } from './even-columns.ts';
import { LightWord } from './light-word.tsx';
import { NumberOf } from './number.tsx';

/** Single numbers beside each other. */
export function FigureTiles({
  drawing,
  measures = drawing.part.measures,
}: {
  readonly drawing: Drawing;
  readonly measures?: readonly ReportMeasure[];
}) {
  const locale = useLocale();
  return (
    <dl className="chart-figures" style={columnsFor(measures.length)}>
      {measures.map((measure) => (
        <div key={measure.id} className="chart-figure">
          <dt>{pick(measure.title, locale)}</dt>
          <dd>
            <NumberOf drawing={drawing} measure={measure} />
            <LightWord measure={measure} value={drawing.part.totals[measure.id] ?? null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
