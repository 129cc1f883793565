import { fail, ok, type Result } from '#engine';
import type { Locale } from '../i18n/locale.ts';
import { decodeText } from './decode-text.ts';
import { delimiterOf, parseDelimited } from './delimited.ts';
import { fromNeutral } from './neutral.ts';
import { MOST_BYTES, MOST_CELLS, type SheetFault, type SheetRow } from './sheet.ts';
import { readXlsx } from './xlsx-read.ts';

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

/** The rows of a CSV or XLSX file, by what it holds and not by what it is called. */
export function readSheet(bytes: Uint8Array, locale: Locale): Result<readonly SheetRow[], SheetFault> {
  if (bytes.length > MOST_BYTES) return fail('too-big');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail('old-format');
  const rows = begins(bytes, 0x50, 0x4b) ? readXlsx(bytes) : readCsv(bytes, locale);
  return rows.ok && rows.value.length === 0 ? fail('empty') : rows;
}

function readCsv(bytes: Uint8Array, locale: Locale): Result<readonly SheetRow[], SheetFault> {
  const text = decodeText(bytes, locale);
  if (text === undefined || text.includes('\0')) return fail('not-a-sheet');
  const rows = parseDelimited(text, delimiterOf(text));
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS) return fail('too-big');
  return ok(
    rows
      .map((cells, index) => ({ number: index + 1, cells: cells.map(fromNeutral) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
}
