import { useState } from 'react';
import { add, type Decimal, parseDecimal, toPlain } from '#engine';
import { IconButton } from '../../components/button.tsx';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { Beside } from './bars.tsx';
import { colourClass } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { type Cell, drawnGrid, type GridRow } from './grid.ts';
import { Legend } from './legend.tsx';
import { NumberOf } from './number.tsx';
import { numberText } from './number-text.ts';
import { axisOf, percent } from './scale.ts';
import { stackOf } from './stack.ts';
import { widthOf } from './text-width.ts';
import { useFirst } from './use-first.tsx';

/** Bars of parts one after the other; what each part comes to stands under its bar. */
export function StackedBars({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const { series, rows, beside } = drawnGrid(drawing, locale);
  const { shown, more } = useFirst(rows);
  const ends = rows.map(stackOf);
  const axis = axisOf(Math.min(0, ...ends.map(({ least }) => least)), Math.max(0, ...ends.map(({ most }) => most)), 1);
  const totals = rows.map((row) => totalText(row, locale));
  return (
    <>
      <Legend series={series} />
      <ul className="chart-rows" style={{ '--chart-value': widthOf(totals) }}>
        {shown.map((row) => (
          <StackRow
            key={row.id}
            row={row}
            drawing={drawing}
            total={totalText(row, locale)}
            at={(size) => axis.of(String(size))}
          >
            <Beside drawing={drawing} row={row} measures={row.group ? beside : []} />
          </StackRow>
        ))}
      </ul>
      {more()}
    </>
  );
}

/** All parts of a row added up, exactly. */
function totalText({ cells }: GridRow, locale: Parameters<typeof numberText>[2]): string {
  const unit = cells[0]?.series.measure.unit ?? 'number';
  const numbers = cells.flatMap(({ series, group }) => parseDecimal(group?.values[series.measure.id] ?? '') ?? []);
  const sum = numbers.reduce<Decimal | undefined>(
    (before, number) => (before ? add(before, number) : number),
    undefined,
  );
  return numberText(unit, sum ? toPlain(sum) : '0', locale);
}

type StackRowProps = {
  readonly drawing: Drawing;
  readonly row: GridRow;
  readonly total: string;
  readonly at: (size: number) => number;
  readonly children: React.ReactNode;
};

function StackRow({ drawing, row, total, at, children }: StackRowProps) {
  const words = useWords(chartWords);
  const [open, setOpen] = useState(false);
  const parts = row.cells.filter(({ series, group }) => (group?.values[series.measure.id] ?? '0') !== '0');
  return (
    <li className="chart-row chart-stack">
      <div className="chart-row-head">
        <span className="chart-row-name">{row.name}</span>
        {children}
        {parts.length > 0 && (
          <IconButton
            icon={open ? 'up' : 'down'}
            label={words.details(row.name)}
            className="chart-fold"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
      </div>
      <div className="chart-row-bars">
        <div className="chart-bar-line">
          <span className="chart-track" aria-hidden="true">
            {stackOf(row).segments.map(({ series, from, to }) => (
              <span
                key={series}
                className={`chart-bar ${colourClass(row.cells.findIndex((cell) => cell.series.id === series))}`}
                style={{ insetInlineStart: percent(at(from)), inlineSize: percent(at(to) - at(from)) }}
              />
            ))}
          </span>
          <span className="chart-number">{total}</span>
        </div>
        {parts.length > 0 && (
          <ul className={open ? 'chart-parts chart-parts-open' : 'chart-parts'}>
            {parts.map((cell) => (
              <Part key={cell.series.id} drawing={drawing} cell={cell} at={row.cells.indexOf(cell)} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Part({ drawing, cell, at }: { readonly drawing: Drawing; readonly cell: Cell; readonly at: number }) {
  return (
    <li>
      <span className={`chart-swatch ${colourClass(at)}`} aria-hidden="true" />
      <span>{cell.series.title}</span>
      <NumberOf drawing={drawing} measure={cell.series.measure} group={cell.group} />
    </li>
  );
}
