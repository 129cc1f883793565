import { type Absence, civilDateOf, type Instant, type SystemActor } from '#engine';
import { decideCase } from '../cases/decide-case.ts';
import type { Store } from '../store/database.ts';
import { appendEntry } from '../store/entry-store.ts';
import { retryTransient } from '../store/retry.ts';
import { casesWithSeatsOf, keepSeatJob, loadCase, loadSeatJob } from '../store/seat-store.ts';
import { untilSettled } from '../store/until-settled.ts';
import type { PresentWorkspace } from '../store/workspace.ts';

const BY: SystemActor = 'system:schedule';
const MOST_AT_ONCE = 50;
/** Length of `2026-11-02T09`: a day begins somewhere at a full or a half hour, and is noticed within one. */
const HOUR_LENGTH = 13;

/**
 * Hands on the undecided seats of people who have left or are away. It looks when the hour, the organisation or the
 * absences have changed since it last looked at everything, goes on where it stopped, and may run twice.
 *
 * @param most cases of one run.
 * @returns how many cases it looked at.
 */
export async function reseatCases(store: Store, now: Instant, most = MOST_AT_ONCE): Promise<number> {
  const { workspace, state } = await retryTransient(() => loadSeatJob(store));
  const input = inputOf(workspace, now);
  const unchanged = state?.input === input;
  if (unchanged && state.after === null) return 0;
  const missing = missingPeople(workspace, now);
  const after = unchanged ? (state.after ?? 0) : 0;
  const cases = missing.length === 0 ? [] : await casesWithSeatsOf(store, missing, after, most);
  for (const { id } of cases) await reseatCase(store, id, now);
  await keepSeatJob(store, input, cases.length === most ? cases.at(-1)?.key : undefined, now);
  return cases.length;
}

const inputOf = ({ digest, absences }: PresentWorkspace, now: Instant): string =>
  JSON.stringify([digest, absences, now.slice(0, HOUR_LENGTH)]);

/** Everybody who has left, and everybody who may be away today; the engine knows in which cases that counts. */
function missingPeople({ organisation, absences }: PresentWorkspace, now: Instant): readonly string[] {
  const left = organisation.people().flatMap(({ id, active }) => (active ? [] : [id]));
  const away = absences.filter((absence) => mayBeToday(absence, now)).map(({ person }) => person);
  return [...new Set<string>([...left, ...away])];
}

/** Somewhere on earth it is one of these days: between twelve hours behind and fourteen ahead. */
const mayBeToday = ({ from, until }: Absence, now: Instant): boolean =>
  from <= civilDateOf(now, 14 * 60) && until >= civilDateOf(now, -12 * 60);

/** One case that fails holds up no other; the next hour tries again. */
async function reseatCase(store: Store, id: string, now: Instant): Promise<void> {
  try {
    await retryTransient(() => untilSettled(() => attempt(store, id, now)));
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: the platform's log
    console.error(JSON.stringify({ level: 'error', code: 'reseat-failed', case: id, reason: String(error) }));
  }
}

async function attempt(store: Store, id: string, now: Instant): Promise<number | 'conflict' | undefined> {
  const { workspace, stored } = await loadCase(store, id);
  if (stored === undefined) return undefined;
  const { definition, state, number } = stored;
  const setting = { workspace, definition, now, by: BY, case: { id, number } };
  const decided = await decideCase(store, setting, state, { do: 'reseat' }, stored);
  if (!decided.ok) throw new Error(decided.error.code);
  if (decided.value.entry.events.length === 0) return undefined;
  return appendEntry(store, stored, { definition, id, ...decided.value, beside: [] });
}
