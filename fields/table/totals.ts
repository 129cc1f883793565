import { add, type Decimal, parseDecimal, toPlain } from '#engine';

/** The exact sum of a column; cells without a number do not count. Undefined when there is nothing to add. */
export function sumColumn(rows: readonly Readonly<Record<string, unknown>>[], column: string): string | undefined {
  const numbers = rows
    .map((row) => row[column])
    .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? parseDecimal(String(cell)) : undefined))
    .filter((cell): cell is Decimal => cell !== undefined);
  const [first, ...rest] = numbers;
  return first === undefined ? undefined : toPlain(rest.reduce(add, first));
}
