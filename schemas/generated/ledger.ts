/* Generated from ../ledger.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';
import type { Column, Expression } from './process.ts';
export type { Column, Expression } from './process.ts';

/**
 * only rows whose column names the reader, or one of the reader's units or a unit below it
 */
export type ReaderRows = RowsOfPerson | RowsOfUnit;

/**
 * A named table that steps write and people read.
 */
export interface LedgerDocument {
  format: 'ledger/v1';
  id: Id;
  title: Words;
  help?: Words;
  /**
   * case: one row a case; or the columns that identify a row
   */
  key: 'case' | Id[];
  columns: LedgerColumns;
  /**
   * what holds for every row: no write may break it, whoever else writes at the same time
   *
   * @minItems 1
   */
  limits?: LedgerLimit[];
  name?: Id;
  sort?: Id;
  /**
   * @minItems 1
   */
  readers: ('everyone' | LedgerReader)[];
  /**
   * columns summed over the rows that are looked at; all amounts of money when absent
   *
   * @minItems 1
   */
  totals?: Id[];
  sums?: LedgerSums;
}
export interface LedgerColumns {
  [k: string]: Column;
}
export interface LedgerLimit {
  /**
   * over `row`
   */
  that: Expression;
  else: Words;
}
export interface LedgerReader {
  post: Id;
  columns?: Id[];
  rows?: ReaderRows;
}
export interface RowsOfPerson {
  person: Id;
}
export interface RowsOfUnit {
  unit: Id;
}
/**
 * what its rows add up to, group by group; kept with every write
 */
export interface LedgerSums {
  [k: string]: LedgerSum;
}
/**
 * rows counted and added up, group by group
 */
export interface LedgerSum {
  /**
   * the rows that count; all of them when absent
   */
  where?: Expression;
  by: SumKeys;
  sum?: SumAmounts;
}
/**
 * what the rows are grouped by; may look at row
 */
export interface SumKeys {
  [k: string]: Expression;
}
/**
 * what is added up beside the count, which is always kept as count
 */
export interface SumAmounts {
  [k: string]: Expression;
}
