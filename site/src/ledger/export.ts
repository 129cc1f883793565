import { dayNumber, parseCivilDate } from '#engine';
import type { LedgerPage, LedgerRowView, PeopleView, UnitNames } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { fieldText } from '../i18n/field-text.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { writeDelimited } from '../sheet/delimited.ts';
import { neutral } from '../sheet/neutral.ts';
import { fileName, saveFile } from '../sheet/save-file.ts';
import { type OutCell, writeXlsx } from '../sheet/xlsx-write.ts';
import { type Look, toQuery } from './query.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Without it spreadsheets take UTF-8 for the code page of the machine. */
const BOM = '\uFEFF';
const PAGE = '100';
/** Rows of one file; more is a matter for filters. */
const MOST_EXPORTED = 10_000;
const WIDTH = 18;
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'rating', 'year']);

type Column = LedgerPage['columns'][string];
/** All rows of a look, with the names of what they mention. */
type Fetched = {
  readonly ledger: LedgerPage;
  readonly rows: readonly LedgerRowView[];
  readonly people: PeopleView;
  readonly units: UnitNames;
};

/** Every row that is shown under a look, as far as one file goes; undefined when the server does not answer. */
export async function fetchAll(id: string, look: Look): Promise<Fetched | undefined> {
  const { hidden: _, ...query } = toQuery(look);
  let cursor: string | undefined;
  let all: Fetched | undefined;
  do {
    const answer = await api.get<LedgerPage>(`/api/ledgers/${encodeURIComponent(id)}/rows`, {
      query: { ...query, cursor, limit: PAGE },
    });
    if (!answer.ok) return undefined;
    const { items, people, units, next } = answer.value;
    all = {
      ledger: answer.value,
      rows: [...(all?.rows ?? []), ...items],
      people: { ...all?.people, ...people },
      units: { ...all?.units, ...units },
    };
    cursor = next;
  } while (cursor !== undefined && all.rows.length < MOST_EXPORTED);
  return all;
}

/** Saves the columns in sight as a CSV or XLSX file. */
export function saveRows(fetched: Fetched, hidden: readonly string[], locale: Locale, kind: 'csv' | 'xlsx'): void {
  const { ledger, rows } = fetched;
  const columns = Object.entries(ledger.columns).filter(([id]) => !hidden.includes(id));
  const headings = columns.map(([, column]) => pick(column.title, locale));
  const title = pick(ledger.title, locale);
  const text = (column: Column, value: unknown) => cellText(column, value, fetched, locale);
  if (kind === 'csv') {
    const lines = rows.map(({ cells }) =>
      columns.map(([id, column]) =>
        NUMBERS.has(column.type) ? text(column, cells[id]) : neutral(text(column, cells[id])),
      ),
    );
    const csv = BOM + writeDelimited([headings.map(neutral), ...lines], ',');
    saveFile(fileName(title, 'csv'), new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    return;
  }
  const lines = rows.map(({ cells }) => columns.map(([id, column]) => outCell(column, text(column, cells[id]))));
  const heads = headings.map((heading): OutCell => ({ kind: 'heading', text: heading }));
  const sheet = { name: title, widths: columns.map(() => WIDTH), rows: [heads, ...lines] };
  saveFile(fileName(title, 'xlsx'), new Blob([writeXlsx([sheet])], { type: XLSX }));
}

/** Plain numbers and ISO dates, so that a spreadsheet can compute with them; titles and names otherwise. */
function cellText(column: Column, value: unknown, { people, units }: Fetched, locale: Locale): string {
  if (value === undefined || value === null) return '';
  if (NUMBERS.has(column.type) || column.type === 'percent' || column.type === 'date') return String(value);
  return fieldText(column, value, { locale, people, units });
}

function outCell({ type }: Column, text: string): OutCell {
  if (text === '') return undefined;
  if (type === 'percent') return { kind: 'percent', text };
  if (NUMBERS.has(type)) return { kind: 'number', text };
  const date = type === 'date' ? parseCivilDate(text) : undefined;
  return date === undefined ? { kind: 'text', text } : { kind: 'date', day: dayNumber(date) };
}
