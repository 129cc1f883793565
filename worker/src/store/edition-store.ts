import { sql } from 'drizzle-orm';
import {
  checkDefinition,
  checkWorkspace,
  compileWorkspace,
  type Definitions,
  type Finding,
  type Instant,
  type Published,
  type RuleUses,
  type UserId,
} from '#engine';
import { rows, type Store } from './database.ts';
import { authoringQuery, documentChanges, headsQuery, type StoredAuthoring } from './document-versions.ts';
import {
  digestOfContent,
  type Edition,
  type EditionContent,
  type EditionKind,
  editionsQuery,
  insertEditions,
  lastEditionsQuery,
  readEdition,
  type Standing,
  standingOf,
  standings,
  withContents,
} from './editions.ts';
import { failureOf } from './failure.ts';
import { registerSums } from './sum-registry.ts';
import { type Ticket, type Visit, visit } from './visit.ts';
import type { WorkspaceSnapshot } from './workspace.ts';

const NO_USES: RuleUses = { tables: {}, settings: {} };
const NO_AUTHORING: StoredAuthoring = { id: 'authoring', areas: {}, places: {}, uses: NO_USES };

type Uses = Pick<StoredAuthoring, 'areas' | 'uses'>;
/** Who asks, what uses what, and how everything stands. */
export type RulesRead = {
  readonly visit: Visit;
  readonly authoring: Uses;
  readonly standings: ReadonlyMap<string, Standing>;
};
/** The same of one table or setting, with its history, latest first. */
export type RuleRead = {
  readonly visit: Visit;
  readonly authoring: Uses;
  readonly editions: readonly Edition[];
  readonly standing: Standing | undefined;
};

const authoringIn = (found: readonly { readonly body: string }[]): StoredAuthoring =>
  found[0] === undefined ? NO_AUTHORING : JSON.parse(found[0].body);

export async function readRules(store: Store, ticket: Ticket): Promise<RulesRead> {
  const { visit: who, found } = await visit(store, ticket, authoringQuery(), lastEditionsQuery());
  return { visit: who, authoring: authoringIn(found[0]), standings: standings(found[1].map(readEdition)) };
}

export async function readRule(store: Store, ticket: Ticket, kind: EditionKind, id: string): Promise<RuleRead> {
  const { visit: who, found } = await visit(store, ticket, authoringQuery(), editionsQuery(kind, id));
  const editions = found[1].map(readEdition);
  return { visit: who, authoring: authoringIn(found[0]), editions, standing: standingOf(editions) };
}

/** How many cases of each of these processes are open. */
export async function openCases(store: Store, processes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (processes.length === 0) return new Map();
  const found = await store.all(
    rows<{ process: string; n: number }>(sql`
      SELECT c.process, count(*) AS n FROM json_each(${JSON.stringify(processes)}) p JOIN cases c ON c.process = p.value
      WHERE c.status = 'open' GROUP BY c.process`),
  );
  return new Map(found.map(({ process, n }) => [process, n]));
}

/** What somebody wants to make of a table or a setting. */
export type Change = {
  readonly kind: EditionKind;
  readonly id: string;
  readonly content: EditionContent;
};
/** What is wrong with it: in the table or the setting itself, or in a process that uses it. */
export type ChangeFinding = Finding & { readonly process?: string; readonly document?: string };

type Present = {
  readonly definitions: Definitions;
  readonly authoring: StoredAuthoring;
  readonly heads: readonly { kind: string; id: string; version: number; digest: string }[];
  readonly workspaceVersion: number;
  readonly editions: readonly Edition[];
};

/** @throws Error when nothing was published. */
async function readPresent(store: Store, { kind, id }: Pick<Change, 'kind' | 'id'>): Promise<Present> {
  const [[row], processes, authoring, heads, editions] = await store.batch([
    rows<{ version: number; body: string }>(sql`SELECT version, body FROM workspace WHERE id = 1`),
    rows<{ id: string; body: string }>(sql`
      SELECT d.id, d.body FROM heads h JOIN documents d ON d.kind = h.kind AND d.id = h.id AND d.version = h.version
      WHERE h.kind = 'process'`),
    authoringQuery(),
    headsQuery(),
    editionsQuery(kind, id),
  ]);
  if (row === undefined) throw new Error('nothing was published');
  const snapshot: WorkspaceSnapshot = JSON.parse(row.body);
  const bodies = new Map(processes.map((each) => [each.id, each.body]));
  const published = Object.keys(snapshot.processes).flatMap((name): [string, Published][] => {
    const body = bodies.get(name);
    return body === undefined ? [] : [[name, JSON.parse(body)]];
  });
  return {
    definitions: { workspace: snapshot.documents, processes: Object.fromEntries(published) },
    authoring: authoringIn(authoring),
    heads,
    workspaceVersion: row.version,
    editions: editions.map(readEdition),
  };
}

