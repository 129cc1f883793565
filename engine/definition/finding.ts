import type { CalendarIssueCode } from '../calendar/check.ts';
import type { DocumentPath, FormFindingCode } from '../form/finding.ts';
import type { OrganisationIssueCode } from '../organisation/check.ts';

/**
 * What is wrong with a definition or a document beside it, as a code with parameters; the command line and the studio
 * have the words. Unless something else is said, `name` is the name that is wrong or concerned.
 */
export type FindingCode =
  | SchemaFindingCode
  | FormFindingCode
  | OrganisationIssueCode
  | CalendarIssueCode
  | NameFindingCode
  | FlowFindingCode
  | PeopleFindingCode
  | TableFindingCode
  | LedgerFindingCode
  | DutyFindingCode
  | RuleBookFindingCode
  | FolderFindingCode;

/**
 * A document does not have the shape of its schema:
 * - wrong-shape: `expected` and `actual` JSON types
 * - wrong-size: `limit` (minItems, maxLength, …), `size`
 * - not-allowed-value: `value`, `allowed`
 * - no-variant: `keys`, one of which has to be there
 * - bad-format: `value`, `pattern`, `kind` (id, path, duration, …)
 */
export type SchemaFindingCode =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-shape'
  | 'wrong-size'
  | 'not-allowed-value'
  | 'no-variant'
  | 'bad-format'
  | 'bad-key'
  | 'repeated-item';

/**
 * A name stands for nothing:
 * - unknown-field: also `process` where it is a field of another process
 * - wrong-field-type: `expected`, the types that would do
 * - not-prefillable: `why` (later, derived, readonly, files, rows)
 * - not-public: `why` (later, kind, ledger, table, required)
 * - unknown-start-field: a field that the first form of `process`, which is `form`, does not have
 */
export type NameFindingCode =
  | 'unknown-form'
  | 'unknown-field'
  | 'unknown-role'
  | 'unknown-step'
  | 'unknown-process'
  | 'unknown-post'
  | 'unknown-person'
  | 'unknown-table'
  | 'unknown-setting'
  | 'unknown-calendar'
  | 'unknown-area'
  | 'unknown-values'
  | 'wrong-field-type'
  | 'not-in-first-form'
  | 'not-prefillable'
  | 'not-public';

/**
 * What the steps of a process get wrong:
 * - return-not-earlier: `from`; return-to-effect: a step that asks nobody
 * - no-else: a `case` that no condition covers; branches-overlap: `first`, `second`, and a `case` that fits both
 * - unreachable-step: `why` (never, excluded, exhausted), its condition `when`, and the conditions `by` which others won
 * - return-never-done: `from`; withdraw-never
 * - no-way-to-end: `why` (readonly, check, nobody), and the field or role in `name`
 * - wait-cycle: `why` (always, sometimes), `round`, the processes that wait for each other
 * - waits-for-stuck: `flaw`, the code of what keeps the other process open
 * - contradiction: `why`, the rules of one step that do not go together
 * - read-before-set: `form`, whether `some` paths set it, and a `case` that takes another
 * - race: `why` (read, write), `form`, `step`
 * - insert-missing: `ledger`; counts-twice: `column`, `from`, `to`; not-undone: `ledger`
 * - revoke-startable: `why` (itself, people, ledger, process); trigger-never: `when`
 * - public-asks-starter: a step that only somebody without an account could do
 */
export type FlowFindingCode =
  | 'duplicate-step'
  | 'first-step-not-fill'
  | 'first-step-not-starter'
  | 'return-not-earlier'
  | 'return-to-effect'
  | 'bad-duration'
  | 'no-else'
  | 'else-not-last'
  | 'branches-overlap'
  | 'unreachable-step'
  | 'return-never-done'
  | 'withdraw-never'
  | 'no-way-to-end'
  | 'wait-cycle'
  | 'waits-for-stuck'
  | 'contradiction'
  | 'read-before-set'
  | 'race'
  | 'insert-missing'
  | 'counts-twice'
  | 'not-undone'
  | 'revoke-startable'
  | 'trigger-never'
  | 'public-asks-starter';

