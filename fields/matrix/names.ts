import type { Words } from '../../schemas/generated/api.ts';
import type { MatrixField } from '../../schemas/generated/process.ts';
import { optionsOf } from '../../site/src/fields/options.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { type Locale, pick } from '../../site/src/i18n/locale.ts';
import { matrixColumns } from './kind-layout.ts';

type Line = { readonly id: string; readonly title: string };

/** The columns as they are headed. */
export function columnsOf(field: MatrixField, locale: Locale): readonly Line[] {
  const words = formWords[locale];
  const { columns } = field;
  if (typeof columns !== 'string')
    return optionsOf(columns).map(({ id, title }) => ({ id, title: pick(title, locale) }));
  const name = columns === 'months' ? words.monthOfYear : words.quarterOfYear;
  return matrixColumns(field).map((id, index) => ({ id, title: name(index + 1) }));
}

/** Titles of units, as far as the page knows them. */
export type UnitTitles = readonly { readonly id: string; readonly title: Words }[];

export function rowsOf({ rows }: MatrixField, units: UnitTitles, locale: Locale): readonly Line[] {
  return (rows === 'units' ? units : optionsOf(rows)).map(({ id, title }) => ({ id, title: pick(title, locale) }));
}

const titleOf = (lines: readonly Line[], id: string): string => lines.find((line) => line.id === id)?.title ?? id;

/** One cell in words: 华南 · 3月. */
export const cellName = (field: MatrixField, row: string, column: string, locale: Locale): string =>
  `${titleOf(rowsOf(field, [], locale), row)} · ${titleOf(columnsOf(field, locale), column)}`;
