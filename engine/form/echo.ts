import type { FormFacts } from './facts.ts';
import type { Issue } from './issue.ts';
import { type FieldNode, holds, isDerived, isVisible } from './model.ts';
import { ROW_KEY, type Row, rowsOf, sameValue, type Values } from './value.ts';

/** A value that was sent for a field or, with `rowId`, for one cell; whether it may be is known once all is settled. */
export type Echo = {
  readonly node: FieldNode;
  readonly path: string;
  readonly value: unknown;
  readonly rowId?: string;
};

/**
 * Judges what was sent against the settled outcome: a hidden field takes no value, a derived one only its own, a
 * read-only one only what it had.
 */
export function echoIssues(echoes: readonly Echo[], before: Values, after: Values, facts: FormFacts): readonly Issue[] {
  const past = rowFinder(before);
  const present = rowFinder(after);
  return echoes
    .filter((echo) => !isAllowed(echo, before, after, facts, past(echo), present(echo)))
    .map(({ path }) => ({ code: 'not-writable', path, params: {} }));
}

function isAllowed(
  { node, value, rowId }: Echo,
  before: Values,
  after: Values,
  facts: FormFacts,
  past: Row | undefined,
  present: Row | undefined,
): boolean {
  if (!isVisible(node, after, facts, present)) return value === undefined;
  const had = rowId === undefined ? before[node.form]?.[node.id] : past?.[node.id];
  const has = rowId === undefined ? after[node.form]?.[node.id] : present?.[node.id];
  if (isDerived(node)) return sameValue(value, has) || sameValue(value, had);
  // The cells of a new row that nobody may write hold their defaults.
  const kept = rowId !== undefined && !past ? has : had;
  return !holds(node.readonly, after, facts, present) || sameValue(value, kept);
}

/** Finds the row of an echo; each table is indexed once. */
function rowFinder(values: Values): (echo: Echo) => Row | undefined {
  const tables = new Map<unknown, ReadonlyMap<unknown, Row>>();
  return ({ node, rowId }) => {
    if (rowId === undefined || node.table === undefined) return undefined;
    const stored = values[node.form]?.[node.table];
    const rows = tables.get(stored) ?? new Map(rowsOf(stored).map((row) => [row[ROW_KEY], row]));
    tables.set(stored, rows);
    return rows.get(rowId);
  };
}
