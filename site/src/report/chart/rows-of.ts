import type { Column, Option, ReportPart, ReportRow } from '../../../../schemas/generated/api.ts';
import { commonWords } from '../../i18n/common.ts';
import { fieldText } from '../../i18n/field-text.ts';
import { type Locale, pick } from '../../i18n/locale.ts';
import type { Drawing } from './drawing.ts';

/** A row with its days, for pictures along the calendar. */
export type DatedRow = {
  readonly row: ReportRow;
  readonly name: string;
  /** `YYYY-MM-DD`; undefined where the row says none. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** The place of its choice among all there are, -1 without one. */
  readonly colour: number;
};

export type Rows = NonNullable<ReportPart['rows']>;

/** The column that names a row: the first that is none of its days. */
export function nameColumn({ columns, start, end, colour }: Rows): string | undefined {
  const ids = Object.keys(columns);
  return ids.find((id) => id !== start && id !== end && id !== colour) ?? ids[0];
}

export function datedRows({ part, words }: Drawing, locale: Locale): readonly DatedRow[] {
  const { rows } = part;
  if (rows === undefined) return [];
  const name = nameColumn(rows);
  return rows.items.map((row) => ({
    row,
    name: (name && cellText(rows, row, name, words, locale)) || row.number || commonWords[locale].none,
    start: dayOf(cellOf(row, rows.start)),
    end: dayOf(cellOf(row, rows.end)),
    colour: coloursOf(rows).findIndex(({ id }) => id === cellOf(row, rows.colour)),
  }));
}

/** The choices that give rows their colour. */
export function coloursOf({ columns, colour }: Rows): readonly Option[] {
  const column = colour === undefined ? undefined : columns[colour];
  return column && 'options' in column && Array.isArray(column.options) ? column.options : [];
}

const cellOf = ({ cells }: ReportRow, column: string | undefined): unknown =>
  column === undefined ? undefined : cells[column];

/** The day of a date or of a moment. */
const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined;

function cellText(rows: Rows, row: ReportRow, id: string, words: Drawing['words'], locale: Locale): string {
  const column: Column | undefined = rows.columns[id];
  const value = row.cells[id];
  const known = typeof value === 'string' && column?.type !== 'choice' ? words.names[value] : undefined;
  if (known !== undefined) return pick(known, locale);
  return column ? fieldText(column, value, { locale, people: words.people, units: words.units, compact: true }) : '';
}
