import { sql } from 'drizzle-orm';
import type { Filling, Instant, SealedEntry } from '#engine';
import { type EntryRow, readEntries } from './case-reads.ts';
import { rows, type Store, write } from './database.ts';
import { ADD_UP, FULL, isOfCases, MEASURE_COLUMNS, unitsIn } from './sum-effects.ts';

/** Sums of one source that have passed the same row: they are filled together. */
export type Unfilled = { readonly source: string; readonly passed: number; readonly ids: readonly string[] };

/** The sums that are filled next; undefined when all are full. */
export async function nextUnfilled(store: Store): Promise<Unfilled | undefined> {
  const [found] = await store.all(
    rows<{ source: string; passed: number; ids: string }>(sql`
      SELECT source, passed, json_group_array(id) AS ids FROM sums
      WHERE wanted = 1 AND passed < ${FULL} GROUP BY source, passed ORDER BY source, passed LIMIT 1`),
  );
  return found && { ...found, ids: JSON.parse(found.ids) };
}

/** A row of a ledger with all its versions, oldest first. */
export type RowHistory = {
  readonly place: number;
  readonly row: string;
  readonly version: number;
  readonly versions: readonly { readonly at: Instant; readonly cells: Readonly<Record<string, unknown>> }[];
};

/** The next rows of a ledger after a place. */
export async function readRowHistories(
  store: Store,
  { source, passed }: Unfilled,
  most: number,
): Promise<readonly RowHistory[]> {
  const found = await store.all(
    rows<Omit<RowHistory, 'versions'> & { readonly versions: string }>(sql`
      SELECT r.place, r.row, r.version, (
        SELECT json_group_array(json_object('at', v.at, 'cells', json(v.cells)) ORDER BY v.version)
        FROM ledger_changes v WHERE v.ledger = r.ledger AND v.row = r.row AND v.version <= r.version) AS versions
      FROM (SELECT * FROM ledger_rows WHERE ledger = ${source} AND place > ${passed} ORDER BY place LIMIT ${most}) r
      ORDER BY r.place`),
  );
  return found.map((row) => ({ ...row, versions: JSON.parse(row.versions) }));
}

/** A case with its whole log. */
export type CaseHistory = {
  readonly key: number;
  readonly id: string;
  readonly seq: number;
  readonly entries: readonly SealedEntry[];
};

/** The next cases after a number. */
export async function readCaseHistories(
  store: Store,
  { passed }: Unfilled,
  most: number,
): Promise<readonly CaseHistory[]> {
  const cases = sql`SELECT * FROM cases WHERE id > ${passed} ORDER BY id LIMIT ${most}`;
  const [found, log] = await store.batch([
    rows<Omit<CaseHistory, 'entries'>>(sql`SELECT c.id AS key, c.public AS id, c.seq FROM (${cases}) c ORDER BY c.id`),
    rows<EntryRow & { readonly key: number }>(sql`
      SELECT c.id AS key, e.key & 65535 AS seq, e.at, e.by, e.body, e.previous, e.hash
      FROM (${cases}) c JOIN entries e ON e.key BETWEEN c.id * 65536 AND c.id * 65536 + 65535 ORDER BY e.key`),
  ]);
  const byCase = Map.groupBy(log, ({ key }) => key);
  return found.map((each) => ({ ...each, entries: readEntries(each.id, byCase.get(each.key) ?? []) }));
}

/** What was read, to be found unchanged: rows of the source by their names, with their versions. */
export type Passing = {
  readonly last: number;
  readonly versions: readonly (readonly [string, number])[];
  /** Digest of the workspace whose sums they are. */
  readonly workspace: string;
};

