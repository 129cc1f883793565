import { sql } from 'drizzle-orm';
import { canonicalJson } from '#engine';
import type { FormValues, SaveDraft } from '../../../schemas/generated/api.ts';
import { rows, type Store, write } from './database.ts';
import { type Ticket, type Visit, visit, visitor } from './visit.ts';

export type Draft = {
  readonly id: string;
  readonly process: string;
  readonly version: number;
  readonly case: string | null;
  readonly step: string | null;
  readonly values: FormValues;
  readonly revision: number;
  readonly savedAt: string;
};
export type DraftRow = Omit<Draft, 'values'> & { readonly values: string };
export type Saved =
  | { readonly state: 'saved' | 'moved'; readonly draft: Draft }
  | { readonly state: 'missing' }
  | { readonly state: 'too-many' };

/** What one person may keep. */
export const MOST_DRAFTS = 200;

/** My draft; undefined when I have none of that id. */
export async function readDraft(store: Store, ticket: Ticket, id: string): Promise<{ visit: Visit; draft?: Draft }> {
  const { visit: who, found } = await visit(store, ticket, mine(ticket, id));
  const row = found[0][0];
  return { visit: who, ...(row && { draft: parseDraft(row) }) };
}

/**
 * Saves what is typed over the revision it was based on. Saving the same again is no conflict, so a save whose answer
 * was lost can be repeated.
 *
 * @returns 'moved' with the present draft when another save came between; 'missing' when the draft to save over is
 * gone (it was sent meanwhile) or there is no such process.
 */
export async function saveDraft(
  store: Store,
  ticket: Ticket,
  id: string,
  draft: SaveDraft,
): Promise<{ visit: Visit; saved: Saved }> {
  const { visit: who, found } = await visit(store, ticket, mine(ticket, id));
  const present = found[0][0] && parseDraft(found[0][0]);
  const known = Object.hasOwn(who.workspace.processes, draft.process);
  if (!known || (!present && draft.revision !== undefined)) return { visit: who, saved: { state: 'missing' } };
  if (present && present.revision !== draft.revision) {
    return { visit: who, saved: { state: isRepeat(present, draft) ? 'saved' : 'moved', draft: present } };
  }
  const [written] = await store.all(upsert(who.person.id, ticket, id, draft));
  if (!written && !present && (await isFull(store, who.person.id))) return { visit: who, saved: { state: 'too-many' } };
  if (!written) return saveDraft(store, ticket, id, draft);
  return { visit: who, saved: { state: 'saved', draft: parseDraft(written) } };
}

async function isFull(store: Store, person: string): Promise<boolean> {
  const [counted] = await store.all(
    rows<{ n: number }>(sql`SELECT count(*) AS n FROM drafts WHERE person = ${person}`),
  );
  return (counted?.n ?? 0) >= MOST_DRAFTS;
}

export async function dropDraft(store: Store, ticket: Ticket, id: string): Promise<void> {
  await visit(store, ticket, write(sql`DELETE FROM drafts WHERE person = ${visitor(ticket)} AND id = ${id}`));
}

/** Goes with the command that sends what it held. */
export const dropDraftWithId = (person: string, id: string) =>
  write(sql`DELETE FROM drafts WHERE person = ${person} AND id = ${id}`);

export const dropDraftOf = (person: string, task: { readonly case: string; readonly step: string }) =>
  write(sql`DELETE FROM drafts WHERE person = ${person} AND "case" = ${task.case} AND step = ${task.step}`);

export const draftColumns = sql`
  id, process, definition_version AS version, "case", step, "values", revision, saved_at AS savedAt`;

export const parseDraft = (row: DraftRow): Draft => ({ ...row, values: JSON.parse(row.values) });

const mine = (ticket: Ticket, id: string) =>
  rows<DraftRow>(sql`SELECT ${draftColumns} FROM drafts WHERE person = ${visitor(ticket)} AND id = ${id}`);

/** A draft that was sent while this save was on its way is not brought back. */
const upsert = (person: string, { now }: Ticket, id: string, draft: SaveDraft) =>
  rows<DraftRow>(sql`
    INSERT INTO drafts (person, id, process, definition_version, "case", step, "values", revision, saved_at)
    SELECT ${person}, ${id}, ${draft.process}, ${draft.version}, ${draft.case ?? null}, ${draft.step ?? null},
      ${JSON.stringify(draft.values)}, 1, ${now}
    WHERE ${draft.revision === undefined ? sql`(SELECT count(*) FROM drafts WHERE person = ${person}) < ${MOST_DRAFTS}` : sql`EXISTS (SELECT 1 FROM drafts WHERE person = ${person} AND id = ${id})`}
    ON CONFLICT (person, id) DO UPDATE SET
      process = excluded.process, definition_version = excluded.definition_version, "case" = excluded."case",
      step = excluded.step, "values" = excluded."values", revision = revision + 1, saved_at = excluded.saved_at
    WHERE revision = ${draft.revision ?? 0}
    RETURNING ${draftColumns}`);

/** The save that made the present revision, once more. */
const isRepeat = (present: Draft, { revision = 0, values }: SaveDraft) =>
  present.revision === revision + 1 && canonicalJson(present.values) === canonicalJson(values);
