import { add, type Decimal, isObject, parseDecimal, sub, toPlain } from '#engine';

const numberOf = (cell: unknown): Decimal | undefined =>
  typeof cell === 'string' || typeof cell === 'number' ? parseDecimal(String(cell)) : undefined;

/** The exact sum of a column; cells without a number do not count. Undefined when there is nothing to add. */
export function sumColumn(rows: readonly Readonly<Record<string, unknown>>[], column: string): string | undefined {
  const numbers = rows.map((row) => numberOf(row[column])).filter((cell) => cell !== undefined);
  const [first, ...rest] = numbers;
  return first === undefined ? undefined : toPlain(rest.reduce(add, first));
}

/** The same, kept while rows are typed in: only rows that are other objects than before are added and taken off. */
export function runningSum(column: string): (rows: readonly unknown[]) => string | undefined {
  const zero = parseDecimal('0');
  let before: readonly unknown[] = [];
  let sum = zero;
  let count = 0;
  const put = (row: unknown, change: typeof add, by: 1 | -1) => {
    const number = isObject(row) ? numberOf(row[column]) : undefined;
    if (number === undefined || sum === undefined) return;
    sum = change(sum, number);
    count += by;
  };
  return (rows) => {
    const length = Math.max(rows.length, before.length);
    for (let index = 0; index < length; index += 1) {
      if (rows[index] === before[index]) continue;
      put(before[index], sub, -1);
      put(rows[index], add, 1);
    }
    before = rows;
    return count === 0 || sum === undefined ? undefined : toPlain(sum);
  };
}
