import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { rows, write } from './database.ts';
import { sha256 } from './digest.ts';
import { later, MINUTE_MS } from './instants.ts';

const WINDOW_MS = 15 * MINUTE_MS;
export const ADDRESS_TRIES = 20;
/** The pause after too many tries, doubled with each further one. */
const FIRST_PAUSE_S = 60;
const LONGEST_PAUSE_S = 900;

/** Counts one try; no row comes back, and nothing is counted, while the bucket has to wait. */
export const countTry = (bucket: string, now: Instant, tries: number) =>
  rows<{ n: number }>(sql`
    INSERT INTO attempts (bucket, n, since, free_at) VALUES (${bucket}, 1, ${now}, ${now})
    ON CONFLICT (bucket) DO UPDATE SET
      n = iif(since <= ${later(now, -WINDOW_MS)}, 1, n + 1),
      since = iif(since <= ${later(now, -WINDOW_MS)}, ${now}, since),
      free_at = iif(since <= ${later(now, -WINDOW_MS)} OR n + 1 < ${tries}, ${now}, strftime(
        '%Y-%m-%dT%H:%M:%fZ', ${now},
        min(${FIRST_PAUSE_S} << min(n + 1 - ${tries}, 10), ${LONGEST_PAUSE_S}) || ' seconds'))
    WHERE free_at <= ${now}
    RETURNING n`);

/** Until when buckets have to wait. */
export const waitQuery = (buckets: readonly string[], now: Instant) =>
  rows<{ freeAt: string }>(sql`
    SELECT max(free_at) AS freeAt FROM attempts
    WHERE bucket IN (SELECT value FROM json_each(${JSON.stringify(buckets)})) AND free_at > ${now}`);

export const takeBackTry = (bucket: string, now: Instant) =>
  write(sql`UPDATE attempts SET n = n - 1, free_at = ${now} WHERE bucket = ${bucket}`);

/** Hashed, so that the table tells nobody who tried from where. */
export const accountBucket = (person: string): string => sha256(`account ${person}`);
export const addressBucket = (address: string): string => sha256(`address ${address}`);

export const secondsUntil = (freeAt: string | undefined, now: Instant) =>
  Math.max(1, Math.ceil((Date.parse(freeAt ?? now) - Date.parse(now)) / 1000));
