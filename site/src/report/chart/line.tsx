import { useState } from 'react';
import type { ReportMeasure, ReportPart } from '../../../../schemas/generated/api.ts';
import { IconButton } from '../../components/button.tsx';
import { commonWords } from '../../i18n/common.ts';
import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { type Grid, type GridRow, gridOf } from './grid.ts';
import { LightWord } from './light-word.tsx';
import { LinePlot } from './line-plot.tsx';
import { NumberOf } from './number.tsx';
import { inUnit, unitText } from './number-text.ts';

/** Lines along the first dimension: one picture for each unit, and under it the numbers of the place that is chosen. */
export function Line({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const grids = pictures(drawing.part).map((measures) => ({ measures, grid: gridOf(drawing, measures, locale) }));
  return grids.map(({ measures, grid }) => (
    <figure key={measures[0]?.id} className="chart-line">
      <Caption measures={measures} alone={grids.length === 1} />
      <Lines drawing={drawing} grid={grid} />
    </figure>
  ));
}

/** Measures that share a picture: those of one unit, or each alone where the last dimension gives the lines. */
function pictures({ dimensions, measures }: ReportPart): readonly (readonly ReportMeasure[])[] {
  if (dimensions.length > 1) return measures.map((measure) => [measure]);
  const units = [...new Set(measures.map(({ unit }) => unit))];
  return units.map((unit) => measures.filter((measure) => measure.unit === unit));
}

/** What stands upwards; a single picture needs no more than its unit. */
function Caption({ measures, alone }: { readonly measures: readonly ReportMeasure[]; readonly alone: boolean }) {
  const locale = useLocale();
  const { listMark } = useWords(commonWords);
  const unit = measures[0]?.unit ?? 'number';
  const titles = measures.map(({ title }) => pick(title, locale)).join(listMark);
  const said = alone ? unitText(unit, locale) : inUnit(titles, unit, locale);
  return said === '' ? null : <figcaption className="small soft">{said}</figcaption>;
}

function Lines({ drawing, grid }: { readonly drawing: Drawing; readonly grid: Grid }) {
  const last = grid.rows.length - 1;
  const [chosen, setChosen] = useState(last);
  const at = Math.min(chosen, last);
  const row = grid.rows[at];
  if (row === undefined) return null;
  return (
    <>
      <LinePlot grid={grid} chosen={at} dimension={drawing.part.dimensions[0]} />
      <Slider grid={grid} at={at} onChoose={setChosen} />
      <div className="chart-read">
        <Stepper grid={grid} at={at} onChoose={setChosen} />
        <Readout drawing={drawing} row={row} />
      </div>
    </>
  );
}

type ChooserProps = { readonly grid: Grid; readonly at: number; readonly onChoose: (at: number) => void };

/** Which place of the line is read: dragged under the picture, */
function Slider({ grid: { rows }, at, onChoose }: ChooserProps) {
  const words = useWords(chartWords);
  if (rows.length < 2) return null;
  return (
    <input
      className="chart-slider"
      type="range"
      min={0}
      max={rows.length - 1}
      value={at}
      aria-label={words.period}
      aria-valuetext={rows[at]?.name}
      onInput={(event) => onChoose(Number(event.currentTarget.value))}
    />
  );
}

/** or stepped through. */
function Stepper({ grid: { rows }, at, onChoose }: ChooserProps) {
  const words = useWords(chartWords);
  const last = rows.length - 1;
  const name = rows[at]?.name ?? '';
  if (last < 1) return <p className="chart-chosen">{name}</p>;
  return (
    <div className="chart-stepper">
      <IconButton icon="left" label={words.earlier} disabled={at === 0} onClick={() => onChoose(at - 1)} />
      <p className="chart-chosen" aria-live="polite">
        {name}
      </p>
      <IconButton icon="right" label={words.later} disabled={at === last} onClick={() => onChoose(at + 1)} />
    </div>
  );
}

/** The numbers of the chosen place, which is the legend as well. */
function Readout({ drawing, row }: { readonly drawing: Drawing; readonly row: GridRow }) {
  return (
    <ul className="chart-parts chart-parts-open">
      {row.cells.map(({ series, group }, at) => (
        <li key={series.id}>
          <span className={`chart-swatch ${colourClass(at)}`} aria-hidden="true" />
          <span>{series.title}</span>
          {group ? (
            <>
              <NumberOf drawing={drawing} measure={series.measure} group={group} />
              <LightWord measure={series.measure} value={group.values[series.measure.id] ?? null} />
            </>
          ) : (
            <span className="chart-number soft">—</span>
          )}
        </li>
      ))}
    </ul>
  );
}
