import type { ReportMeasure } from '../../../../schemas/generated/api.ts';
import { useLocale } from '../../i18n/use-locale.tsx';
import { namedCircles } from './bubble-labels.ts';
import { colourClass } from './colour.ts';
import type { GridRow } from './grid.ts';
import { roundText } from './number-text.ts';
import { axisFor, percent, sizeOf } from './scale.ts';

const TICKS = 4;
const SMALLEST = 22;
const LARGEST = 56;

type CirclesProps = {
  readonly rows: readonly GridRow[];
  readonly across: ReportMeasure;
  readonly upwards: ReportMeasure;
  readonly size: ReportMeasure | undefined;
};

/** The picture alone; each circle has the number of its row. */
export function Circles({ rows, across, upwards, size }: CirclesProps) {
  const locale = useLocale();
  const left = axisFor(
    rows.map((row) => valueIn(row, across)),
    TICKS,
  );
  const up = axisFor(
    rows.map((row) => valueIn(row, upwards)),
    TICKS,
  );
  const most = Math.max(...rows.map((row) => sizeOf(valueIn(row, size))), 0);
  const circles = rows.flatMap((row, at) => {
    const [x, y] = [valueIn(row, across), valueIn(row, upwards)];
    if (x === null || y === null) return [];
    const { id, name } = row;
    return [{ id, name, number: at + 1, x: left.of(x), y: up.of(y), size: diameter(sizeOf(valueIn(row, size)), most) }];
  });
  const named = namedCircles(circles);
  return (
    <div className="chart-plot chart-plot-circles" aria-hidden="true">
      <ol className="chart-ticks-up">
        {up.ticks.map(({ text, at }) => (
          <li key={text} style={{ insetBlockEnd: percent(at) }}>
            {roundText(upwards.unit, text, locale)}
          </li>
        ))}
      </ol>
      <div className="chart-field">
        {up.ticks.map(({ text, at }) => (
          <span key={text} className="chart-rule" style={{ insetBlockEnd: percent(at) }} />
        ))}
        {circles.map(({ id, name, number, x, y, size: wide }, at) => (
          <span
            key={id}
            className={`chart-bubble ${colourClass(0)}`}
            style={{ insetInlineStart: percent(x), insetBlockEnd: percent(y), '--chart-bubble': `${wide}px` }}
          >
            {number}
            {named.has(at) && <span className="chart-bubble-name">{name}</span>}
          </span>
        ))}
      </div>
      <ol className="chart-ticks-across">
        {left.ticks.map(({ text, at }) => (
          <li key={text} style={{ insetInlineStart: percent(at) }}>
            {roundText(across.unit, text, locale)}
          </li>
        ))}
      </ol>
    </div>
  );
}

const valueIn = ({ group }: GridRow, measure: ReportMeasure | undefined): string | null =>
  (measure && group?.values[measure.id]) ?? null;

/** The area tells the size, so that twice as much looks twice as much. */
const diameter = (size: number, most: number): number =>
  Math.round(most === 0 ? SMALLEST : Math.max(SMALLEST, LARGEST * Math.sqrt(Math.max(0, size) / most)));
