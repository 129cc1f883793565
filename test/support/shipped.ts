import { checkFiles } from '../../cli/src/check.ts';
import type { Definitions } from '../../cli/src/definitions.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { compileDefinition, digestOfPublished } from '../../engine/definition/compile.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import { compileWorkspace, type Workspace } from '../../engine/definition/workspace.ts';

const documents = read();

function read(): Definitions {
  const { definitions, problems } = checkFiles(readFolder('process-defs'));
  if (definitions === undefined) throw new Error(JSON.stringify(problems));
  return definitions;
}

/** The demo company as it ships. */
export const workspace: Workspace = compileWorkspace(documents.workspace);

/** The processes that ship, ready to run. */
export const definitions: Readonly<Record<string, Definition>> = Object.fromEntries(
  Object.entries(documents.processes).map(([id, published]) => {
    const compiled = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
    if (!compiled.ok) throw new Error(`${id}: ${JSON.stringify(compiled.error)}`);
    return [id, compiled.value];
  }),
);

/** @throws Error when no such process ships. */
export function shipped(process: string): Definition {
  const definition = definitions[process];
  if (definition === undefined) throw new Error(`no process ${process}`);
  return definition;
}

type FormValues = Readonly<Record<string, unknown>>;

/** Values that the stories of a process hand in, by form. */
export function toldValues(process: string): Readonly<Record<string, readonly FormValues[]>> {
  const told: Record<string, FormValues[]> = {};
  for (const { document } of documents.scenarios.filter((scenario) => scenario.document.process === process))
    for (const forms of Object.values(document.values ?? {}))
      for (const [form, fields] of Object.entries(forms)) told[form] = [...(told[form] ?? []), fields];
  return told;
}

/** Rows from before any case, by ledger. */
export const openingRows = (): Definitions['openings'][number]['document'][] =>
  documents.openings.map(({ document }) => document);