/**
 * A decision without anybody to take it:
 * - role-finds-nobody: `why` (post, table, unit, head, head-of-unit, manager), `post`, `row`, `unit`, `person`
 * - nobody-left: nobody may decide when `starter` starts, or only `administrators`; `apart`: if others have acted before
 * - too-few-people: `needed`, `found`, `starter`, `apart`
 * - bad-ratio: `ratio`; escalates-to-itself: `role`, which is late
 * - unsafe-deadline-agreement: `why` (form, opinion, apart, money), and the field or role in `name`
 * - apart-impossible: `roles`, `people`; apart-one-person: `person`
 */
export type PeopleFindingCode =
  | 'role-cycle'
  | 'role-finds-nobody'
  | 'nobody-finds-nobody'
  | 'nobody-left'
  | 'too-few-people'
  | 'bad-ratio'
  | 'escalates-to-itself'
  | 'unsafe-deadline-agreement'
  | 'apart-impossible'
  | 'apart-one-person';

/**
 * What a decision table, or the role that asks it, gets wrong:
 * - bad-cell: `cell`; unknown-option: `list`
 * - table-without-answer: `case`; table-overlap: `first`, `second`, `case`
 * - missing-output, missing-input: a column
 * - table-rule-never: `rule`, to which those before it leave nothing
 * - table-test-fails: `name`, a column, `expected`, `actual`
 */
export type TableFindingCode =
  | 'bad-cell'
  | 'missing-output'
  | 'missing-input'
  | 'unknown-option'
  | 'table-without-answer'
  | 'table-overlap'
  | 'table-rule-never'
  | 'table-test-fails';

/** - opening-cell: `problem`, the code of the flaw; opening-repeated: the `key` of a row that is there twice */
export type LedgerFindingCode = 'opening-cell' | 'opening-repeated';

/**
 * What a recurring duty gets wrong:
 * - bad-point: `text`; duty-order: `period`, the first in which it is not open before due, and due before closed
 * - duty-nobody: the nobody rule must not ask the starter, whom a duty does not have
 */
export type DutyFindingCode = 'bad-point' | 'duty-order' | 'duty-nobody';

/**
 * Clauses, links and loops:
 * - clause-uncovered, repeated-clause, unknown-clause, unknown-document: `name`
 * - link-uncarried: `from`, `to`, `kind` (starts, feeds, returns)
 * - loop-broken: `name` of the loop, `from` and `to` of the place
 */
export type RuleBookFindingCode =
  | 'clause-uncovered'
  | 'repeated-clause'
  | 'unknown-clause'
  | 'unknown-document'
  | 'link-uncarried'
  | 'loop-broken';

/**
 * What is wrong with the files, whatever is in them. wrong-id: `expected`; duplicate-id: `file`, the other one.
 * The rest are the faults of `readYaml`.
 */
export type FolderFindingCode =
  | 'missing-file'
  | 'unexpected-file'
  | 'wrong-id'
  | 'wrong-area'
  | 'duplicate-id'
  | 'yaml-syntax'
  | 'yaml-encoding'
  | 'yaml-duplicate-key'
  | 'yaml-reserved-key'
  | 'yaml-reference'
  | 'yaml-tag'
  | 'yaml-number'
  | 'yaml-too-large'
  | 'yaml-too-deep';

export type Severity = 'error' | 'warning';

export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where in the document: `['steps', 2, 'final', 'see', 0]`. */
  readonly path: DocumentPath;
  readonly params: Readonly<Record<string, string>>;
  /** Offsets inside the expression at `path`. */
  readonly start?: number;
  readonly end?: number;
  /** The name most likely meant. */
  readonly suggestion?: string;
};
