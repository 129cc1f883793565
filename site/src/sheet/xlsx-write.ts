import { strToU8, zipSync } from 'fflate';
import { movePoint } from './xlsx-number.ts';
import { encodeXml } from './xml.ts';

/** A cell to write. Numbers are decimal text; dates `YYYY-MM-DD` with their day number beside them. */
export type OutCell =
  | { readonly kind: 'text' | 'heading' | 'number' | 'percent'; readonly text: string }
  | { readonly kind: 'date'; readonly day: number }
  | undefined;

export type OutSheet = {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly OutCell[])[];
  /** Columns whose cells take one of a list: a column of another sheet, and how many cells of it. */
  readonly choices?: readonly {
    readonly column: number;
    readonly sheet: string;
    readonly from: number;
    readonly count: number;
  }[];
};

/** Beyond them a spreadsheet would change the number: it is written as text. */
const DIGITS = 15;
const STYLE = { text: 1, heading: 2, date: 3, percent: 4, number: 0 } as const;
const LAST_ROW = 2001;
/** Day number of 1970-01-01 in a spreadsheet. */
const EPOCH = 25_569;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** An XLSX file (ECMA-376). Numbers are written digit for digit, never through binary fractions. */
export function writeXlsx(sheets: readonly OutSheet[]): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}

function contentTypes(sheets: readonly OutSheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`;
  const own = sheets.map((_, index) => override(`worksheets/sheet${index + 1}`, 'worksheet')).join('');
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${own}</Types>`;
}

const relations = (targets: readonly (readonly [kind: string, path: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, path], index) => `<Relationship Id="rId${index + 1}" Type="${LINKS}/${kind}" Target="${path}"/>`)
    .join('')}</Relationships>`;

const workbook = (sheets: readonly OutSheet[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets
    .map(
      ({ name }, index) =>
        `<sheet name="${encodeXml(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;

const NAME_LENGTH = 31;
/** Sheet names may not hold these characters, nor be longer. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\']/g, ' ').slice(0, NAME_LENGTH) || 'Sheet';

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function worksheet({ widths, rows, choices = [] }: OutSheet): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, columnName(column) + (index + 1))).join('')}</row>`,
  );
  const lists = choices.map(
    ({ column, sheet, from, count }) =>
      `<dataValidation type="list" allowBlank="1" sqref="${columnName(column)}2:${columnName(column)}${LAST_ROW}"><formula1>'${encodeXml(sheetName(sheet))}'!$${columnName(from)}$2:$${columnName(from)}$${count + 1}</formula1></dataValidation>`,
  );
  const validations =
    lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${lines.join('')}</sheetData>${validations}</worksheet>`;
}

function cellXml(cell: OutCell, at: string): string {
  if (cell === undefined) return '';
  if (cell.kind === 'date') return `<c r="${at}" s="${STYLE.date}"><v>${cell.day + EPOCH}</v></c>`;
  const { kind, text } = cell;
  if (kind === 'text' || kind === 'heading' || text.replace(/\D/g, '').length > DIGITS)
    return `<c r="${at}" s="${kind === 'heading' ? STYLE.heading : STYLE.text}" t="inlineStr"><is><t xml:space="preserve">${encodeXml(escaped(text))}</t></is></c>`;
  return `<c r="${at}" s="${STYLE[kind]}"><v>${kind === 'percent' ? movePoint(text, -2) : text}</v></c>`;
}

/** Text that looks like an escape is escaped itself (ECMA-376 part 1, §22.9.2.19). */
const escaped = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
