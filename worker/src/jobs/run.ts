import type { Instant } from '#engine';
import type { Store } from '../store/database.ts';
import { forgetEnded } from '../store/wake-store.ts';
import { openDuties } from './duties.ts';
import { fillSums } from './fill-sums.ts';
import { drainOutbox } from './outbox.ts';
import { reseatCases } from './reseat.ts';
import { startRowDays } from './row-days.ts';
import { sweep } from './sweep.ts';

/** Everything the schedule does, once a minute. */
export async function runJobs(store: Store, now: Instant): Promise<void> {
  await sweep(store, now);
  await reseatCases(store, now);
  await openDuties(store, now);
  await startRowDays(store, now);
  await drainOutbox(store, now);
  await fillSums(store);
  await forgetEnded(store, now);
}
