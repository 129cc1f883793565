import type { ExpressionIssue } from '../expression/issue.ts';

/**
 * What is wrong with forms or checks of a definition, besides the issues of its expressions:
 * - cycle: `fields`, the way round, joined by ` > `
 * - unresolved-list: `list`
 * - reserved-name: `name`, an id that means something else
 * - unknown-section-field, repeated-section-field, nested-group, unknown-column, unknown-path: `name`
 * - not-numeric: `name`, a column to be summed that holds no number
 * - unknown-ledger: `ledger`; unknown-ledger-column: `ledger`, `name`
 * - lookup-type: `expected`, `actual`; lookup-key: `actual`, a key that is neither a row id nor a reference
 * - computed-twice: a field with both `compute` and `lookup`
 * - limits-reversed: `min`, `max`
 * - bad-date-rule: `rule`
 */
export type FormFindingCode =
  | ExpressionIssue['code']
  | 'cycle'
  | 'unresolved-list'
  | 'reserved-name'
  | 'unknown-section-field'
  | 'repeated-section-field'
  | 'nested-group'
  | 'unknown-column'
  | 'unknown-path'
  | 'not-numeric'
  | 'unknown-ledger'
  | 'unknown-ledger-column'
  | 'lookup-type'
  | 'lookup-key'
  | 'computed-twice'
  | 'limits-reversed'
  | 'bad-date-rule';

/** Where in the definition: `['forms','plan','fields','total','compute']`, `['checks',0,'that']`. */
export type DocumentPath = readonly (string | number)[];

/** `start` and `end` are offsets inside the expression at `path`; `suggestion` is the name most likely meant. */
export type FormFinding = {
  readonly code: FormFindingCode;
  readonly path: DocumentPath;
  readonly params: Readonly<Record<string, string>>;
  readonly start?: number;
  readonly end?: number;
  readonly suggestion?: string;
};
