import { isObject } from '#engine';

type Cells = Readonly<Record<string, unknown>>;

/** One cell of a stored matrix, `{row: {column: number}}`. */
export function matrixCell(stored: unknown, row: string, column: string): unknown {
  const cells = isObject(stored) && Object.hasOwn(stored, row) ? stored[row] : undefined;
  return isObject(cells) && Object.hasOwn(cells, column) ? cells[column] : undefined;
}

/** The matrix with another number in one cell; rows and matrices without any are nothing. */
export function withMatrixCell(stored: unknown, row: string, column: string, next: unknown): unknown {
  const rows: Cells = isObject(stored) ? stored : {};
  const { [row]: old, ...others } = rows;
  const { [column]: _, ...rest }: Cells = isObject(old) ? old : {};
  const cells = next === undefined ? rest : { ...rest, [column]: next };
  const all = Object.keys(cells).length === 0 ? others : { ...others, [row]: cells };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** What sums of a row and of a column follow. */
export const matrixRowKey = (place: string, row: string): string => `${place}.${row}.*`;
export const matrixColumnKey = (place: string, column: string): string => `${place}.*.${column}`;
