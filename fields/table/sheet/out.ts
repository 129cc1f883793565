import { dayNumber, parseCivilDate } from '#engine';
import type { Column } from '../../../schemas/generated/process.ts';
import { fieldText } from '../../../site/src/i18n/field-text.ts';
import { type Locale, pick } from '../../../site/src/i18n/locale.ts';
import type { OutCell } from '../../../site/src/sheet/xlsx-write.ts';
import { fromYuan } from '../../money/ten-thousand.ts';
import { referenceTitle } from '../../reference/title.ts';
import type { TableSource } from '../use-table.ts';
import { shownColumns } from './paste.ts';
import { columnFieldOf, tableNow } from './table-now.ts';

export type OutColumn = { readonly id: string; readonly column: Column };

/** The columns in sight. */
export const outColumns = ({ store, place, field }: TableSource): readonly OutColumn[] =>
  shownColumns(tableNow(store, place)).map((node) => ({ id: node.id, column: columnFieldOf(field, node) }));

export const headingsOf = (columns: readonly OutColumn[], locale: Locale): readonly string[] =>
  columns.map(({ column }) => pick(column.title, locale));

type Naming = Pick<TableSource, 'store' | 'directory' | 'ledgers' | 'locale'>;

const NUMBERS: ReadonlySet<Column['type']> = new Set(['integer', 'decimal', 'money', 'rating', 'year']);

export const isNumberColumn = ({ type }: Column): boolean => NUMBERS.has(type) || type === 'percent';

/** A value as a spreadsheet takes it and as it can be read back: plain numbers, ISO dates, titles and names. */
export function cellText(column: Column, value: unknown, { store, directory, ledgers, locale }: Naming): string {
  if (value === undefined || value === null) return '';
  const { type } = column;
  if (type === 'percent') return `${String(value)}%`;
  if (type === 'money' && column.unit === 'tenThousand') return fromYuan(String(value));
  if (NUMBERS.has(type) || type === 'date' || type === 'month' || type === 'quarter') return String(value);
  if (type === 'dateTime') return String(value).replace('T', ' ');
  if (type === 'week' || type === 'phone' || type === 'identityCode' || type === 'companyCode') return String(value);
  if (type === 'reference' && 'ledger' in column.to) {
    const id = String(value);
    return referenceTitle(id, store.facts().references[id], ledgers[column.to.ledger], locale);
  }
  const units = Object.fromEntries((directory.units() ?? []).map(({ id, title }) => [id, title]));
  return fieldText(column, value, { locale, people: directory.people(), units });
}

/** The same as a cell of an XLSX file: numbers and dates are what they are, everything else is text. */
export function outCell(column: Column, value: unknown, naming: Naming): OutCell {
  const text = cellText(column, value, naming);
  if (text === '') return undefined;
  if (column.type === 'percent') return { kind: 'percent', text: text.slice(0, -1) };
  if (NUMBERS.has(column.type)) return { kind: 'number', text };
  const date = column.type === 'date' ? parseCivilDate(text) : undefined;
  return date === undefined ? { kind: 'text', text } : { kind: 'date', day: dayNumber(date) };
}
