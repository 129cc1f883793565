import type { ReportGroup, ReportMeasure } from '../../../../schemas/generated/api.ts';
import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { Bar } from './bars.tsx';
import { colourClass } from './colour.ts';
import { type Drawing, groupName } from './drawing.ts';
import { Legend } from './legend.tsx';
import { downPath } from './line-path.ts';
import { NumberOf } from './number.tsx';
import { bareText, numberText } from './number-text.ts';
import { axisFor, percent, sizeOf } from './scale.ts';
import { runningSums, shareOf } from './share.ts';
import { widthOf } from './text-width.ts';
import { useFirst } from './use-first.tsx';

const MOST = 80;

/** Bars, greatest first, with the share that all so far make up, and where they make up most. */
export function Pareto({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const { measures, groups, totals } = drawing.part;
  const [measure] = measures;
  const { shown, more } = useFirst(groups);
  if (measure === undefined) return null;
  const values = groups.map((group) => group.values[measure.id] ?? null);
  const shares = runningSums(values).map((sum) => shareOf(sum, totals[measure.id] ?? null));
  const most = shares.findIndex((share) => sizeOf(share) >= MOST);
  const said = values.map((value) => numberText(measure.unit, value ?? '0', locale));
  return (
    <>
      <Legend
        series={[
          { id: 'value', title: pick(measure.title, locale) },
          { id: 'share', title: words.share },
        ]}
      />
      <div className="chart-pareto" style={{ '--chart-value': widthOf(said) }}>
        <ol className="chart-pareto-rows">
          {shown.map((group, at) => (
            <ParetoRow
              key={JSON.stringify(group.keys)}
              drawing={drawing}
              measure={measure}
              group={group}
              axis={axisFor(values, 1)}
              share={shares[at]}
              most={at === most}
            />
          ))}
        </ol>
        <RunningLine shares={shares.slice(0, shown.length)} />
      </div>
      {more()}
    </>
  );
}

type ParetoRowProps = {
  readonly drawing: Drawing;
  readonly measure: ReportMeasure;
  readonly group: ReportGroup;
  readonly axis: ReturnType<typeof axisFor>;
  readonly share: string | undefined;
  readonly most: boolean;
};

function ParetoRow({ drawing, measure, group, axis, share, most }: ParetoRowProps) {
  const locale = useLocale();
  const words = useWords(chartWords);
  return (
    <li className={most ? 'chart-pareto-row chart-pareto-most' : 'chart-pareto-row'}>
      <span className="chart-row-name">
        {groupName(drawing, group, locale)}
        {most && <span className="chart-pareto-mark">{words.mostUntilHere}</span>}
      </span>
      <Bar axis={axis} value={group.values[measure.id] ?? null} colour={colourClass(0)} />
      <NumberOf drawing={drawing} measure={measure} group={group} />
      <span className="chart-number soft" title={words.share}>
        <span className="unseen">{words.share}</span>
        {share === undefined ? '—' : bareText('percent', share, locale)}
      </span>
    </li>
  );
}

/** The line of the running share, from the first bar down to the last, and the rule at which most is reached. */
function RunningLine({ shares }: { readonly shares: readonly (string | undefined)[] }) {
  const count = shares.length;
  return (
    <div className="chart-pareto-line" aria-hidden="true">
      <span className="chart-pareto-rule" style={{ insetInlineStart: percent(MOST / 100) }}>
        {MOST}%
      </span>
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        <path className={`chart-stroke ${colourClass(1)}`} d={downPath(shares.map((share) => sizeOf(share) / 100))} />
      </svg>
      {shares.map((share, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a place of the line is its place
          key={at}
          className={`chart-point ${colourClass(1)}`}
          style={{ insetInlineStart: percent(sizeOf(share) / 100), insetBlockStart: percent((at + 0.5) / count) }}
        />
      ))}
    </div>
  );
}
