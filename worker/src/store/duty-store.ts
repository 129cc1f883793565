import { sql } from 'drizzle-orm';
import {
  causeOf,
  type Definition,
  type DutyRow,
  firstStep,
  type Instant,
  type Occurrence,
  occurrenceId,
  type Values,
} from '#engine';
import { rows, type Store, write } from './database.ts';
import { definitionQuery, readDefinitions } from './definition-store.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from './workspace.ts';

/** How far the duties of a process were opened. */
export type DutyCursor = {
  readonly process: string;
  readonly version: number;
  readonly until: Instant;
  readonly nextAt: Instant;
};
/** What one opening starts with. */
export type DutyOpening = { readonly occurrence: Occurrence; readonly values: Values; readonly title?: string };

const ROWS_AT_ONCE = 100;

const cursorColumns = sql`process, version, until, next_at AS nextAt`;

/** Processes whose duties have to be looked at: a period opens, or the rule is new. */
export async function dutiesToOpen(store: Store, now: Instant): Promise<readonly string[]> {
  const [workspaces, cursors] = await store.batch([
    workspaceQuery(),
    rows<DutyCursor>(sql`SELECT ${cursorColumns} FROM duty_cursors`),
  ]);
  const { processes } = readWorkspace(workspaces[0]);
  await forget(
    store,
    cursors.filter(({ process }) => processes[process]?.duty !== true),
  );
  const known = new Map(cursors.map((cursor) => [cursor.process, cursor]));
  const due = Object.entries(processes).filter(([id, { duty, version }]) => {
    const cursor = known.get(id);
    return duty === true && (cursor === undefined || cursor.version !== version || cursor.nextAt <= now);
  });
  return due.map(([id]) => id);
}

/** A process that has no duty any more; should it get one again, nothing of the time between is made up for. */
async function forget(store: Store, gone: readonly DutyCursor[]): Promise<void> {
  const ids = JSON.stringify(gone.map(({ process }) => process));
  if (gone.length > 0)
    await store.all(write(sql`DELETE FROM duty_cursors WHERE process IN (SELECT value FROM json_each(${ids}))`));
}

/** What opening the duties of a process is judged by. */
export async function loadDuty(
  store: Store,
  process: string,
): Promise<
  | {
      readonly workspace: PresentWorkspace;
      readonly definition: Definition;
      readonly publishedAt: Instant;
      readonly cursor: DutyCursor | undefined;
    }
  | undefined
> {
  const [workspaces, definitions, cursors, published] = await store.batch([
    workspaceQuery(),
    definitionQuery(process),
    rows<DutyCursor>(sql`SELECT ${cursorColumns} FROM duty_cursors WHERE process = ${process}`),
    rows<{ at: Instant }>(sql`
      SELECT d.at FROM heads h JOIN documents d ON d.kind = h.kind AND d.id = h.id AND d.version = h.version
      WHERE h.kind = 'process' AND h.id = ${process}`),
  ]);
  const workspace = readWorkspace(workspaces[0]);
  const [definition] = readDefinitions(definitions, workspace);
  const at = published[0]?.at;
  return definition && at !== undefined ? { workspace, definition, publishedAt: at, cursor: cursors[0] } : undefined;
}

/** All rows of the ledger a duty is asked of. */
export async function dutyRows(store: Store, ledger: string): Promise<readonly DutyRow[]> {
  const found = await store.all(
    rows<{ id: string; cells: string }>(sql`SELECT row AS id, cells FROM ledger_rows WHERE ledger = ${ledger}`),
  );
  return found.map(({ id, cells }) => ({ id, cells: JSON.parse(cells) }));
}

/**
 * Enters what is owed and orders its cases, all of it or nothing; what is there already stays as it is, so two who do
 * this at once, or one who does it twice, leave one of each. The cursor never goes back.
 */
export async function keepOpenings(
  store: Store,
  definition: Definition,
  openings: readonly DutyOpening[],
  cursor: DutyCursor,
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(openings.length / ROWS_AT_ONCE) }, (_, n) =>
    openings.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
  );
  await store.batch([
    ...parts.flatMap((some) => [
      insertDuties(definition.id, some, kindOf(definition)),
      insertOrders(definition, some, cursor.until),
    ]),
    write(sql`
      INSERT INTO duty_cursors (process, version, until, next_at)
      VALUES (${cursor.process}, ${cursor.version}, ${cursor.until}, ${cursor.nextAt})
      ON CONFLICT (process) DO UPDATE SET version = excluded.version, until = max(until, excluded.until),
        next_at = excluded.next_at`),
  ]);
}

const kindOf = ({ duty }: Definition): 'person' | 'unit' | 'row' =>
  duty?.subjects.kind === 'units' ? 'unit' : duty?.subjects.kind === 'rows' ? 'row' : 'person';

function insertDuties(process: string, openings: readonly DutyOpening[], kind: string) {
  const entered = openings.map(({ occurrence: { period, subject, person }, title }) => ({
    ...period,
    due: period.due.at,
    provisional: period.due.provisional ? 1 : 0,
    subject,
    person,
    title,
  }));
  return write(sql`
    INSERT INTO duties (process, starts, period, subject, kind, title, person, opens_at, due_at, provisional, closes_at)
    SELECT ${process}, d.value ->> 'first', d.value ->> 'id', d.value ->> 'subject', ${kind}, d.value ->> 'title',
      d.value ->> 'person', d.value ->> 'opens', d.value ->> 'due', d.value ->> 'provisional', d.value ->> 'closes'
    FROM json_each(${JSON.stringify(entered)}) d WHERE true
    ON CONFLICT (process, starts, period, subject) DO NOTHING`);
}

function insertOrders(definition: Definition, openings: readonly DutyOpening[], at: Instant) {
  const orders = openings.map(({ occurrence, values }) => ({
    key: occurrenceId(definition.id, occurrence.period.id, occurrence.subject),
    process: definition.id,
    step: firstStep(definition).id,
    starter: occurrence.person,
    values,
    duty: causeOf(occurrence),
  }));
  return write(sql`
    INSERT INTO outbox (id, kind, body, at, next_at)
    SELECT o.value ->> 'key', 'duty', o.value, ${at}, ${at} FROM json_each(${JSON.stringify(orders)}) o WHERE true
    ON CONFLICT (id) DO NOTHING`);
}
