import { randomBytes } from 'node:crypto';
import type { Instant } from '#engine';
import type { Store } from '../store/database.ts';
import { keyOf } from '../store/file-store.ts';
import { claimRemovals, forgetFiles, removalsDone } from '../store/file-sweep-store.ts';
import { retryTransient } from '../store/retry.ts';

const MOST_AT_ONCE = 100;
/** Keeps one run within the platform's limits; what is left is due a minute later, too. */
const MAX_ROUNDS = 10;
const RUN_BYTES = 8;

/**
 * Removes files that were uploaded and never used, and their content when no other file has the same. May run as often
 * and as parallel as it likes; a run that dies leaves its removals to a later one.
 */
export async function sweepFiles(store: Store, bucket: R2Bucket, now: Instant): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const due = await retryTransient(() => forgetFiles(store, now, MOST_AT_ONCE));
    if (due < MOST_AT_ONCE) break;
  }
  const run = randomBytes(RUN_BYTES).toString('hex');
  const digests = await claimRemovals(store, run, now, MOST_AT_ONCE);
  if (digests.length === 0) return;
  await bucket.delete(digests.map(keyOf));
  await removalsDone(store, run);
}
