import { type SQL, sql } from 'drizzle-orm';
import {
  type CaseState,
  type Definition,
  type Entry,
  type Instant,
  NO_PREVIOUS,
  type NumberParts,
  type RowAddress,
  type RowDay,
  type SealedEntry,
  sealEntry,
} from '#engine';
import { needsJson } from './case-store.ts';
import { type Results, rows, type Statement, type Store, write } from './database.ts';
import { entryEffects } from './entry-effects.ts';
import { failureOf } from './failure.ts';
import { rowDayEffects } from './row-day-store.ts';
import { type SumChanges, sumEffects } from './sum-effects.ts';

/** What one command leaves behind in a case. */
export type Appended = {
  readonly definition: Definition;
  readonly id: string;
  readonly entry: Entry;
  readonly state: CaseState;
  /** What it is listed by from now on. */
  readonly subject: string;
  readonly needs: readonly RowAddress[];
  readonly wakeAt: Instant | undefined;
  readonly sums: SumChanges;
  readonly days: readonly RowDay[];
  /** Statements that have to happen with it or not at all. */
  readonly beside: readonly Statement<never>[];
};
/** The version it was decided on. */
export type Before = { readonly key: number; readonly seq: number; readonly head: string };
/** How a new case is numbered; `expected`: the counter that the decision already relied on. */
export type Numbering = { readonly parts: NumberParts; readonly expected: number | undefined };

/**
 * Appends one entry to a case with all it changes, in one batch: all or nothing.
 *
 * @returns the version after it, or 'conflict' when the case or a ledger row has moved on meanwhile, or the same
 * command was carried out at the same time: load and decide again.
 */
export async function appendEntry(store: Store, before: Before, appended: Appended): Promise<number | 'conflict'> {
  const { id, entry } = appended;
  const sealed = sealEntry(id, before.seq + 1, before.head, entry);
  const results = await guarded(store, [
    entryInsert(sql`${before.key}`, sealed),
    caseUpdate(before.key, sealed, appended),
    ...entryEffects(sql`${before.key}`, sealed, appended.definition, appended.state),
    ...sumEffects(sql`${before.key}`, appended.sums),
    ...rowDayEffects(appended.days),
    ...appended.beside,
  ]);
  return results === 'conflict' ? results : sealed.seq;
}

/** The same for the first entry of a new case, which gets its number here: no two cases wait for each other. */
export async function appendFirst(
  store: Store,
  numbering: Numbering,
  appended: Appended,
  parent?: { readonly key: number; readonly step: string },
): Promise<{ readonly number: string } | 'conflict'> {
  const { id, entry } = appended;
  const sealed = sealEntry(id, 1, NO_PREVIOUS, entry);
  const key = sql`(SELECT id FROM cases WHERE public = ${id})`;
  const results = await guarded(store, [
    counterUpsert(appended.definition.id, numbering),
    caseInsert(sealed, numbering.parts, appended, parent),
    entryInsert(key, sealed),
    ...entryEffects(key, sealed, appended.definition, appended.state),
    ...sumEffects(key, appended.sums),
    ...rowDayEffects(appended.days),
    ...appended.beside,
  ]);
  const number = results === 'conflict' ? undefined : results[1][0]?.number;
  return number === undefined ? 'conflict' : { number };
}

/** What a guard of ours refused is a conflict; anything else is an error. */
async function guarded<const Statements extends readonly Statement<unknown>[]>(
  store: Store,
  statements: Statements,
): Promise<Results<Statements> | 'conflict'> {
  try {
    return await store.batch(statements);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused' && failure.guard !== 'other') return 'conflict';
    throw error;
  }
}

const entryInsert = (key: SQL, { seq, at, by, events, previous, hash }: SealedEntry) =>
  write(sql`
    INSERT INTO entries (key, at, by, body, previous, hash)
    VALUES (${key} * 65536 + ${seq}, ${at}, ${by}, ${JSON.stringify(events)}, ${previous}, ${hash})`);

const caseUpdate = (key: number, { seq, at, hash }: SealedEntry, { state, subject, needs, wakeAt }: Appended) =>
  write(sql`
    UPDATE cases SET seq = ${seq}, status = ${state.status}, subject = ${subject},
      updated_at = ${at}, wake_at = ${wakeAt ?? null}, head = ${hash}, state = ${JSON.stringify(state)},
      needs = ${needsJson(needs)}
    WHERE id = ${key}`);

/** NULL is refused by the column: what was decided relied on another number. */
const counterUpsert = (process: string, { parts: { period }, expected }: Numbering) => {
  const next = sql`1 + coalesce((SELECT n FROM counters WHERE process = ${process} AND period = ${period}), 0)`;
  const n = expected === undefined ? next : sql`iif(${next} = ${expected}, ${expected}, NULL)`;
  return write(sql`
    INSERT INTO counters (process, period, n) VALUES (${process}, ${period}, ${n})
    ON CONFLICT (process, period) DO UPDATE SET n = excluded.n`);
};

const caseInsert = (
  { at, hash }: SealedEntry,
  { period, prefix, width, suffix }: NumberParts,
  { id, definition, state, subject, needs, wakeAt }: Appended,
  parent: { readonly key: number; readonly step: string } | undefined,
) =>
  rows<{ number: string }>(sql`
    INSERT INTO cases (public, number, process, definition_version, seq, status, starter, subject, started_at,
      updated_at, wake_at, head, state, needs, parent, parent_step)
    SELECT ${id}, ${prefix} || printf(${`%0${width}d`}, n) || ${suffix}, ${definition.id}, ${definition.version}, 1,
      ${state.status}, ${state.starter}, ${subject}, ${at}, ${at}, ${wakeAt ?? null},
      ${hash}, ${JSON.stringify(state)}, ${needsJson(needs)}, ${parent?.key ?? null}, ${parent?.step ?? null}
    FROM counters WHERE process = ${definition.id} AND period = ${period}
    RETURNING number`);
