import type { Instant, SystemActor } from '#engine';
import { decideCase } from '../cases/decide-case.ts';
import type { Store } from '../store/database.ts';
import { appendEntry } from '../store/entry-store.ts';
import { failureOf } from '../store/failure.ts';
import { type Failed, raiseTickIncident, resolveIncident } from '../store/incident-store.ts';
import { retryTransient } from '../store/retry.ts';
import { untilSettled } from '../store/until-settled.ts';
import { casesToWake, loadForTick, putOff, wakeLater } from '../store/wake-store.ts';

const BY: SystemActor = 'system:schedule';
const MOST_AT_ONCE = 50;
/** Keeps one run within the platform's limits; what is left is due a minute later, too. */
const MAX_ROUNDS = 10;

/**
 * Lets happen what is due at `now` in all cases. It asks what is due, never what happened since it last ran, so it may
 * run late, twice, or side by side with itself.
 *
 * @returns how many cases were woken.
 */
export async function sweep(store: Store, now: Instant): Promise<number> {
  let woken = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const due = await retryTransient(() => casesToWake(store, now, MOST_AT_ONCE));
    if (due.length === 0) break;
    for (const id of due) await wake(store, id, now);
    woken += due.length;
  }
  return woken;
}

/** A case that fails is put off and holds up no other; a person is asked to look when trying again would not help. */
export async function wake(store: Store, id: string, now: Instant): Promise<void> {
  const failed = await attempt(store, id, now);
  if (failed === undefined) return;
  await putOff(store, id, now);
  if (failed.final) await raiseTickIncident(store, id, failed, now);
}

async function attempt(store: Store, id: string, now: Instant): Promise<Failed | undefined> {
  try {
    const result = await retryTransient(() => untilSettled(() => tick(store, id, now)));
    return result === 'conflict' ? { code: 'conflict', final: false } : result;
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: the platform's log
    console.error(JSON.stringify({ level: 'error', code: 'tick-failed', case: id, reason: String(error) }));
    return { code: 'unexpected', final: failureOf(error).kind === 'other' };
  }
}

async function tick(store: Store, id: string, now: Instant): Promise<Failed | 'conflict' | undefined> {
  const loaded = await loadForTick(store, id);
  if (!loaded) return undefined;
  const { workspace, last, case: stored } = loaded;
  const { definition, state, number } = stored;
  const setting = { workspace, definition, now, by: BY, case: { id, number }, last };
  const decided = await decideCase(store, setting, state, { do: 'tick' }, stored);
  if (!decided.ok) {
    const { code, ...params } = decided.error;
    return { code, params, final: true };
  }
  const { entry, wakeAt } = decided.value;
  const resolved = resolveIncident('tick', id, now);
  if (entry.events.length === 0) {
    await wakeLater(store, id, now, wakeAt, resolved);
    return undefined;
  }
  const saved = await appendEntry(store, stored, { definition, id, ...decided.value, beside: [resolved] });
  return saved === 'conflict' ? saved : undefined;
}
