import type { Column } from '../../../schemas/generated/process.ts';
import type { SheetForm, TableField } from './sheet-forms.ts';

export type SheetLayout = 'portrait' | 'landscape';

/** Room a column takes on paper, in widths of a date. */
const ROOM: Partial<Record<Column['type'], number>> = { text: 2, longText: 3, region: 2, email: 2, link: 2 };

/** Kinds whose values are read as one word. */
const SHORT: ReadonlySet<Column['type']> = new Set(['date', 'month', 'quarter', 'year', 'time', 'person', 'flag']);
export const isShort = ({ type }: Column): boolean => SHORT.has(type);

export const tableWidth = ({ columns }: TableField): number =>
  Object.values<Column>(columns).reduce((sum, { type }) => sum + (ROOM[type] ?? 1), 0);

/** Room the widest table of the forms takes; 0 without tables. */
export const widestTable = (forms: readonly SheetForm[]): number =>
  forms
    .flatMap(({ bands }) => bands.flatMap(({ rows }) => rows))
    .reduce((widest, row) => (row.kind === 'table' ? Math.max(widest, tableWidth(row.field)) : widest), 0);
