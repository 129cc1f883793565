import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { rows, write } from './database.ts';
import { sha256 } from './digest.ts';
import { later } from './instants.ts';

/** How often something may happen: so many times in a window of time. */
export type Rate = { readonly most: number; readonly windowMs: number };
export type Counted = { readonly n: number; readonly since: Instant };

/** Hashed, so that the table tells nobody who did what from where. */
export const rateBucket = (what: string, whose: string): string => sha256(`rate ${what} ${whose}`);

/** Counts one; gives how many there were in the window, this one included. */
export const countRate = (bucket: string, now: Instant, { windowMs }: Rate) =>
  rows<Counted>(sql`
    INSERT INTO rates (bucket, since, n) VALUES (${bucket}, ${now}, 1)
    ON CONFLICT (bucket) DO UPDATE SET
      n = iif(since <= ${later(now, -windowMs)}, 1, n + 1),
      since = iif(since <= ${later(now, -windowMs)}, ${now}, since)
    RETURNING n, since`);

/** How many there were in the window so far. */
export const rateQuery = (bucket: string, now: Instant, { windowMs }: Rate) =>
  rows<Counted>(sql`SELECT n, since FROM rates WHERE bucket = ${bucket} AND since > ${later(now, -windowMs)}`);

/** Windows that are long over. */
export const dropOldRates = (before: Instant) => write(sql`DELETE FROM rates WHERE since < ${before}`);

/** @returns seconds until the window is over; undefined while there is room in it. */
export function secondsToWait(
  counted: Counted | undefined,
  now: Instant,
  { most, windowMs }: Rate,
): number | undefined {
  if (counted === undefined || counted.n <= most) return undefined;
  return Math.max(1, Math.ceil((Date.parse(counted.since) + windowMs - Date.parse(now)) / 1000));
}
