import type { DocumentPath, FormFindingCode } from '../form/finding.ts';

/**
 * What is wrong with a definition, as a code with parameters; the command line and the studio have the words.
 *
 * Besides the findings of forms and expressions:
 * - `unknown-form`, `unknown-role`, `unknown-step`, `unknown-process`, `unknown-post`, `unknown-table`,
 *   `unknown-calendar`, `unknown-area`, `unknown-list`, `unknown-field`: `name`, and a `suggestion` where one is near
 * - `duplicate-step`, `not-a-fill-first`, `return-not-earlier`: step ids
 */
export type FindingCode =
  | FormFindingCode
  | 'schema'
  | 'unknown-key'
  | 'unknown-form'
  | 'unknown-role'
  | 'unknown-step'
  | 'unknown-process'
  | 'unknown-post'
  | 'unknown-table'
  | 'unknown-table-column'
  | 'unknown-calendar'
  | 'unknown-area'
  | 'unknown-list'
  | 'unknown-field'
  | 'wrong-field-type'
  | 'duplicate-step'
  | 'first-step-not-fill'
  | 'return-not-earlier'
  | 'bad-duration'
  | 'no-else'
  | 'else-not-last'
  | 'unreachable-step'
  | 'no-way-to-end'
  | 'role-finds-nobody'
  | 'nobody-finds-nobody'
  | 'missing-translation'
  | 'read-before-set'
  | 'insert-missing'
  | 'table-without-answer';

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
