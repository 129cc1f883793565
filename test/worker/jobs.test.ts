import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EntryList } from '../../schemas/generated/api.ts';
import { drainOutbox } from '../../worker/src/jobs/outbox.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { sweep } from '../../worker/src/jobs/sweep.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { approved, done, start, taskOf, viewOf } from './support/campaign.ts';
import { publishDemo } from './support/workspace.ts';

const store = new Store(env.DB);
const MONDAY = '2026-11-23T01:00:00.000Z';

beforeAll(publishDemo);
beforeEach(() => clock.set(MONDAY));

const get = <Body>(path: string, as: string): Promise<Body> => done(ask('GET', path, { as }));

describe('the schedule', () => {
  test('a deadline passes once, however often it is looked at', async () => {
    const { id } = await start();
    clock.set('2026-11-26T01:00:00.000Z');
    await Promise.all([sweep(store, clock.now()), sweep(store, clock.now())]);
    await sweep(store, clock.now());
    const log = await get<EntryList>(`/api/cases/${id}/events`, 'u39');
    expect(log.items.map(({ what, by }) => [what, by])).toEqual([
      ['CaseStarted', 'u08'],
      ['DeadlinePassed', 'system:schedule'],
    ]);
    expect((await taskOf(id, 'u18')).due).toMatchObject({ overdue: true });
  });

  test('weeks that nobody looked at are caught up, one report each', async () => {
    const { id } = await approved();
    clock.set('2026-12-26T01:00:00.000Z');
    await runJobs(store, clock.now());
    await runJobs(store, clock.now());
    const { children } = await viewOf(id, 'u08');
    expect(children).toHaveLength(3);
    expect(new Set(children.map(({ number }) => number)).size).toBe(3);
  });

  test('an order that cannot be carried out waits longer and longer, is parked, and holds up no other', async () => {
    const { id } = await approved();
    const parent = await env.DB.prepare('SELECT id FROM cases WHERE public = ?').bind(id).first<{ id: number }>();
    const order = (key: string, process: string) => {
      const body = { step: 'weekly', key, process, starter: 'u08', values: {}, parent: parent?.id };
      return env.DB.prepare("INSERT INTO outbox (id, kind, body, at, next_at) VALUES (?, 'start', ?, ?, ?)").bind(
        key,
        JSON.stringify(body),
        MONDAY,
        MONDAY,
      );
    };
    await env.DB.batch([order('poison', 'no-such-process'), order('good', 'campaign-weekly-report')]);
    await Promise.all([drainOutbox(store, clock.now()), drainOutbox(store, clock.now())]);
    const stateOf = (key: string) =>
      env.DB.prepare('SELECT state, attempts, last_error AS reason, next_at AS at FROM outbox WHERE id = ?')
        .bind(key)
        .first();
    expect(await stateOf('good')).toMatchObject({ state: 'done' });
    expect((await viewOf(id, 'u08')).children).toHaveLength(1);
    expect(await stateOf('poison')).toMatchObject({ state: 'pending', reason: 'no-such-process' });
    for (let n = 0; n < 8; n += 1) {
      clock.pass(5 * 3_600_000);
      await drainOutbox(store, clock.now());
    }
    expect(await stateOf('poison')).toMatchObject({ state: 'parked', attempts: 8 });
  });
});
