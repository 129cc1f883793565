import { sql } from 'drizzle-orm';
import { type Absence, compileWorkspace, type Workspace, type WorkspaceDocuments } from '#engine';
import type { Words } from '../../../schemas/generated/api.ts';
import { type AbsenceRow, readAbsences } from './absence-rows.ts';
import { rows } from './database.ts';

/** What every page needs to know of a process without reading its definition. */
export type ProcessHead = {
  readonly version: number;
  readonly title: Words;
  readonly area?: string;
  readonly duty?: true;
  /** Rows of a ledger start it. */
  readonly triggered?: true;
};
/** The body of the one workspace row. */
export type WorkspaceSnapshot = {
  readonly documents: WorkspaceDocuments;
  readonly processes: Readonly<Record<string, ProcessHead>>;
};
export type WorkspaceRow = AbsenceRow & { readonly digest: string; readonly body: string | null };
/**
 * Everything published that is not a process, as it is now; `digest` names this state of it. With the absences of today
 * and later, which change every day and belong to no digest.
 */
export type PresentWorkspace = Workspace &
  Pick<WorkspaceSnapshot, 'processes'> & { readonly digest: string; readonly absences: readonly Absence[] };

/** Nothing was ever published to this database. */
export class NoWorkspace extends Error {}

/** Compiled workspaces of this isolate: pure data, named by their digest. */
const compiled = new Map<string, PresentWorkspace>();
const MAX_COMPILED = 4;

/** The present workspace; its body only when this isolate has not compiled it yet. */
export const workspaceQuery = () =>
  rows<WorkspaceRow>(sql`
    SELECT digest, iif(instr(${[...compiled.keys()].join()}, digest) > 0, NULL, body) AS body, absences
    FROM workspace WHERE id = 1`);

/** What this isolate saw last, for guessing what a request will need. */
export const knownWorkspace = (): PresentWorkspace | undefined => [...compiled.values()].at(-1);

/** @throws NoWorkspace when nothing was published. */
export function readWorkspace(row: WorkspaceRow | undefined): PresentWorkspace {
  if (row === undefined) throw new NoWorkspace();
  const known = compiled.get(row.digest);
  if (known) return readAbsences(known, row);
  if (row.body === null) throw new Error(`workspace ${row.digest} was neither known nor read`);
  const { documents, processes }: WorkspaceSnapshot = JSON.parse(row.body);
  const workspace = { ...compileWorkspace(documents), processes, digest: row.digest, absences: [] };
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(row.digest, workspace);
  return readAbsences(workspace, row);
}
