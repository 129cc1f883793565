import type { ReportMeasure } from '../../../../schemas/generated/api.ts';
import { pick } from '../../i18n/locale.ts';
import { useLocale } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import { type Drawing, plotted } from './drawing.ts';
import { byMeasure, type Cell, type Grid, type GridRow, gridOf } from './grid.ts';
import { Legend } from './legend.tsx';
import { LightWord } from './light-word.tsx';
import { NumberOf } from './number.tsx';
import { numberText } from './number-text.ts';
import { type Axis, axisFor, numberIn, numbersIn, percent, sizeOf } from './scale.ts';
import { widthOf } from './text-width.ts';
import { useFirst } from './use-first.tsx';

/** Lying bars, so that long names have room; measures of another unit stand as numbers beside the name. */
export function Bars({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const { drawn, beside } = plotted(drawing.part);
  const grid = drawn.length > 1 ? byMeasure(drawing, drawn, locale) : gridOf(drawing, drawn, locale);
  const { shown, more } = useFirst(grid.rows);
  const axis = axisFor(numbersIn(grid), 1);
  return (
    <>
      <Legend series={grid.series} />
      <ul className="chart-rows" style={{ '--chart-value': widthOf(saidIn(grid, locale)) }}>
        {shown.map((row) => (
          <BarRow key={row.id} drawing={drawing} row={row} axis={axis} beside={beside} />
        ))}
      </ul>
      {more()}
    </>
  );
}

/** All numbers of a grid as they are read: the widest of them says how much room they need. */
const saidIn = (grid: Grid, locale: Parameters<typeof numberText>[2]): readonly string[] =>
  grid.rows.flatMap(({ cells }) =>
    cells.map(({ series, group }) => numberText(series.measure.unit, numberIn(series.measure, group) ?? '0', locale)),
  );

type BarRowProps = {
  readonly drawing: Drawing;
  readonly row: GridRow;
  readonly axis: Axis;
  readonly beside: readonly ReportMeasure[];
};

function BarRow({ drawing, row, axis, beside }: BarRowProps) {
  const cells = row.group === undefined ? row.cells.filter(({ group }) => group !== undefined) : row.cells;
  const colourOf = (cell: Cell) => colourClass(row.cells.indexOf(cell));
  return (
    <li className="chart-row">
      <div className="chart-row-head">
        <span className="chart-row-name">{row.name}</span>
        {row.group && <Beside drawing={drawing} row={row} measures={beside} />}
      </div>
      <div className="chart-row-bars">
        {(cells.length === 0 ? row.cells.slice(0, 1) : cells).map((cell) => (
          <div key={cell.series.id} className="chart-bar-line">
            <Bar axis={axis} value={numberIn(cell.series.measure, cell.group)} colour={colourOf(cell)} />
            {cell.group ? (
              <NumberOf drawing={drawing} measure={cell.series.measure} group={cell.group} />
            ) : (
              <Nothing measure={cell.series.measure} />
            )}
          </div>
        ))}
      </div>
    </li>
  );
}

function Nothing({ measure }: { readonly measure: ReportMeasure }) {
  const locale = useLocale();
  const value = numberIn(measure, undefined);
  return <span className="chart-number soft">{value === null ? '—' : numberText(measure.unit, value, locale)}</span>;
}

/** The numbers of other units, each with its name and light. */
export function Beside({
  drawing,
  row,
  measures,
}: Pick<BarRowProps, 'drawing' | 'row'> & { readonly measures: readonly ReportMeasure[] }) {
  const locale = useLocale();
  return measures.map((measure) => (
    <span key={measure.id} className="chart-beside">
      <span className="soft">{pick(measure.title, locale)}</span>
      <NumberOf drawing={drawing} measure={measure} group={row.group} />
      <LightWord measure={measure} value={row.group?.values[measure.id] ?? null} />
    </span>
  ));
}

type BarProps = { readonly axis: Axis; readonly value: string | null; readonly colour: string };

/** A bar from zero to its number, to the left when it is negative. */
export function Bar({ axis, value, colour }: BarProps) {
  const [zero, end] = [axis.of('0'), axis.of(value)];
  return (
    <span className="chart-track" aria-hidden="true">
      {zero > 0 && <span className="chart-zero" style={{ insetInlineStart: percent(zero) }} />}
      {sizeOf(value) !== 0 && (
        <span
          className={`chart-bar ${colour}`}
          style={{ insetInlineStart: percent(Math.min(zero, end)), inlineSize: percent(Math.abs(end - zero)) }}
        />
      )}
    </span>
  );
}
