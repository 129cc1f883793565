import { sql } from 'drizzle-orm';
import {
  checkDefinition,
  compileWorkspace,
  type Finding,
  fail,
  type Instant,
  type KeptSums,
  ok,
  type Published,
  type Result,
  sha256Hex,
  type WorkspaceDocuments,
} from '#engine';
import { rows, type Statement, type Store, write } from './database.ts';
import { failureOf } from './failure.ts';
import { keptSumsQuery, registerSums } from './sum-registry.ts';
import { documents, heads } from './tables.ts';
import type { WorkspaceSnapshot } from './workspace.ts';

/** What a deployment is published from: everything in process-defs/, parsed and resolved. */
export type Bundle = {
  readonly workspace: WorkspaceDocuments;
  readonly processes: Readonly<Record<string, Published>>;
};
export type Stamp = { readonly author: string; readonly reason: string; readonly at: Instant };

type Document = { readonly kind: string; readonly id: string; readonly digest: string; readonly body: string };
type Head = { readonly kind: string; readonly id: string; readonly version: number; readonly digest: string };

const MAX_TRIES = 3;

/**
 * Publishes what differs from the present versions, all of it or nothing. Publishing the same again does nothing.
 *
 * @returns how many documents got a new version, or what is wrong with the processes: then nothing was published.
 */
export async function publish(
  store: Store,
  bundle: Bundle,
  stamp: Stamp,
  tries = 1,
): Promise<Result<number, readonly Finding[]>> {
  const [present, [row], kept] = await store.batch([
    rows<Head>(sql`
      SELECT h.kind, h.id, h.version, d.digest
      FROM heads h JOIN documents d ON d.kind = h.kind AND d.id = h.id AND d.version = h.version`),
    rows<{ version: number }>(sql`SELECT version FROM workspace WHERE id = 1`),
    keptSumsQuery(),
  ]);
  const changed = documentsOf(bundle).filter(
    (one) => one.digest !== present.find(({ kind, id }) => kind === one.kind && id === one.id)?.digest,
  );
  const { sums } = compileWorkspace(bundle.workspace);
  if (changed.length === 0) {
    if (!areKept(sums, kept)) await store.batch(registerSums(sums));
    return ok(0);
  }
  const wrong = errorsIn(bundle);
  if (wrong.length > 0) return fail(wrong);
  const versions = new Map(present.map(({ kind, id, version }) => [`${kind} ${id}`, version]));
  for (const { kind, id } of changed) versions.set(`${kind} ${id}`, (versions.get(`${kind} ${id}`) ?? 0) + 1);
  const inserts = changed.flatMap((one) => versionQueries(store, one, versions, stamp));
  try {
    await store.batch([
      workspaceUpsert(snapshotOf(bundle, versions), (row?.version ?? 0) + 1),
      ...inserts,
      ...registerSums(sums),
    ]);
    return ok(changed.length);
  } catch (error) {
    const failure = failureOf(error);
    if (tries === MAX_TRIES || failure.kind !== 'refused' || failure.guard !== 'documents') throw error;
    return publish(store, bundle, stamp, tries + 1);
  }
}

/** The same document can come to another sum by a new version of the engine. */
const areKept = ({ all }: KeptSums, kept: readonly { readonly id: string }[]): boolean =>
  all.length === kept.length && all.every(({ id }) => kept.some((each) => each.id === id));

/** Every process is judged against the whole of what is published: a changed post can break an unchanged process. */
function errorsIn({ workspace: documents, processes }: Bundle): readonly Finding[] {
  const workspace = compileWorkspace(documents);
  const all = Object.fromEntries(Object.entries(processes).map(([id, { document }]) => [id, document]));
  const findings = Object.values(processes).flatMap((published) => checkDefinition(published, workspace, all));
  return findings.filter(({ severity }) => severity === 'error');
}

function documentsOf({ workspace, processes }: Bundle): Document[] {
  const { organisation, areas, lists, settings, clauses, links, calendars, tables, ledgers } = workspace;
  const { reports = {}, indicators } = workspace;
  const single = {
    organisation,
    areas,
    lists,
    settings,
    ...(clauses && { clauses }),
    ...(links && { links }),
    ...(indicators && { indicators }),
  };
  const many = { calendar: calendars, table: tables, ledger: ledgers, report: reports };
  return [
    ...Object.entries(single).map(([kind, document]) => documentOf(kind, document.id, document)),
    ...Object.entries(many).flatMap(([kind, all]) => Object.values(all).map((one) => documentOf(kind, one.id, one))),
    ...Object.values(processes).map((published) => documentOf('process', published.document.id, published)),
  ];
}

/** Keys stay in the order they were written in: it is the order of the fields on the page, and part of the version. */
function documentOf(kind: string, id: string, content: unknown): Document {
  const body = JSON.stringify(content);
  return { kind, id, body, digest: sha256Hex(body) };
}

function versionQueries(
  store: Store,
  one: Document,
  versions: ReadonlyMap<string, number>,
  stamp: Stamp,
): Statement<never>[] {
  const { kind, id } = one;
  const version = versions.get(`${kind} ${id}`) ?? 1;
  return [
    write(store.build.insert(documents).values({ ...one, ...stamp, version })),
    write(
      store.build
        .insert(heads)
        .values({ kind, id, version })
        .onConflictDoUpdate({ target: [heads.kind, heads.id], set: { version } }),
    ),
  ];
}

function snapshotOf({ workspace, processes }: Bundle, versions: ReadonlyMap<string, number>): WorkspaceSnapshot {
  const heads = Object.values(processes).map(({ document: { id, title, area, duty, triggers } }) => [
    id,
    {
      version: versions.get(`process ${id}`) ?? 1,
      title,
      area,
      ...(duty && { duty: true }),
      ...(triggers && { triggered: true }),
    },
  ]);
  return { documents: workspace, processes: Object.fromEntries(heads) };
}

const workspaceUpsert = (content: WorkspaceSnapshot, version: number) => {
  const body = JSON.stringify(content);
  return write(sql`
    INSERT INTO workspace (id, version, digest, body) VALUES (1, ${version}, ${sha256Hex(body)}, ${body})
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, digest = excluded.digest, body = excluded.body`);
};
