import { sql } from 'drizzle-orm';
import { civilDateOf, type Instant, rowChanges, type Workspace, zoneOffset } from '#engine';
import { rows, type Store, write } from './database.ts';
import { fillRowDaysAgain } from './row-day-store.ts';
import { enterChanges } from './sum-effects.ts';

/** Rows that the ledgers of the demo company start out with; those of a ledger by case name themselves with `id`. */
export type Openings = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Gives every person of the company the same password, unless the account exists. */
export async function openAccounts(store: Store, people: readonly string[], password: string): Promise<void> {
  await store.all(
    write(sql`
      INSERT INTO accounts (person, password) SELECT p.value, ${password} FROM json_each(${JSON.stringify(people)}) p
      WHERE true ON CONFLICT (person) DO NOTHING`),
  );
}

export async function knownAccounts(store: Store): Promise<ReadonlySet<string>> {
  return new Set(
    (await store.all(rows<{ person: string }>(sql`SELECT person FROM accounts`))).map(({ person }) => person),
  );
}

/** Enters the opening rows that are not there yet. */
export async function openLedgers(store: Store, openings: Openings, workspace: Workspace, at: Instant): Promise<void> {
  const entries = Object.entries(openings).flatMap(([ledger, given]) =>
    given.map((each) => openingRow(workspace, ledger, each)),
  );
  const known = await store.all(
    rows<{ at: number }>(sql`
      SELECT o.key AS at FROM json_each(${JSON.stringify(entries)}) o
        JOIN ledger_rows r ON r.ledger = o.value ->> 'ledger' AND r.row = o.value ->> 'row'`),
  );
  const there = new Set(known.map(({ at: index }) => index));
  const opened = entries.filter((_, index) => !there.has(index));
  const missing = sql`json_each(${JSON.stringify(opened)}) o`;
  const changes = opened.map(({ ledger, row, cells }) => ({ source: ledger, subject: row, after: cells }));
  await store.batch([
    write(sql`
      INSERT INTO ledger_changes (ledger, row, version, cells, at)
      SELECT o.value ->> 'ledger', o.value ->> 'row', 1, o.value -> 'cells', ${at} FROM ${missing}`),
    write(sql`
      INSERT INTO ledger_rows (ledger, row, version, cells, updated_at)
      SELECT o.value ->> 'ledger', o.value ->> 'row', 1, o.value -> 'cells', ${at} FROM ${missing}`),
    ...(opened.length === 0 ? [] : [fillRowDaysAgain()]),
    ...enterChanges(sql`0`, civilDateOf(at, zoneOffset(workspace)), rowChanges(workspace.sums.bySource, changes)),
  ]);
}

function openingRow({ ledgers }: Workspace, name: string, { id, ...given }: Readonly<Record<string, unknown>>) {
  const ledger = ledgers[name];
  if (!ledger) throw new Error(`no ledger ${name}`);
  const cells = ledger.complete(given);
  const row = ledger.key === 'case' ? String(id) : ledger.key.map((column) => String(cells[column])).join('|');
  return { ledger: name, row, cells };
}

/** The clock's lead over the machine's, in milliseconds; a table that only the local demo has. */
export async function readClock(store: Store): Promise<number> {
  const [, found] = await store.batch([createClock, rows<{ lead: number }>(sql`SELECT lead FROM development_clock`)]);
  return found[0]?.lead ?? 0;
}

/** Moves the clock; sessions move along, so that whoever moves it stays signed in. */
export async function moveClock(store: Store, lead: number, moved: number): Promise<void> {
  const seconds = `${moved / 1000} seconds`;
  const shifted = (column: string) => sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${sql.raw(column)}, ${seconds})`;
  await store.batch([
    createClock,
    write(
      sql`INSERT INTO development_clock (id, lead) VALUES (1, ${lead}) ON CONFLICT (id) DO UPDATE SET lead = excluded.lead`,
    ),
    write(sql`
      UPDATE sessions SET created_at = ${shifted('created_at')}, expires_at = ${shifted('expires_at')},
        seen_at = ${shifted('seen_at')}`),
    write(sql`DELETE FROM attempts`),
  ]);
}

const createClock = write(sql`
  CREATE TABLE IF NOT EXISTS development_clock (id INTEGER PRIMARY KEY CHECK (id = 1), lead INTEGER NOT NULL) STRICT`);