/** Enters a part of history; refused when any of it has moved on meanwhile. */
export async function enterFilling(
  store: Store,
  { source, passed, ids }: Unfilled,
  { totals, members }: Filling,
  { last, versions, workspace }: Passing,
): Promise<void> {
  const seen = JSON.stringify(versions);
  const present = isOfCases(source)
    ? sql`SELECT 1 FROM cases r WHERE r.public = v.value ->> 0 AND r.seq = v.value ->> 1`
    : sql`SELECT 1 FROM ledger_rows r WHERE r.ledger = ${source} AND r.row = v.value ->> 0 AND r.version = v.value ->> 1`;
  const added = totals.map(({ sum, bucket, group, count, amounts }) => [
    sum,
    bucket,
    group,
    count,
    amounts.map(String),
  ]);
  const joined = members.map(({ sum, subject, group, since, until }) => [sum, subject, group, since, until]);
  const mine = sql`s.wanted = 1 AND s.passed = ${passed} AND s.source = ${source}`;
  await store.batch([
    write(sql`
      INSERT INTO sums_seen (digest, changed)
      SELECT ${workspace}, (SELECT count(*) FROM json_each(${seen}) v WHERE NOT EXISTS (${present}))
        + ${ids.length} - (SELECT count(*) FROM sums s WHERE ${mine} AND s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))`),
    ...chunked(added, (some) =>
      write(sql`
        INSERT INTO sum_totals (sum, bucket, grp, n, ${MEASURE_COLUMNS})
        SELECT s.key, c.value ->> 1, c.value ->> 2, c.value ->> 3, ${unitsIn('c.value -> 4')}
        FROM json_each(${some}) c CROSS JOIN sums s ON s.id = c.value ->> 0 AND s.wanted = 1
        WHERE true ${ADD_UP}`),
    ),
    ...chunked(joined, (some) =>
      write(sql`
        INSERT INTO sum_members (sum, subject, grp, since, until)
        SELECT s.key, c.value ->> 1, c.value ->> 2, c.value ->> 3, c.value ->> 4
        FROM json_each(${some}) c CROSS JOIN sums s ON s.id = c.value ->> 0 AND s.wanted = 1`),
    ),
    write(sql`
      UPDATE sums AS s SET passed = ${last}
      WHERE ${mine} AND s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  ]);
}

/** Keeps a statement below what the database takes at once. */
const MOST_AT_ONCE = 2000;

const chunked = <Item, Made>(items: readonly Item[], make: (json: string) => Made): readonly Made[] =>
  Array.from({ length: Math.ceil(items.length / MOST_AT_ONCE) }, (_, at) =>
    make(JSON.stringify(items.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE))),
  );

/** Nothing is left after the last row: the sums are full, unless one was added meanwhile. */
export async function declareFull(store: Store, { source, passed }: Unfilled): Promise<void> {
  const more = isOfCases(source)
    ? sql`SELECT 1 FROM cases WHERE id > ${passed}`
    : sql`SELECT 1 FROM ledger_rows r WHERE r.ledger = ${source} AND r.place > ${passed}`;
  await store.all(
    write(sql`
      UPDATE sums SET passed = ${FULL}
      WHERE wanted = 1 AND source = ${source} AND passed = ${passed} AND NOT EXISTS (${more})`),
  );
}

const MOST_TAKEN_AWAY = 5000;

/** Takes away a part of a sum that nothing names any more; false when there is none left. */
export async function takeAway(store: Store): Promise<boolean> {
  const [old] = await store.all(rows<{ key: number }>(sql`SELECT key FROM sums WHERE wanted = 0 LIMIT 1`));
  if (old === undefined) return false;
  const { key } = old;
  await store.batch([
    write(sql`
      DELETE FROM sum_totals WHERE (sum, bucket, grp) IN (
        SELECT sum, bucket, grp FROM sum_totals WHERE sum = ${key} LIMIT ${MOST_TAKEN_AWAY})`),
    write(sql`
      DELETE FROM sum_members WHERE (sum, subject, since) IN (
        SELECT sum, subject, since FROM sum_members WHERE sum = ${key} LIMIT ${MOST_TAKEN_AWAY})`),
    write(sql`
      DELETE FROM sums WHERE key = ${key}
        AND NOT EXISTS (SELECT 1 FROM sum_totals t WHERE t.sum = ${key})
        AND NOT EXISTS (SELECT 1 FROM sum_members m WHERE m.sum = ${key})`),
  ]);
  return true;
}
