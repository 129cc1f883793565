import type { ExprType } from '../expression/type.ts';
import { type AmountKind, amountOf } from './amount.ts';

type Cells = Readonly<Record<string, unknown>>;

/** Canonical JSON list of the values that a group has in common, in the order of the keys of its sum. */
export type Group = string;
/** A value that rows can be grouped by; null where a row has none. */
export type KeyValue = string | number | boolean | null;

/** What one row adds to a sum: 1 to the count of its group, and its amounts in units. */
export type Contribution = { readonly group: Group; readonly amounts: readonly bigint[] };

/** Rows of a source counted and added up group by group, compiled. A row adds what it holds and nothing else decides. */
export type Sum = {
  /** Digest of all that decides what is added: another formula is another sum, which is filled from history. */
  readonly id: string;
  /** A ledger, or one of the built-in sources. */
  readonly source: string;
  /** Kept for every day, with the rows behind it; else only as it is now. */
  readonly dated: boolean;
  readonly keys: readonly { readonly name: string; readonly type: ExprType }[];
  readonly measures: readonly { readonly name: string; readonly kind: AmountKind }[];
  /** Undefined when the row does not count. */
  contribution(row: Cells): Contribution | undefined;
};

/** What is always kept, under this name. */
export const COUNT = 'count';

/** A group as it is stored: how many rows, and the units of each measure as text. */
export type StoredTotal = { readonly n: number; readonly v: readonly string[] };

/** A group as it was read; one that is not there has nothing in it. */
export const storedTotal = (cells: Cells | undefined): StoredTotal => ({
  n: typeof cells?.n === 'number' ? cells.n : 0,
  v: Array.isArray(cells?.v) ? cells.v.map(String) : [],
});

/** The group that these values name; texts that are empty are no values. */
export const groupOf = (values: readonly unknown[]): Group => JSON.stringify(values.map(keyValue));

export const valuesOf = (group: Group): readonly KeyValue[] => JSON.parse(group);

function keyValue(value: unknown): KeyValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What a column of a sum shows of a stored group: `count` or a measure; undefined when there is no such column. */
export function columnOf(sum: Sum, { n, v }: StoredTotal, column: string): number | string | undefined {
  if (column === COUNT) return n;
  const at = sum.measures.findIndex(({ name }) => name === column);
  const measure = sum.measures[at];
  return measure && amountOf(BigInt(v[at] ?? '0'), measure.kind);
}

const SUMS = 'sums:';

/** Where the sum of a ledger is found among ledger rows: no ledger id has a colon or a point. */
const sumsOf = (ledger: string, sum: string): string => `${SUMS}${ledger}.${sum}`;

/** The address of a group, like that of a row: `sums:<ledger>.<sum>/<group>`. */
export const groupAddress = (ledger: string, sum: string, group: Group): string => `${sumsOf(ledger, sum)}/${group}`;