/** What is wrong with a change, without making it. */
export async function tryChange(store: Store, change: Change): Promise<readonly ChangeFinding[]> {
  const { definitions, authoring } = await readPresent(store, change);
  return findingsOf(change, withContents(definitions, authoring, [change]), authoring);
}

/** Only what uses the table or setting can be broken by it. */
function findingsOf(
  { kind, id }: Change,
  { workspace: documents, processes }: Definitions,
  { uses }: StoredAuthoring,
): readonly ChangeFinding[] {
  const own = kind === 'table' ? `tables/${id}` : 'settings';
  const beside = checkWorkspace(documents).filter(({ document }) => document === own || kind === 'setting');
  const around = beside.filter(
    ({ document, path, severity }) =>
      (document === own && (kind === 'table' || path[1] === id)) || (document !== own && severity === 'error'),
  );
  if (around.some(({ severity }) => severity === 'error')) return around;
  const workspace = compileWorkspace(documents);
  const all = Object.fromEntries(Object.entries(processes).map(([name, { document }]) => [name, document]));
  const using = processesUsing(kind, id, uses);
  const inProcesses = using.flatMap((process) => {
    const published = processes[process];
    return published === undefined
      ? []
      : checkDefinition(published, workspace, all)
          .filter(({ severity }) => severity === 'error')
          .map((finding) => ({ ...finding, process }));
  });
  return [...around, ...inProcesses];
}

/** The processes that ask a table, or use a setting in one way or another. */
export function processesUsing(kind: EditionKind, id: string, { tables, settings }: RuleUses): readonly string[] {
  const uses = Object.hasOwn(settings, id) ? settings[id] : undefined;
  return kind === 'table'
    ? Object.hasOwn(tables, id)
      ? (tables[id] ?? [])
      : []
    : [...new Set((uses ?? []).flatMap((use) => (use.kind === 'process' ? [use.id] : [])))];
}

/** Who makes an edition, from which, and why. */
export type EditionStamp = {
  readonly base: number;
  readonly author: UserId;
  readonly reason: string;
  readonly at: Instant;
};

const MAX_TRIES = 3;

/**
 * Makes a change and puts it in force: a version of every document it changes, all of it or nothing. The same edition
 * sent again is found to be there.
 *
 * @returns `moved` when the last edition is not the base, `same` when nothing would change, or what is wrong with it.
 */
export async function addEdition(
  store: Store,
  change: Change,
  stamp: EditionStamp,
  tries = 1,
): Promise<'done' | 'moved' | 'same' | readonly ChangeFinding[]> {
  const present = await readPresent(store, change);
  const { definitions, authoring, editions } = present;
  const standing = standingOf(editions);
  const digest = digestOfContent(change.content);
  if (standing === undefined) return 'moved';
  const [last] = editions;
  if (last?.base === stamp.base && last.digest === digest && last.author === stamp.author) return 'done';
  if (standing.last !== stamp.base) return 'moved';
  if (standing.inForce.digest === digest && standing.waiting === undefined) return 'same';
  const next = withContents(definitions, authoring, [change]);
  const findings = findingsOf(change, next, authoring);
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  const { base, author, reason, at } = stamp;
  const delivered = editions.find(({ origin }) => origin === 'delivered')?.digest ?? digest;
  const edition: Edition = {
    ...change,
    edition: base + 1,
    origin: 'made',
    digest,
    delivered,
    base,
    author,
    reason,
    at,
  };
  const { statements } = documentChanges(store, next, authoring, present.heads, present.workspaceVersion, stamp);
  try {
    await store.batch([
      ...insertEditions([edition]),
      ...statements,
      ...registerSums(compileWorkspace(next.workspace).sums),
    ]);
    return 'done';
  } catch (error) {
    const failure = failureOf(error);
    if (tries === MAX_TRIES || failure.kind !== 'refused' || failure.guard !== 'documents') throw error;
    return addEdition(store, change, stamp, tries + 1);
  }
}
