import { fail, ok, type Result } from '#engine';
import { type Archive, readArchive } from './archive.ts';
import { MOST_CELLS, type SheetFault, type SheetRow } from './sheet.ts';
import { dateTextOf, movePoint, type NumberLook, plainOf, readLooks } from './xlsx-number.ts';
import { attributesOf, tokens } from './xml.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
/** No form has so many columns; what stands further right is left unread. */
const LAST_COLUMN = 256;

type Book = {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly since1904: boolean;
};

/** The first visible sheet of an XLSX file as text. Results of formulas are read, formulas are not. */
export function readXlsx(bytes: Uint8Array): Result<readonly SheetRow[], SheetFault> {
  const archive = readArchive(bytes, (name) => /^xl\/(?:[^/]+\.xml|_rels\/[^/]+|worksheets\/[^/]+\.xml)$/.test(name));
  if (!archive.ok) return archive;
  const sheet = firstSheet(archive.value);
  if (typeof sheet !== 'string') return fail(sheet.fault);
  const strings = readStrings(archive.value.get(STRINGS) ?? '');
  if (strings === undefined) return fail('too-big');
  const looks = readLooks(archive.value.get(STYLES) ?? '');
  const since1904 = /<workbookPr[^>]*\bdate1904="(?:1|true)"/.test(archive.value.get(WORKBOOK) ?? '');
  const rows = readRows(sheet, { strings, looks, since1904 });
  return rows === undefined ? fail('too-big') : ok(rows);
}

function firstSheet(archive: Archive): string | { readonly fault: SheetFault } {
  const sheets = elements(archive.get(WORKBOOK) ?? '', 'sheet');
  const shown = sheets.find(({ state = 'visible' }) => state === 'visible') ?? sheets[0];
  const relation = elements(archive.get(RELATIONS) ?? '', 'Relationship').find(({ Id }) => Id === shown?.['r:id']);
  if (relation?.TargetMode === 'External') return { fault: 'unsafe' };
  const target = relation?.Target ?? '';
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return archive.get(path) ?? { fault: 'not-a-sheet' };
}

const elements = (xml: string, name: string): readonly Readonly<Record<string, string>>[] =>
  [...tokens(xml)].flatMap((token) =>
    (token.kind === 'open' || token.kind === 'empty') && token.name === name ? [attributesOf(token.attributes)] : [],
  );

/** Texts that cells share; the readings above Chinese characters (`rPh`) are not part of them. */
function readStrings(xml: string): readonly string[] | undefined {
  const strings: string[] = [];
  let text = '';
  let reading = false;
  let inText = false;
  for (const token of tokens(xml)) {
    if (token.kind === 'text') {
      if (inText && !reading) text += token.text;
      continue;
    }
    if (token.name === 'rPh') reading = token.kind === 'open';
    if (token.name === 't') inText = token.kind === 'open';
    if (token.name !== 'si') continue;
    if (token.kind === 'open') text = '';
    else if (strings.push(token.kind === 'empty' ? '' : unescaped(text)) > MOST_CELLS) return undefined;
  }
  return strings;
}

/** `_x000D_` stands for a character that XML cannot carry (ECMA-376 part 1, §22.9.2.19). */
const unescaped = (text: string): string =>
  text
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\r\n', '\n');

type Cell = { readonly column: number; readonly type: string; readonly style: number };

function readRows(xml: string, book: Book): readonly SheetRow[] | undefined {
  const rows: { number: number; cells: string[] }[] = [];
  let cell: Cell | undefined;
  let text = '';
  let within = '';
  let count = 0;
  for (const token of tokens(xml)) {
    const row = rows.at(-1);
    if (token.kind === 'text') {
      if (within === 'v' || within === 't') text += token.text;
    } else if (token.name === 'row' && token.kind !== 'close') {
      const number = Number(attributesOf(token.attributes).r ?? (row?.number ?? 0) + 1);
      rows.push({ number, cells: [] });
    } else if (token.name === 'c' && token.kind === 'open') {
      cell = cellOf(attributesOf(token.attributes), row?.cells.length ?? 0);
      text = '';
      count += 1;
      if (count > MOST_CELLS) return undefined;
    } else if (token.name === 'c' && token.kind === 'close') {
      if (row !== undefined && cell !== undefined) put(row.cells, cell.column, textOf(cell, text, book));
    } else if (token.name === 'v' || token.name === 't') within = token.kind === 'open' ? token.name : '';
  }
  return rows.filter(({ cells }) => cells.some((each) => each.trim() !== ''));
}

function cellOf({ r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>, next: number): Cell {
  const [letters = ''] = /^[A-Z]{1,3}/.exec(r) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column: column < 0 ? next : column, type: t, style: Number(s) };
}

function put(cells: string[], column: number, text: string) {
  if (column >= LAST_COLUMN) return;
  while (cells.length <= column) cells.push('');
  cells[column] = text;
}

function textOf({ type, style }: Cell, text: string, { strings, looks, since1904 }: Book): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || text === '') return unescaped(text);
  const look = looks[style] ?? 'number';
  if (look === 'date') return dateTextOf(text, since1904);
  return look === 'percent' ? `${movePoint(plainOf(text), 2)}%` : plainOf(text);
}
