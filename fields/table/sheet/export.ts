import { rowsOf } from '#engine';
import { optionsOf } from '../../../site/src/fields/options.ts';
import { type Locale, pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { writeDelimited } from '../../../site/src/sheet/delimited.ts';
import { neutral } from '../../../site/src/sheet/neutral.ts';
import { fileName, saveFile } from '../../../site/src/sheet/save-file.ts';
import { type OutCell, type OutSheet, writeXlsx } from '../../../site/src/sheet/xlsx-write.ts';
import type { TableSource } from '../use-table.ts';
import { isWritable } from './block.ts';
import { cellText, headingsOf, isNumberColumn, type OutColumn, outCell, outColumns } from './out.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Without it spreadsheets take UTF-8 for the code page of the machine. */
const BOM = '\uFEFF';
const WIDE = 30;
const NARROW = 14;

const rowsOfTable = ({ store, place }: TableSource) => rowsOf(store.value(place));
const titleOf = ({ field, locale }: TableSource): string => pick(field.title, locale);

/** Texts cannot become formulas; numbers stay numbers. */
export function csvOf(source: TableSource): string {
  const columns = outColumns(source);
  const lines = rowsOfTable(source).map((row) =>
    columns.map(({ id, column }) => {
      const text = cellText(column, row[id], source);
      return isNumberColumn(column) ? text : neutral(text);
    }),
  );
  return BOM + writeDelimited([headingsOf(columns, source.locale).map(neutral), ...lines], ',');
}

export function xlsxOf(source: TableSource): Uint8Array<ArrayBuffer> {
  const columns = outColumns(source);
  const rows = rowsOfTable(source).map((row) => columns.map(({ id, column }) => outCell(column, row[id], source)));
  return writeXlsx([sheetOf(source, columns, rows)]);
}

/** Headings of the columns one fills in, with what may be chosen on a second sheet and as lists in the cells. */
export function templateOf(source: TableSource): Uint8Array<ArrayBuffer> {
  const { store, place, locale } = source;
  const nodes = store.model.nodes;
  const columns = outColumns(source).filter(({ id }) => {
    const node = nodes.get(`${place}.${id}`);
    return node !== undefined && isWritable(node, store.editable);
  });
  const lists = columns.flatMap((each, index) => {
    const texts = choicesOf(each, locale);
    return texts.length === 0 ? [] : [{ index, heading: pick(each.column.title, locale), texts }];
  });
  const sheet = sheetOf(source, columns, []);
  if (lists.length === 0) return writeXlsx([sheet]);
  const name = tableWords[locale].optionsSheet;
  const height = Math.max(...lists.map(({ texts }) => texts.length));
  const choices = lists.map(({ index, texts }, from) => ({ column: index, sheet: name, from, count: texts.length }));
  const rows = Array.from({ length: height }, (_, row) =>
    lists.map(({ texts }): OutCell => (texts[row] === undefined ? undefined : { kind: 'text', text: texts[row] })),
  );
  return writeXlsx([
    { ...sheet, choices },
    { name, widths: lists.map(() => WIDE), rows: [lists.map(({ heading }) => asHeading(heading)), ...rows] },
  ]);
}

const asHeading = (text: string): OutCell => ({ kind: 'heading', text });

function choicesOf({ column }: OutColumn, locale: Locale): readonly string[] {
  if (column.type === 'flag') return [tableWords[locale].yes, tableWords[locale].no];
  return column.type === 'choice' ? optionsOf(column.options).map(({ title }) => pick(title, locale)) : [];
}

const sheetOf = (
  source: TableSource,
  columns: readonly OutColumn[],
  rows: readonly (readonly OutCell[])[],
): OutSheet => ({
  name: titleOf(source),
  widths: columns.map(({ column }) => (column.type === 'text' || column.type === 'longText' ? WIDE : NARROW)),
  rows: [headingsOf(columns, source.locale).map(asHeading), ...rows],
});

export const saveCsv = (source: TableSource) =>
  saveFile(fileName(titleOf(source), 'csv'), new Blob([csvOf(source)], { type: 'text/csv;charset=utf-8' }));

export const saveXlsx = (source: TableSource) =>
  saveFile(fileName(titleOf(source), 'xlsx'), new Blob([xlsxOf(source)], { type: XLSX }));

export const saveTemplate = (source: TableSource) =>
  saveFile(
    fileName(tableWords[source.locale].templateName(titleOf(source)), 'xlsx'),
    new Blob([templateOf(source)], { type: XLSX }),
  );
