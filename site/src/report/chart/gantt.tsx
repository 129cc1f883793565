import { formatPlainDate } from '../../i18n/format.ts';
import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import { dayNumber } from './days.ts';
import type { Drawing } from './drawing.ts';
import { spanOf, type TimeSpan } from './gantt-span.ts';
import { Legend } from './legend.tsx';
import { RowLink } from './row-link.tsx';
import { coloursOf, type DatedRow, datedRows } from './rows-of.ts';
import { percent } from './scale.ts';
import { useFirst } from './use-first.tsx';

/** Rows as bars from their first day to their last, with the line of the day that is looked at. */
export function Gantt({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const rows = datedRows(drawing, locale);
  const { shown, more } = useFirst(rows);
  const { asOf } = drawing.words;
  const span = spanOf(rows, asOf);
  const choices = drawing.part.rows ? coloursOf(drawing.part.rows) : [];
  return (
    <>
      <Legend series={choices.map(({ id, title }) => ({ id, title: pick(title, locale) }))} />
      <div className="chart-gantt">
        <div className="chart-gantt-months" aria-hidden="true">
          <div>
            {span.months.map(({ month, at }) => (
              <span key={month} style={{ insetInlineStart: percent(at) }}>
                {month}
              </span>
            ))}
          </div>
        </div>
        <ul className="chart-rows">
          {shown.map((dated) => (
            <GanttRow key={dated.row.id} dated={dated} span={span} asOf={asOf} />
          ))}
        </ul>
        <p className="small soft chart-today-words">
          <span className="chart-today-sign" aria-hidden="true" />
          {`${words.today}${words.is}${formatPlainDate(asOf, locale)}`}
        </p>
      </div>
      {more()}
    </>
  );
}

type GanttRowProps = { readonly dated: DatedRow; readonly span: TimeSpan; readonly asOf: string };

function GanttRow({ dated: { row, name, start, end, colour }, span, asOf }: GanttRowProps) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const said = (date: string) => formatPlainDate(date, locale);
  const days =
    start === undefined
      ? words.noDate
      : end === undefined
        ? words.onwards(said(start))
        : words.until(said(start), said(end));
  const [from, to] = [start && span.at(dayNumber(start)), end ? span.at(dayNumber(end) + 1) : 1];
  return (
    <li className="chart-row">
      <div className="chart-row-head">
        <span className="chart-row-name">
          <RowLink row={row} name={name} />
        </span>
        <span className="small soft">{days}</span>
      </div>
      <span className="chart-track chart-gantt-track" aria-hidden="true">
        {span.months.map(({ month, at }) => (
          <span key={month} className="chart-gantt-rule" style={{ insetInlineStart: percent(at) }} />
        ))}
        {typeof from === 'number' && (
          <span
            className={`chart-bar ${colourClass(Math.max(0, colour))}${end === undefined ? ' chart-bar-open' : ''}`}
            style={{ insetInlineStart: percent(from), inlineSize: percent(Math.max(0, to - from)) }}
          />
        )}
        <span className="chart-today" style={{ insetInlineStart: percent(span.at(dayNumber(asOf))) }} />
      </span>
    </li>
  );
}
