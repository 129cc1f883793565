const BOM = /^\uFEFF/;
const MARKS = [',', '\t', ';'] as const;
export type Delimiter = (typeof MARKS)[number];

type Cell = { readonly text: string; readonly end: number };

/**
 * Comma- or tab-separated text as rows of cells (RFC 4180, and what spreadsheets put on the clipboard). A quote that is
 * not closed, or is followed by more text, belongs to the cell: people write 5" pipe.
 */
export function parseDelimited(source: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const text = source.replace(BOM, '');
  const bare = delimiter === '\t' ? /[^\t\r\n]*/y : delimiter === ';' ? /[^;\r\n]*/y : /[^,\r\n]*/y;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const cell = quotedAt(text, at, delimiter) ?? bareAt(text, at, bare);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === delimiter) at += 1;
    else {
      rows.push(row);
      row = [];
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
  }
  return rows;
}

function bareAt(text: string, at: number, pattern: RegExp): Cell {
  pattern.lastIndex = at;
  const [found = ''] = pattern.exec(text) ?? [];
  return { text: found, end: at + found.length };
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"/y;

function quotedAt(text: string, at: number, delimiter: Delimiter): Cell | undefined {
  if (text[at] !== '"') return undefined;
  QUOTED.lastIndex = at;
  const [whole, inner] = QUOTED.exec(text) ?? [];
  if (whole === undefined || inner === undefined) return undefined;
  const end = at + whole.length;
  const next = text[end];
  if (next !== undefined && next !== delimiter && next !== '\r' && next !== '\n') return undefined;
  return { text: inner.replaceAll('""', '"').replaceAll('\r\n', '\n'), end };
}

/** Rows of cells as text; lines end as RFC 4180 asks. */
export const writeDelimited = (rows: readonly (readonly string[])[], delimiter: Delimiter): string =>
  rows.map((row) => row.map((cell) => quote(cell, delimiter)).join(delimiter)).join('\r\n');

const quote = (cell: string, delimiter: Delimiter): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The mark that stands most often in the first line. */
export function delimiterOf(text: string): Delimiter {
  const [line = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string) => line.split(mark).length;
  return MARKS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
