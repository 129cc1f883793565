import { sql } from 'drizzle-orm';
import { type Authoring, type Definitions, type Instant, type RuleUses, ruleUses, sha256Hex } from '#engine';
import { rows, type Statement, type Store, write } from './database.ts';
import { documents, heads } from './tables.ts';
import type { WorkspaceSnapshot } from './workspace.ts';

type Document = { readonly kind: string; readonly id: string; readonly digest: string; readonly body: string };
type Head = { readonly kind: string; readonly id: string; readonly version: number; readonly digest: string };
type Stamp = { readonly author: string; readonly reason: string; readonly at: Instant };
/** Kept for those who change rules: what published documents do not say, and what uses what. */
export type StoredAuthoring = Authoring & { readonly id: string; readonly uses: RuleUses };

/** The present version of every document. */
export const headsQuery = () =>
  rows<Head>(sql`
    SELECT h.kind, h.id, h.version, d.digest
    FROM heads h JOIN documents d ON d.kind = h.kind AND d.id = h.id AND d.version = h.version`);

export const workspaceVersionQuery = () => rows<{ version: number }>(sql`SELECT version FROM workspace WHERE id = 1`);

/** The body of the present authoring document. */
export const authoringQuery = () =>
  rows<{ body: string }>(sql`
    SELECT d.body FROM heads h JOIN documents d ON d.kind = h.kind AND d.id = h.id AND d.version = h.version
    WHERE h.kind = 'authoring' AND h.id = 'authoring'`);

/**
 * What makes definitions the present ones: a version of each document that differs, and the workspace. Carrying it out
 * is refused when somebody else has published since the heads were read.
 *
 * @param workspaceVersion of the workspace row as read; undefined when there is none.
 */
export function documentChanges(
  store: Store,
  definitions: Definitions,
  authoring: Authoring,
  present: readonly Head[],
  workspaceVersion: number | undefined,
  stamp: Stamp,
): { readonly changed: number; readonly statements: readonly Statement<never>[] } {
  const known = new Map(present.map((head) => [nameOf(head), head]));
  const changed = documentsOf(definitions, authoring).filter((one) => one.digest !== known.get(nameOf(one))?.digest);
  if (changed.length === 0) return { changed: 0, statements: [] };
  const versions = new Map(present.map((head) => [nameOf(head), head.version]));
  for (const one of changed) versions.set(nameOf(one), (versions.get(nameOf(one)) ?? 0) + 1);
  return {
    changed: changed.length,
    statements: [
      workspaceUpsert(snapshotOf(definitions, versions), (workspaceVersion ?? 0) + 1),
      ...changed.flatMap((one) => versionQueries(store, one, versions, stamp)),
    ],
  };
}

const nameOf = ({ kind, id }: Pick<Document, 'kind' | 'id'>) => `${kind} ${id}`;

function documentsOf(definitions: Definitions, { areas: settingAreas, places }: Authoring): readonly Document[] {
  const { workspace, processes } = definitions;
  const { organisation, areas, lists, settings, clauses, links, calendars, tables, ledgers } = workspace;
  const { reports = {}, indicators } = workspace;
  const authoring: StoredAuthoring = {
    id: 'authoring',
    areas: settingAreas,
    places,
    uses: ruleUses(definitions, { areas: settingAreas, places }),
  };
  const single = {
    organisation,
    areas,
    lists,
    settings,
    authoring,
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
): readonly Statement<never>[] {
  const { kind, id } = one;
  const version = versions.get(nameOf(one)) ?? 1;
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

function snapshotOf({ workspace, processes }: Definitions, versions: ReadonlyMap<string, number>): WorkspaceSnapshot {
  const present = Object.values(processes).map(({ document: { id, title, area, duty, triggers } }) => [
    id,
    {
      version: versions.get(`process ${id}`) ?? 1,
      title,
      area,
      ...(duty && { duty: true }),
      ...(triggers && { triggered: true }),
    },
  ]);
  return { documents: workspace, processes: Object.fromEntries(present) };
}

const workspaceUpsert = (content: WorkspaceSnapshot, version: number) => {
  const body = JSON.stringify(content);
  return write(sql`
    INSERT INTO workspace (id, version, digest, body) VALUES (1, ${version}, ${sha256Hex(body)}, ${body})
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, digest = excluded.digest, body = excluded.body`);
};
