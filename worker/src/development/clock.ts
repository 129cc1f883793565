import { type Instant, isObject } from '#engine';
import { readStrictJson } from '../http/body.ts';
import { ProblemError } from '../http/problem.ts';
import { json, type Route, route } from '../http/route.ts';
import { runJobs } from '../jobs/run.ts';
import { sweepFiles } from '../jobs/sweep-files.ts';
import type { Store } from '../store/database.ts';
import { moveClock, readClock } from '../store/development-store.ts';
import { toInstant } from '../store/instants.ts';

/** Deadlines and sessions reckon from the clock, and instants compare as text as long as years have four digits. */
const LAST = Date.parse('9990-01-01T00:00:00.000Z');

/** A clock that goes on from where it is put. Kept in the database; this isolate remembers how far it leads. */
let lead: number | undefined;

export const demoClock = {
  async now(store: Store): Promise<Instant> {
    lead ??= await readClock(store);
    return toInstant(Date.now() + lead);
  },
};

const read = route({
  method: 'GET',
  path: '/api/development/clock',
  access: 'public',
  answer: { status: 200 },
  handle: async ({ now }) => json({ now }),
});

/** `{"now": instant}` moves the clock, `{"now": null}` puts it right; then everything due happens at once. */
const move = route({
  method: 'POST',
  path: '/api/development/clock',
  access: 'public',
  answer: { status: 200 },
  async handle({ store, files, request, now }) {
    const target = instantOf(await readStrictJson(request));
    const next = target - Date.now();
    await moveClock(store, next, target - Date.parse(now));
    lead = next;
    const moved = toInstant(target);
    await runJobs(store, moved);
    await sweepFiles(store, files, moved);
    return json({ now: moved });
  },
});

function instantOf(body: unknown): number {
  const wanted = isObject(body) ? body.now : undefined;
  if (wanted === null) return Date.now();
  const instant = typeof wanted === 'string' ? Date.parse(wanted) : Number.NaN;
  if (Number.isNaN(instant) || instant > LAST)
    throw new ProblemError('invalid-body', { issues: [{ code: 'format', path: '/now' }] });
  return instant;
}

export const clockRoutes: readonly Route[] = [read, move];
