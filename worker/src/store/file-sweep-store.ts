import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { rows, type Store, write } from './database.ts';
import { HOUR_MS, later } from './instants.ts';

/** No run of a job lives this long: who claimed a removal before then has died. */
const CLAIM_MS = HOUR_MS;
/** What a draft holds is looked at again this much later. */
const LOOK_AGAIN_MS = 24 * HOUR_MS;

/**
 * Forgets files that no case names and no draft of their person holds, earliest first. Content that no row needs any
 * more is put down for removal with the last row, by trigger.
 *
 * @returns how many were due: when `most`, there may be more.
 */
export async function forgetFiles(store: Store, now: Instant, most: number): Promise<number> {
  const due = sql`(SELECT id FROM files WHERE sweep_at <= ${now} ORDER BY sweep_at LIMIT ${most})`;
  const held = sql`EXISTS (SELECT 1 FROM drafts d WHERE d.person = files.person AND instr(d."values", files.id) > 0)`;
  const [forgotten, kept] = await store.batch([
    rows<{ id: string }>(sql`DELETE FROM files WHERE id IN ${due} AND NOT ${held} RETURNING id`),
    rows<{ id: string }>(sql`
      UPDATE files SET sweep_at = ${later(now, LOOK_AGAIN_MS)} WHERE id IN ${due} AND ${held} RETURNING id`),
  ]);
  return forgotten.length + kept.length;
}

/** Takes removals that nobody is at; two runs never remove the same content. @returns digests of the contents. */
export async function claimRemovals(store: Store, run: string, now: Instant, most: number): Promise<readonly string[]> {
  const claimed = await store.all(
    rows<{ sha256: string }>(sql`
      UPDATE file_removals SET run = ${run}, claimed_at = ${now} WHERE sha256 IN (
        SELECT sha256 FROM file_removals WHERE run IS NULL OR claimed_at <= ${later(now, -CLAIM_MS)} LIMIT ${most})
      RETURNING sha256`),
  );
  return claimed.map(({ sha256 }) => sha256);
}

/** The content is gone: the same may be uploaded anew. */
export const removalsDone = (store: Store, run: string): Promise<unknown> =>
  store.all(write(sql`DELETE FROM file_removals WHERE run = ${run}`));
