import type { ReportGroup, ReportMeasure } from '../../../../schemas/generated/api.ts';
import { type Locale, pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import { type Drawing, groupName, plotted } from './drawing.ts';
import { NumberOf } from './number.tsx';
import { bareText } from './number-text.ts';
import { percent, sizeOf } from './scale.ts';
import { shareOf } from './share.ts';

type Stage = {
  readonly id: string;
  readonly name: string;
  readonly measure: ReportMeasure;
  readonly group: ReportGroup | undefined;
  readonly value: string | null;
};

/** Stage after stage, each as wide as what reaches it, with the share that goes on between them. */
export function Funnel({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const stages = stagesOf(drawing, locale);
  const most = Math.max(...stages.map(({ value }) => sizeOf(value)), 0);
  return (
    <ol className="chart-funnel">
      {stages.map((stage, at) => (
        <li key={stage.id}>
          <Passing before={stages[at - 1]} stage={stage} first={at > 1 ? stages[0] : undefined} />
          <div className="chart-stage">
            <span className="chart-row-name">{stage.name}</span>
            <NumberOf drawing={drawing} measure={stage.measure} group={stage.group} />
          </div>
          <span className="chart-stage-bar" aria-hidden="true">
            <span
              className={`chart-bar ${colourClass(0)}`}
              style={{ inlineSize: percent(most === 0 ? 0 : Math.max(0, sizeOf(stage.value)) / most) }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Groups are the stages, or without them the measures. */
function stagesOf(drawing: Drawing, locale: Locale): readonly Stage[] {
  const { dimensions, groups, totals } = drawing.part;
  const { drawn } = plotted(drawing.part);
  const [first] = drawn;
  if (dimensions.length === 0 || first === undefined) {
    return drawn.map((measure) => ({
      id: measure.id,
      name: pick(measure.title, locale),
      measure,
      group: undefined,
      value: totals[measure.id] ?? null,
    }));
  }
  return groups.map((group) => ({
    id: JSON.stringify(group.keys),
    name: groupName(drawing, group, locale),
    measure: first,
    group,
    value: group.values[first.id] ?? null,
  }));
}

type PassingProps = {
  readonly before: Stage | undefined;
  readonly stage: Stage;
  readonly first: Stage | undefined;
};

function Passing({ before, stage, first }: PassingProps) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const rate = before && shareOf(stage.value, before.value);
  const whole = first && shareOf(stage.value, first.value);
  if (rate === undefined) return null;
  return (
    <p className="chart-passing small soft">
      <span aria-hidden="true">↓</span> {words.rateTo(bareText('percent', rate, locale))}
      {whole !== undefined && ` · ${words.ofFirst(bareText('percent', whole, locale))}`}
    </p>
  );
}
