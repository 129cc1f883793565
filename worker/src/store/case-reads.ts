import { sql } from 'drizzle-orm';
import type { Instant, SealedEntry } from '#engine';
import { byPublicId, caseQuery, readCase, type StoredCase } from './case-store.ts';
import { rows, type Store, write } from './database.ts';
import { type Draft, type DraftRow, draftColumns, parseDraft } from './draft-store.ts';
import { type Ticket, type Visit, visit, visitor } from './visit.ts';

export type LinkRow = {
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly subject: string;
  readonly status: 'open' | 'completed' | 'rejected' | 'withdrawn';
  readonly step: string;
};
export type EntryRow = Omit<SealedEntry, 'case' | 'events'> & { readonly body: string };
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
      SELECT p.public AS id, p.number, p.process, p.subject, p.status, c.parent_step AS step
      FROM cases c JOIN cases p ON p.id = c.parent WHERE ${byPublicId(id)}`),
    rows<LinkRow>(sql`
      SELECT k.public AS id, k.number, k.process, k.subject, k.status, k.parent_step AS step
      FROM cases c JOIN cases k ON k.parent = c.id WHERE ${byPublicId(id)} ORDER BY k.id DESC LIMIT 100`),
    rows<EntryRow>(sql`${selectEntries} WHERE ${byPublicId(id)} AND instr(e.body, '"Commented"') > 0 ORDER BY e.key`),
    rows<DraftRow>(sql`SELECT ${draftColumns} FROM drafts WHERE person = ${visitor(ticket)} AND "case" = ${id}`),
    caseQuery(byPublicId(id)),
  );
  const [[parent], children, comments, drafts, cases] = found;
  const stored = readCase(cases, who.workspace);
  return {
    visit: who,
    case: stored,
    parent,
    children,
    comments: readEntries(id, comments),
    drafts: drafts.map(parseDraft),
  };
}

export type CasePage = Awaited<ReturnType<typeof readCasePage>> & {
  readonly case: StoredCase;
  readonly drafts: readonly Draft[];
};

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
const selectEntries = sql`
  SELECT ${entryColumns} FROM cases c JOIN entries e ON e.key BETWEEN c.id * 65536 AND c.id * 65536 + 65535`;

const readEntries = (id: string, found: readonly EntryRow[]): readonly SealedEntry[] =>
  found.map(({ body, ...row }) => ({ case: id, ...row, events: JSON.parse(body) }));
