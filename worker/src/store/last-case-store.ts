import { sql } from 'drizzle-orm';
import { type CaseRow, listColumns, type StoredCase, storedCase } from './case-store.ts';
import { rows, type Store } from './database.ts';
import { definitionsOf } from './definition-store.ts';
import type { PresentWorkspace } from './workspace.ts';

/** How far back a case is looked for that agrees in the fields that have to. */
const MOST_LOOKED_AT = 20;

/** The last completed cases of a process that one of these people started, latest first. */
export async function lastCompleted(
  store: Store,
  workspace: PresentWorkspace,
  process: string,
  starters: readonly string[],
): Promise<readonly StoredCase[]> {
  const found = await store.all(
    rows<CaseRow>(sql`
      SELECT ${listColumns} FROM cases c
      WHERE c.process = ${process} AND c.status = 'completed'
        AND c.starter IN (SELECT value FROM json_each(${JSON.stringify(starters)}))
      ORDER BY c.id DESC LIMIT ${MOST_LOOKED_AT}`),
  );
  const definition = await definitionsOf(store, workspace, found);
  return found.map((row) => storedCase(row, definition(row)));
}
