import {
  type Authoring,
  checkDefinition,
  checkSettings,
  checkTable,
  compileWorkspace,
  type Definitions,
  type Finding,
  fail,
  type Instant,
  type KeptSums,
  ok,
  type Result,
  tableSurroundings,
  type Workspace,
} from '#engine';
import type { Store } from './database.ts';
import { documentChanges, headsQuery, workspaceVersionQuery } from './document-versions.ts';
import { insertEditions, lastEditionsQuery, newDeliveries, readEdition, withEditions } from './editions.ts';
import { failureOf } from './failure.ts';
import { keptSumsQuery, registerSums } from './sum-registry.ts';

/** What a deployment is published from: everything in process-defs/, parsed and resolved. */
export type Bundle = Definitions & { readonly authoring: Authoring };
export type Stamp = { readonly author: string; readonly reason: string; readonly at: Instant };

const MAX_TRIES = 3;

/**
 * Publishes what differs from the present versions, all of it or nothing. Publishing the same again does nothing. What
 * administrators made of tables and settings stays in force; a delivery of these that is new waits for them.
 *
 * @returns how many documents got a new version, or what is wrong with the processes, or with the administrators' tables
 * beside them: then nothing was published.
 */
export async function publish(
  store: Store,
  bundle: Bundle,
  stamp: Stamp,
  tries = 1,
): Promise<Result<number, readonly Finding[]>> {
  const [heads, [row], kept, last] = await store.batch([
    headsQuery(),
    workspaceVersionQuery(),
    keptSumsQuery(),
    lastEditionsQuery(),
  ]);
  const known = last.map(readEdition);
  const deliveries = newDeliveries(bundle, known, stamp);
  const definitions = withEditions(bundle, bundle.authoring, [...known, ...deliveries]);
  const broken = errorsInRules(definitions);
  if (broken.length > 0) return fail(broken);
  const { changed, statements } = documentChanges(store, definitions, bundle.authoring, heads, row?.version, stamp);
  const workspace = compileWorkspace(definitions.workspace);
  const { sums } = workspace;
  if (changed === 0 && deliveries.length === 0) {
    if (!areKept(sums, kept)) await store.batch(registerSums(sums));
    return ok(0);
  }
  const wrong = changed === 0 ? [] : errorsIn(definitions, workspace);
  if (wrong.length > 0) return fail(wrong);
  try {
    await store.batch([...statements, ...insertEditions(deliveries), ...registerSums(sums)]);
    return ok(changed);
  } catch (error) {
    const failure = failureOf(error);
    if (tries === MAX_TRIES || failure.kind !== 'refused' || failure.guard !== 'documents') throw error;
    return publish(store, bundle, stamp, tries + 1);
  }
}

/** The same document can come to another sum by a new version of the engine. */
const areKept = ({ all }: KeptSums, kept: readonly { readonly id: string }[]): boolean =>
  all.length === kept.length && all.every(({ id }) => kept.some((each) => each.id === id));

/** Nothing else can be judged beside a table or a setting that cannot be read. */
function errorsInRules({ workspace }: Definitions): readonly Finding[] {
  const around = tableSurroundings(workspace);
  return [
    ...checkSettings(workspace.settings),
    ...Object.values(workspace.tables).flatMap((table) => checkTable(table, around)),
  ].filter(({ severity }) => severity === 'error');
}

/** Every process is judged against the whole of what is published: a changed post can break an unchanged process. */
function errorsIn({ processes }: Definitions, workspace: Workspace): readonly Finding[] {
  const all = Object.fromEntries(Object.entries(processes).map(([id, { document }]) => [id, document]));
  const findings = Object.values(processes).flatMap((published) => checkDefinition(published, workspace, all));
  return findings.filter(({ severity }) => severity === 'error');
}
