import { sql } from 'drizzle-orm';
import { type Instant, rowAddress, type SealedEntry, targetsOf } from '#engine';
import type { LastRead } from '../cases/viewed-since.ts';
import {
  byPublicId,
  type CaseRow,
  caseQuery,
  listColumns,
  readCase,
  type StoredCase,
  storedCase,
} from './case-store.ts';
import { rows, type Store, write } from './database.ts';
import { definitionsOf } from './definition-store.ts';
import { type Draft, type DraftRow, draftColumns, parseDraft } from './draft-store.ts';
import { type Ticket, type Visit, visit, visitor } from './visit.ts';

type LinkRow = CaseRow & { readonly step: string };
/** A case at the other end of a link, and the step that made the link. */
export type LinkedCase = { readonly step: string; readonly case: StoredCase };
export type EntryRow = Omit<SealedEntry, 'case' | 'events'> & { readonly body: string };
/** Somebody who was told of a case, and when they opened it. */
export type CopyRow = {
  readonly person: string;
  readonly step: string;
  readonly at: string;
  readonly readAt: string | null;
};
export type ReadRow = { readonly person: string; readonly at: string; readonly version: number };

/** A case, as somebody signed in finds it. */
export async function readOneCase(
  store: Store,
  ticket: Ticket,
  id: string,
): Promise<{ readonly visit: Visit; readonly case: StoredCase | undefined }> {
  const { visit: who, found } = await visit(store, ticket, caseQuery(byPublicId(id)));
  return { visit: who, case: readCase(found[0], who.workspace) };
}

/** A case with all that its page shows. */
export async function readCasePage(store: Store, ticket: Ticket, id: string) {
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<LinkRow>(sql`
      SELECT ${listColumns}, k.parent_step AS step
      FROM cases k JOIN cases c ON c.id = k.parent WHERE k.public = ${id}`),
    rows<LinkRow>(sql`
      SELECT ${listColumns}, c.parent_step AS step
      FROM cases p JOIN cases c ON c.parent = p.id WHERE p.public = ${id} ORDER BY c.id DESC LIMIT 100`),
    rows<LinkRow>(sql`
      SELECT ${listColumns}, '' AS step
      FROM (
        SELECT ${id} AS target UNION ALL
        SELECT r.key || '/' || r.value FROM cases w JOIN json_each(w.state, '$.rows') r WHERE w.public = ${id}
      ) mine JOIN case_references f ON f.target = mine.target JOIN cases c ON c.id = f.source
      WHERE c.public <> ${id} ORDER BY f.source DESC LIMIT 50`),
    rows<EntryRow>(sql`${selectEntries} WHERE ${byPublicId(id)} AND instr(e.body, '"Commented"') > 0 ORDER BY e.key`),
    rows<DraftRow>(sql`SELECT ${draftColumns} FROM drafts WHERE person = ${visitor(ticket)} AND "case" = ${id}`),
    rows<CopyRow>(sql`
      SELECT t.person, t.step, t.since AS at, t.read_at AS readAt
      FROM cases c JOIN tasks t ON t.key BETWEEN c.id * 65536 AND c.id * 65536 + 65535
      WHERE ${byPublicId(id)} AND t.kind = 'copy' ORDER BY t.key`),
    lastReads(id, true),
    caseQuery(byPublicId(id)),
  );
  const [parents, children, referrers, comments, drafts, copies, reads, cases] = found;
  const stored = readCase(cases, who.workspace);
  const definition = await definitionsOf(store, who.workspace, [...parents, ...children, ...referrers]);
  const linked = ({ step, ...row }: LinkRow): LinkedCase => ({ step, case: storedCase(row, definition(row)) });
  const [parent] = parents.map(linked);
  return {
    visit: who,
    case: stored,
    parent,
    children: children.map(linked),
    referrers: referrers.map(linked).filter(({ case: source }) => pointsTo(source, stored)),
    comments: readEntries(id, comments),
    drafts: drafts.map(parseDraft),
    copies,
    reads,
  };
}

export type CasePage = Awaited<ReturnType<typeof readCasePage>> & {
  readonly case: StoredCase;
  readonly drafts: readonly Draft[];
};

/** Whether a case still points to another, or to a ledger row that the other wrote; a case that it started says so itself. */
function pointsTo(source: StoredCase, target: StoredCase | undefined): boolean {
  if (target === undefined || source.parent === target.key) return false;
  const rows = Object.entries(target.state.rows).map(([ledger, row]) => rowAddress(ledger, row));
  const mine: ReadonlySet<string> = new Set([target.id, ...rows]);
  return targetsOf(source.definition, source.state.values).some((each) => mine.has(each));
}

/** A case with its whole log, and who opened it. */
export async function readLog(store: Store, ticket: Ticket, id: string) {
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<EntryRow>(sql`${selectEntries} WHERE ${byPublicId(id)} ORDER BY e.key`),
    rows<ReadRow>(sql`
      SELECT r.person, r.at, r.version FROM cases c JOIN reads r ON r.case_id = c.id
      WHERE ${byPublicId(id)} ORDER BY r.at`),
    caseQuery(byPublicId(id)),
  );
  const [entries, views, cases] = found;
  return { visit: who, case: readCase(cases, who.workspace), entries: readEntries(id, entries), views };
}

/** The logs of several cases, by their public ids. */
export async function readLogs(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SealedEntry[]>> {
  const found = await store.all(
    rows<EntryRow & { readonly id: string }>(sql`
      SELECT c.public AS id, ${entryColumns}
      FROM json_each(${JSON.stringify(ids)}) wanted JOIN cases c ON c.public = wanted.value
      JOIN entries e ON e.key BETWEEN c.id * 65536 AND c.id * 65536 + 65535 ORDER BY e.key`),
  );
  const logs = new Map<string, SealedEntry[]>();
  for (const { id, ...row } of found) logs.set(id, [...(logs.get(id) ?? []), ...readEntries(id, [row])]);
  return logs;
}

/** Notes that somebody opened a version of a case, the first time, and that their copies of it are read. */
export async function noteRead(
  store: Store,
  { key }: StoredCase,
  person: string,
  version: number,
  at: Instant,
): Promise<void> {
  await store.batch([
    write(
      sql`INSERT OR IGNORE INTO reads (case_id, person, version, at) VALUES (${key}, ${person}, ${version}, ${at})`,
    ),
    write(sql`
      UPDATE tasks SET read_at = ${at}
      WHERE key BETWEEN ${key} * 65536 AND ${key} * 65536 + 65535
        AND person = ${person} AND kind = 'copy' AND read_at IS NULL`),
  ]);
}

const entryColumns = sql`e.key & 65535 AS seq, e.at, e.by, e.body, e.previous, e.hash`;
export const selectEntries = sql`
  SELECT ${entryColumns} FROM cases c JOIN entries e ON e.key BETWEEN c.id * 65536 AND c.id * 65536 + 65535`;

/** Who opened a case, and when last; nothing unless it is wanted. */
export const lastReads = (id: string, wanted: boolean) =>
  rows<LastRead>(sql`
    SELECT r.person, max(r.at) AS at FROM cases c JOIN reads r ON r.case_id = c.id
    WHERE ${wanted ? 1 : 0} AND ${byPublicId(id)} GROUP BY r.person`);

export const readEntries = (id: string, found: readonly EntryRow[]): readonly SealedEntry[] =>
  found.map(({ body, ...row }) => ({ case: id, ...row, events: JSON.parse(body) }));
