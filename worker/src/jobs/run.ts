import type { Instant } from '#engine';
import type { Store } from '../store/database.ts';
import { forgetEnded } from '../store/wake-store.ts';
import { drainOutbox } from './outbox.ts';
import { sweep } from './sweep.ts';

/** Everything the schedule does, once a minute. */
export async function runJobs(store: Store, now: Instant): Promise<void> {
  await sweep(store, now);
  await drainOutbox(store, now);
  await forgetEnded(store, now);
}
