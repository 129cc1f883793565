/** Text, or a number written as such. */
export type Cell = string | { readonly number: string };

/** Begins like a formula: a program that opens the file would compute it. */
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180, with a byte order mark, by which spreadsheets recognise UTF-8. Text cannot become a formula. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell.number;
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
