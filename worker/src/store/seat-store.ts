import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { keepPresentAbsences } from './absence-rows.ts';
import { byPublicId, type CaseRow, caseQuery, readCase, type StoredCase, storedCase } from './case-store.ts';
import { rows, type Store, write } from './database.ts';
import { definitionsOf } from './definition-store.ts';
import { type Ticket, type Visit, visit } from './visit.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from './workspace.ts';

/** SQL of the inner ids of cases in which one of these people has an undecided seat. */
const casesOfPeople = (people: readonly string[]) => {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(people)}))`;
  return sql`
    SELECT t.key >> 16 AS id FROM tasks t WHERE t.person IN ${listed} AND t.open = 1 AND t.kind <> 'copy'
    UNION
    SELECT t.key >> 16 AS id FROM tasks t
    WHERE t.person IN ${listed} AND t.open = 0 AND t.done_at IS NULL AND t.kind <> 'copy'`;
};

/** The cases in which somebody has an undecided seat, oldest first. */
export async function loadCasesOf(
  store: Store,
  ticket: Ticket,
  person: string,
): Promise<{ readonly visit: Visit; readonly cases: readonly StoredCase[] }> {
  const where = sql`c.status = 'open' AND c.id IN (${casesOfPeople([person])}) ORDER BY c.id`;
  const { visit: who, found } = await visit(store, ticket, caseQuery(where));
  return { visit: who, cases: await withDefinitions(store, who.workspace, found[0]) };
}

async function withDefinitions(store: Store, workspace: PresentWorkspace, found: readonly CaseRow[]) {
  const definitionOf = await definitionsOf(store, workspace, found);
  return found.map((row) => storedCase(row, definitionOf(row)));
}

/** The workspace, and how far the job that looks after seats is. */
export async function loadSeatJob(store: Store) {
  const [workspaces, states] = await store.batch([
    workspaceQuery(),
    rows<{ input: string; after: number | null }>(sql`SELECT input, after FROM job_state WHERE job = 'reseat'`),
  ]);
  return { workspace: readWorkspace(workspaces[0]), state: states[0] };
}

/** Notes how far the job is with this input; `after` undefined: it has looked at everything. Forgets past absences. */
export async function keepSeatJob(store: Store, input: string, after: number | undefined, now: Instant): Promise<void> {
  await store.batch([
    write(sql`
      INSERT INTO job_state (job, input, after) VALUES ('reseat', ${input}, ${after ?? null})
      ON CONFLICT (job) DO UPDATE SET input = excluded.input, after = excluded.after`),
    keepPresentAbsences(now),
  ]);
}

/** Open cases in which these people have undecided seats, in the order they were started. */
export function casesWithSeatsOf(store: Store, people: readonly string[], after: number, most: number) {
  return store.all(
    rows<{ key: number; id: string }>(sql`
      SELECT c.id AS key, c.public AS id FROM cases c
      WHERE c.status = 'open' AND c.id > ${after} AND c.id IN (${casesOfPeople(people)}) ORDER BY c.id LIMIT ${most}`),
  );
}

/** One case with everything a decision on it looks at. */
export async function loadCase(store: Store, id: string) {
  const [workspaces, cases] = await store.batch([workspaceQuery(), caseQuery(byPublicId(id))]);
  const workspace = readWorkspace(workspaces[0]);
  return { workspace, stored: readCase(cases, workspace) };
}
