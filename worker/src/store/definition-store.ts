import { type SQL, sql } from 'drizzle-orm';
import { compileDefinition, type Definition, type Published } from '#engine';
import { rows, type Store } from './database.ts';
import type { PresentWorkspace } from './workspace.ts';

/** One version of a process. `source`: digest and body; null when this isolate has it already, or there is none. */
export type DefinitionRow = VersionName & { readonly source: string | null };
/** A process and one of its versions. */
export type VersionName = { readonly process: string; readonly version: number };
type Version = { readonly digest: string; readonly published: Published };

/** What this isolate has read, by process and version: a version never changes, so none ever goes stale. */
const versions = new Map<string, Version>();
/** Their names in one text, between commas. */
let known = ',';
/** The same compiled, by version and by the workspace it was compiled in. */
const compiled = new Map<string, Definition>();
const MAX_KNOWN = 160;

/** Ids contain neither blanks nor commas. */
const nameOf = ({ process, version }: VersionName) => `${process} ${version}`;

/** SQL of the `source` of a version; one that this isolate knows is not even looked up. */
export const definitionSource = (process: SQL, version: SQL) => sql`
  iif(instr(${known}, ',' || ${process} || ' ' || ${version} || ',') > 0, NULL, (
    SELECT d.digest || ' ' || d.body FROM documents d
    WHERE d.kind = 'process' AND d.id = ${process} AND d.version = ${version}))`;

/** @param wanted SQL of rows (process, version). */
const definitionsQuery = (wanted: SQL) =>
  rows<DefinitionRow>(sql`
    SELECT w.process, w.version, ${definitionSource(sql`w.process`, sql`w.version`)} AS source FROM (${wanted}) AS w`);

/** One version of a process; the present one when none is named. */
export const definitionQuery = (process: string, version?: number) =>
  definitionsQuery(
    version === undefined
      ? sql`SELECT id AS process, version FROM heads WHERE kind = 'process' AND id = ${process}`
      : sql`SELECT ${process} AS process, ${version} AS version`,
  );

/** The present version of every process. */
export const presentDefinitionsQuery = () =>
  definitionsQuery(sql`SELECT id AS process, version FROM heads WHERE kind = 'process'`);

export const readDefinitions = (found: readonly DefinitionRow[], workspace: PresentWorkspace): readonly Definition[] =>
  found.flatMap((row) => readDefinition(row, workspace) ?? []);

/** The definitions of these versions, from this isolate where it has them, else in one further round trip. */
export async function definitionsOf(
  store: Store,
  workspace: PresentWorkspace,
  names: readonly VersionName[],
): Promise<(name: VersionName) => Definition> {
  const missing = names.filter((name) => !versions.has(nameOf(name)));
  const wanted = sql`
    SELECT DISTINCT v.value ->> 'process' AS process, v.value ->> 'version' AS version
    FROM json_each(${JSON.stringify(missing)}) v`;
  if (missing.length > 0) readDefinitions(await store.all(definitionsQuery(wanted)), workspace);
  return (name) => {
    const definition = readDefinition({ ...name, source: null }, workspace);
    if (!definition) throw new Error(`no definition ${nameOf(name)}`);
    return definition;
  };
}

/** Those that rows start, by the list of processes they were picked from. */
const triggeredIn = new WeakMap<PresentWorkspace['processes'], readonly Definition[]>();

/** The present versions of the processes that rows of a ledger start. */
export async function triggeredDefinitions(store: Store, workspace: PresentWorkspace): Promise<readonly Definition[]> {
  const found = triggeredIn.get(workspace.processes) ?? (await pickTriggered(store, workspace));
  triggeredIn.set(workspace.processes, found);
  return found;
}

async function pickTriggered(store: Store, workspace: PresentWorkspace): Promise<readonly Definition[]> {
  const names = Object.entries(workspace.processes).flatMap(([process, { version, triggered }]) =>
    triggered ? [{ process, version }] : [],
  );
  if (names.length === 0) return [];
  const definition = await definitionsOf(store, workspace, names);
  return names.map(definition);
}

/**
 * @returns undefined when there is no such version.
 * @throws Error when what was published does not compile any more, which publishing rules out.
 */
export function readDefinition(row: DefinitionRow, workspace: PresentWorkspace): Definition | undefined {
  const name = nameOf(row);
  const key = `${name} ${workspace.digest}`;
  const done = compiled.get(key);
  if (done) return done;
  const found = versionOf(row, name);
  if (!found) return undefined;
  const { digest, published } = found;
  const result = compileDefinition(published, workspace, { version: row.version, digest });
  if (!result.ok) throw new Error(`definition ${name} does not compile`);
  keep(compiled, key, result.value);
  return result.value;
}

function versionOf({ source }: DefinitionRow, name: string): Version | undefined {
  const read = versions.get(name);
  if (read || source === null) return read;
  const end = source.indexOf(' ');
  const version: Version = { digest: source.slice(0, end), published: JSON.parse(source.slice(end + 1)) };
  keep(versions, name, version);
  known = `,${[...versions.keys()].join()},`;
  return version;
}

/** What this isolate compiled last of a process, for guessing what a request will need. */
export const knownDefinition = (process: string): Definition | undefined =>
  [...compiled.values()].findLast(({ id }) => id === process);

function keep<Value>(cache: Map<string, Value>, key: string, value: Value): void {
  if (cache.size >= MAX_KNOWN) cache.clear();
  cache.set(key, value);
}
