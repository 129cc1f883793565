import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileDefinition, digestOfPublished } from '../../engine/definition/compile.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import { compileWorkspace, resolveLists, type Workspace } from '../../engine/definition/workspace.ts';
import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { ListsDocument } from '../../schemas/generated/lists.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import type { DecisionTableDocument } from '../../schemas/generated/table.ts';

const read = <T>(file: string): T => parse(readFileSync(`process-defs/${file}`, 'utf8')) as T;

/** The documents of a folder by their ids. */
function folder<T extends { readonly id: string }>(name: string): Readonly<Record<string, T>> {
  const files = readdirSync(`process-defs/${name}`).filter((file) => !file.endsWith('.test.yaml'));
  return Object.fromEntries(files.map((file) => read<T>(`${name}/${file}`)).map((document) => [document.id, document]));
}

const lists = read<ListsDocument>('lists.yaml');
const ledgers = Object.entries(folder<LedgerDocument>('ledgers'));

/** The demo company as it ships. */
export const workspace: Workspace = compileWorkspace({
  organisation: read('organisation.yaml'),
  calendars: folder('calendars'),
  areas: read('areas.yaml'),
  lists,
  tables: folder<DecisionTableDocument>('tables'),
  ledgers: Object.fromEntries(ledgers.map(([id, document]) => [id, resolveLists(document, lists)])),
  settings: read('settings.yaml'),
});

/** The folders that hold processes, one for each area. */
const areas = readdirSync('process-defs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) =>
    Object.values(folder<{ id: string; format: string }>(name)).some(({ format }) => format === 'process/v1'),
  );
const documents = Object.assign({}, ...areas.map((area) => folder<ProcessDocument>(area)));
const areaOf = (process: string): string => areas.find((area) => folder<ProcessDocument>(area)[process]) ?? '';

/** The processes that ship, ready to run. */
export const definitions: Readonly<Record<string, Definition>> = compileAll(documents);

function compileAll(documents: Readonly<Record<string, ProcessDocument>>): Readonly<Record<string, Definition>> {
  const resolved = Object.values(documents).map((document) => resolveLists(document, lists));
  const foreign = Object.fromEntries(resolved.map(({ id, forms }) => [id, forms]));
  return Object.fromEntries(
    resolved.map((document) => {
      const published = { document, foreign };
      const compiled = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
      if (!compiled.ok) throw new Error(`${document.id}: ${JSON.stringify(compiled.error)}`);
      return [document.id, compiled.value];
    }),
  );
}

type FormValues = Readonly<Record<string, unknown>>;

/** Values that the stories of a process hand in, by form. */
export function toldValues(process: string): Readonly<Record<string, readonly FormValues[]>> {
  const { values } = read<{ values?: Record<string, Record<string, FormValues>> }>(
    `${areaOf(process)}/${process}.test.yaml`,
  );
  const told: Record<string, FormValues[]> = {};
  for (const forms of Object.values(values ?? {}))
    for (const [form, fields] of Object.entries(forms)) told[form] = [...(told[form] ?? []), fields];
  return told;
}

/** Rows from before any case, by ledger. */
export function openingRows(): readonly { readonly ledger: string; readonly rows: readonly FormValues[] }[] {
  return readdirSync('process-defs/opening').map((file) => read(`opening/${file}`));
}
