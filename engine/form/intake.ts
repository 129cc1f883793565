import type { Draft } from './draft.ts';
import type { Echo } from './echo.ts';
import type { FormFacts } from './facts.ts';
import { type Issue, place } from './issue.ts';
import { canonicalOf, type FieldNode } from './model.ts';
import type { Editable } from './rights.ts';

/** What taking in one body shares and gathers. */
export type Intake = {
  readonly draft: Draft;
  readonly editable: Editable;
  readonly facts: FormFacts;
  readonly issues: Issue[];
  readonly echoes: Echo[];
};

/** The canonical value that was sent; undefined for null, for an empty one, and for a wrong one, which is reported. */
export function readValue(node: FieldNode, sent: unknown, path: string, issues: Issue[]): unknown {
  if (sent === null) return undefined;
  const flaws = node.shape(sent);
  place(flaws, path, issues);
  return flaws ? undefined : canonicalOf(node, sent);
}
