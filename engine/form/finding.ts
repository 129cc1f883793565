import type { ExpressionIssue } from '../expression/issue.ts';

/**
 * What is wrong with forms or checks of a definition, besides the issues of its expressions:
 * - cycle: `fields`, the way round, joined by ` > `
 * - unresolved-list: `list`
 * - reserved-name: `name`, an id that means something else
 * - unknown-section-field, repeated-section-field, nested-group, unknown-column, unknown-path: `name`
 * - not-numeric: `name`, a column to be summed that holds no number
 * - unknown-ledger: `ledger`; unknown-ledger-column: `ledger`, `name`
 * - unknown-sum: `ledger`, `name`; sum-key-missing, sum-key-unknown: `name`, a key that a lookup leaves out or invents
 * - sum-key-type, sum-amount-type: `actual`
 * - unknown-measure, unknown-indicator, part-without-title, filter-applies-nowhere: `name`; part-without-start, part-keys: `show`
 * - lookup-type: `expected`, `actual`; lookup-key: `actual`, a key that is neither a row id nor a reference
 * - missing-key: `name`, a key column that a lookup leaves out
 * - computed-twice: a field with two of `compute`, `lookup` and `decide`
 * - unknown-table: `name`; missing-input: `name`, an input of a table that is not given
 * - decide-type: `expected`, `actual`
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
  | 'unknown-sum'
  | 'sum-key-missing'
  | 'sum-key-unknown'
  | 'sum-key-type'
  | 'sum-amount-type'
  | 'unknown-measure'
  | 'unknown-indicator'
  | 'part-without-title'
  | 'part-without-start'
  | 'part-keys'
  | 'filter-applies-nowhere'
  | 'lookup-type'
  | 'lookup-key'
  | 'missing-key'
  | 'computed-twice'
  | 'unknown-table'
  | 'missing-input'
  | 'decide-type'
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
