/* Generated from ../clauses.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';
import type { BoardReport } from './links.ts';
export type { BoardReport } from './links.ts';

export type CoverElement =
  CoverByDocument | CoverByProcess | CoverByUnit | CoverByLedger | CoverByReport | CoverByProduct | CoverByNothing;

/**
 * The rule books the processes come from, clause by clause.
 */
export interface ClausesDocument {
  format: 'clauses/v1';
  id: Id;
  /**
   * @minItems 1
   */
  documents: SourceDocument[];
  /**
   * @minItems 1
   */
  clauses: Clause[];
  /**
   * under which number the coverage of clauses stands among the reports, and for whom; without it there is none
   */
  report?: BoardReport;
}
export interface SourceDocument {
  id: string;
  letter: string;
  title: Words;
}
export interface Clause {
  id: string;
  document: string;
  heading: Words;
  text: Words;
  /**
   * what carries the clause where no process does
   *
   * @minItems 1
   */
  covers?: Cover[];
}
export interface Cover {
  by: CoverElement;
  because: Words;
}
export interface CoverByDocument {
  document: string;
}
export interface CoverByProcess {
  process: Id;
}
export interface CoverByUnit {
  unit: Id;
}
export interface CoverByLedger {
  ledger: Id;
}
export interface CoverByReport {
  report: Id;
}
export interface CoverByProduct {
  product: 'loop-board' | 'shared-definitions' | 'audit-trail';
}
export interface CoverByNothing {
  nothing: true;
}
