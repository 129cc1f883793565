import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { formatPlainDate } from '../../i18n/format.ts';
import { pick } from '../../i18n/locale.ts';
import { periodName } from '../../i18n/period-name.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import { daysOf, monthMoved, weekdayOf } from './days.ts';
import type { Drawing } from './drawing.ts';
import { Legend } from './legend.tsx';
import { RowLink } from './row-link.tsx';
import { coloursOf, type DatedRow, datedRows } from './rows-of.ts';

/** Rows on the days of a month; on a phone only the days that have any. */
export function MonthGrid({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const { asOf } = drawing.words;
  const [month, setMonth] = useState(asOf.slice(0, 7));
  const rows = datedRows(drawing, locale);
  const here = rows.filter(({ start }) => start?.startsWith(month));
  const choices = drawing.part.rows ? coloursOf(drawing.part.rows) : [];
  const undated = rows.filter(({ start }) => start === undefined);
  return (
    <>
      <div className="chart-stepper">
        <IconButton icon="left" label={words.monthBefore} onClick={() => setMonth(monthMoved(month, -1))} />
        <p className="chart-chosen" aria-live="polite">
          {periodName(month, locale)}
        </p>
        <IconButton icon="right" label={words.monthAfter} onClick={() => setMonth(monthMoved(month, 1))} />
      </div>
      <Legend series={choices.map(({ id, title }) => ({ id, title: pick(title, locale) }))} />
      {here.length === 0 && <p className="soft">{words.nothingThisMonth}</p>}
      <ol className="chart-month">
        {words.weekdays.map((name) => (
          <li key={name} className="chart-weekday" aria-hidden="true">
            {name}
          </li>
        ))}
        {daysOf(month).map((day) => (
          <Day key={day} day={day} today={day === asOf} rows={here.filter(({ start }) => start === day)} />
        ))}
      </ol>
      {undated.length > 0 && (
        <div className="chart-undated">
          <p className="small soft">{words.noDate}</p>
          <Items rows={undated} />
        </div>
      )}
    </>
  );
}

type DayProps = { readonly day: string; readonly today: boolean; readonly rows: readonly DatedRow[] };

function Day({ day, today, rows }: DayProps) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const classes = ['chart-day', rows.length === 0 && 'chart-day-empty', today && 'chart-day-today'];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      style={{ '--chart-weekday': String(weekdayOf(day)) }}
      aria-current={today ? 'date' : undefined}
    >
      <time dateTime={day} title={formatPlainDate(day, locale)}>
        {Number(day.slice(8))}
        <span className="chart-day-weekday">{words.weekdays[weekdayOf(day) - 1]}</span>
      </time>
      {rows.length > 0 && <Items rows={rows} />}
    </li>
  );
}

const Items = ({ rows }: { readonly rows: readonly DatedRow[] }) => (
  <ul>
    {rows.map(({ row, name, colour }) => (
      <li key={row.id} className="chart-day-item">
        {colour >= 0 && <span className={`chart-swatch ${colourClass(colour)}`} aria-hidden="true" />}
        <RowLink row={row} name={name} />
      </li>
    ))}
  </ul>
);
