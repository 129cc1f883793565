import type { ReportDimension } from '../../../../schemas/generated/api.ts';
import { useLocale } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import { isPeriod } from './drawing.ts';
import type { Grid, GridRow } from './grid.ts';
import { bridgePath, linePath, placeOf, tickStep } from './line-path.ts';
import { roundText } from './number-text.ts';
import { type Axis, axisFor, numberIn, numbersIn, percent } from './scale.ts';

const TICKS = 4;

type LinePlotProps = {
  readonly grid: Grid;
  readonly chosen: number;
  readonly dimension: ReportDimension | undefined;
};

/** The picture alone: lines stretch to any width, texts stand beside them and keep their size. */
export function LinePlot({ grid, chosen, dimension }: LinePlotProps) {
  const locale = useLocale();
  const { series, rows } = grid;
  const axis = axisFor(numbersIn(grid), TICKS);
  const unit = series[0]?.measure.unit ?? 'number';
  return (
    <div className="chart-plot" aria-hidden="true">
      <ol className="chart-ticks-up">
        {axis.ticks.map(({ text, at }) => (
          <li key={text} style={{ insetBlockEnd: percent(at) }}>
            {roundText(unit, text, locale)}
          </li>
        ))}
      </ol>
      <div className="chart-field">
        {axis.ticks.map(({ text, at }) => (
          <span key={text} className="chart-rule" style={{ insetBlockEnd: percent(at) }} />
        ))}
        <span className="chart-cursor" style={{ insetInlineStart: percent(placeOf(chosen, rows.length)) }} />
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          {series.map((each, at) => {
            const heights = rows.map(({ cells }) => heightOf(axis, numberIn(each.measure, cells[at]?.group)));
            return (
              <g key={each.id} className={colourClass(at)}>
                <path className="chart-stroke" d={linePath(heights)} />
                <path className="chart-stroke chart-bridge" d={bridgePath(heights)} />
              </g>
            );
          })}
        </svg>
        {rows.map((row, at) => (
          <Points key={row.id} row={row} axis={axis} left={percent(placeOf(at, rows.length))} chosen={at === chosen} />
        ))}
      </div>
      <PlaceNames rows={rows} dimension={dimension} />
    </div>
  );
}

const heightOf = (axis: Axis, value: string | null): number | null => (value === null ? null : axis.of(value));

type PointsProps = { readonly row: GridRow; readonly axis: Axis; readonly left: string; readonly chosen: boolean };

const Points = ({ row, axis, left, chosen }: PointsProps) =>
  row.cells.map(({ series, group }, at) => {
    const height = heightOf(axis, numberIn(series.measure, group));
    if (height === null) return null;
    return (
      <span
        key={series.id}
        className={`chart-point ${colourClass(at)}${chosen ? ' chart-point-chosen' : ''}`}
        style={{ insetInlineStart: left, insetBlockEnd: percent(height) }}
      />
    );
  });

const FEW = 4;
const MORE = 8;

/** The names of some places, fewer of them where there is little room. */
function PlaceNames({ rows, dimension }: { readonly rows: readonly GridRow[] } & Pick<LinePlotProps, 'dimension'>) {
  const written = dimension !== undefined && isPeriod(dimension);
  const [few, more] = [tickStep(rows.length, FEW), tickStep(rows.length, MORE)];
  return (
    <ol className="chart-ticks-across">
      {rows.map(({ id, name, keys }, at) => {
        const narrow = at % few === 0;
        const wide = at % more === 0;
        if (!narrow && !wide) return null;
        const room = narrow && wide ? '' : narrow ? 'chart-when-narrow' : 'chart-when-wide';
        return (
          <li key={id} className={room} style={sideOf(at, rows.length)}>
            {written ? String(keys[0] ?? name) : name}
          </li>
        );
      })}
    </ol>
  );
}

/** A name stands in the middle under its place, the last one ends with the picture. */
const sideOf = (at: number, of: number) =>
  of > 1 && at === of - 1
    ? { insetInlineEnd: '-8px', translate: 'none' }
    : { insetInlineStart: percent(placeOf(at, of)) };
