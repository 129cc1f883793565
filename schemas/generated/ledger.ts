/* Generated from ../ledger.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';
import type { Column } from './process.ts';
export type { Column } from './process.ts';

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
  name?: Id;
  sort?: Id;
  /**
   * @minItems 1
   */
  readers: ('everyone' | LedgerReader)[];
}
export interface LedgerColumns {
  [k: string]: Column;
}
export interface LedgerReader {
  post: Id;
  columns?: Id[];
}
