import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandOutcome, IncidentList, IncidentView, SessionView } from '../../schemas/generated/api.ts';
import { drainOutbox } from '../../worker/src/jobs/outbox.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { sweep } from '../../worker/src/jobs/sweep.ts';
import { Store } from '../../worker/src/store/database.ts';
import { expectOnConsole } from '../support/console-guard.ts';
import { ask, clock } from './support/api.ts';
import { agree, approved, command, done, submit, viewOf } from './support/campaign.ts';
import { brokenAt, publishOrdering } from './support/ordering.ts';
import { publishDemo } from './support/workspace.ts';

const store = new Store(env.DB);
const STARTER = 'u08';
const CHECKER = 'u18';
const AUDITOR = 'u39';
const ADMIN = 'u40';
const HOUR = 3_600_000;
let broken = false;
const fragile = brokenAt('INSERT INTO cases', () => broken);

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  await publishOrdering();
});
beforeEach(() => {
  broken = false;
  clock.set('2026-11-23T01:00:00.000Z');
});

const incidents = async (state = 'open', as = ADMIN): Promise<readonly IncidentView[]> =>
  (await done<IncidentList>(ask('GET', `/api/incidents?state=${state}`, { as }))).items;
const retried = (id: number, as = ADMIN) => ask('POST', `/api/incidents/${id}/retry`, { as });

const begin = (process: string, values: unknown): Promise<CommandOutcome> =>
  done(ask('POST', '/api/cases', { as: STARTER, body: { process, values } }));

/** The final approval, while no case can be opened. */
async function approveWhileBroken(): Promise<string> {
  const { id } = await begin('spending', { spend: { what: '物料', unit: 'brand', amount: '500.00' } });
  const [task] = (await viewOf(id, CHECKER)).tasks;
  broken = true;
  const body = { do: 'agree', step: task?.step, seen: task?.seen };
  await done(ask('POST', `/api/cases/${id}/commands`, { as: CHECKER, body, db: fragile }));
  return id;
}

/** The schedule runs for three days and more, while no case can be opened. */
async function failForDays(): Promise<void> {
  for (let n = 0; n < 9; n += 1) {
    clock.pass(5 * HOUR);
    await drainOutbox(new Store(fragile), clock.now());
  }
}

describe('rule 21: what a decision causes fails, and the decision stands', () => {
  test('after eight tries the order is parked and an incident is open; trying again carries it out once', async () => {
    expectOnConsole(/order-failed/);
    const id = await approveWhileBroken();
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'completed', children: [] });
    expect(await incidents()).toEqual([]);
    await failForDays();
    const [incident, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      kind: 'start',
      code: 'unexpected',
      attempts: 8,
      state: 'open',
      process: { id: 'quoting' },
      case: { id },
    });
    broken = false;
    clock.pass(HOUR);
    const headers = { 'Idempotency-Key': 'try-it-again' };
    const path = `/api/incidents/${incident?.id}/retry`;
    const first = await done<IncidentView>(ask('POST', path, { as: ADMIN, headers }));
    expect(first).toMatchObject({ state: 'resolved', resolvedBy: { id: ADMIN }, resolvedAt: clock.now() });
    expect(await done<IncidentView>(ask('POST', path, { as: ADMIN, headers }))).toEqual(first);
    await runJobs(store, clock.now());
    expect((await viewOf(id, STARTER)).children).toHaveLength(1);
    expect(await incidents()).toEqual([]);
    expect((await incidents('resolved'))[0]).toEqual(first);
  });

  test('vector (25): final approval, effects fail, tried again, then revoked', async () => {
    expectOnConsole(/order-failed/);
    const reserved = () =>
      env.DB.prepare(
        "SELECT cells ->> 'reserved' AS r FROM ledger_rows WHERE ledger = 'budget' AND row = 'brand|2026'",
      ).first<{ r: string }>();
    const before = await reserved();
    const id = await approveWhileBroken();
    await failForDays();
    broken = false;
    const [incident] = await incidents();
    await done(retried(incident?.id ?? 0));
    await done(command(id, STARTER, { do: 'revoke', opinion: '不再需要。' }));
    const asked = (await viewOf(id, STARTER)).children.find(({ process }) => process === 'campaign-revocation');
    await submit(asked?.id ?? '', STARTER, { request: { reason: '不再需要。' } });
    await agree(asked?.id ?? '', CHECKER);
    const { status, children } = await viewOf(id, STARTER);
    expect(status).toBe('revoked');
    expect(children.find(({ process }) => process === 'quoting')).toMatchObject({ status: 'cancelled' });
    expect(await reserved()).toEqual(before);
  });

  test('a stop between commit and delivery loses nothing: the schedule carries it out, once', async () => {
    expectOnConsole(/order-failed/);
    const id = await approveWhileBroken();
    broken = false;
    clock.pass(HOUR);
    await Promise.all([runJobs(store, clock.now()), runJobs(store, clock.now()), drainOutbox(store, clock.now())]);
    expect((await viewOf(id, STARTER)).children).toHaveLength(1);
    expect(await incidents()).toEqual([]);
  });

  test('trying again what still fails leaves the incident open, with one more attempt', async () => {
    expectOnConsole(/order-failed/);
    await approveWhileBroken();
    await failForDays();
    const [before] = await incidents();
    const answer = await ask('POST', `/api/incidents/${before?.id}/retry`, { as: ADMIN, db: fragile });
    expect(await done<IncidentView>(answer)).toMatchObject({ state: 'open', attempts: 9, retriedBy: { id: ADMIN } });
    broken = false;
    expect(await done<IncidentView>(retried(before?.id ?? 0))).toMatchObject({ state: 'resolved' });
  });
});

describe('what can never succeed by itself', () => {
  const hide = "UPDATE ledger_rows SET row = 'hidden' WHERE ledger = 'budget' AND row = 'grp|2026'";
  const show = "UPDATE ledger_rows SET row = 'grp|2026' WHERE ledger = 'budget' AND row = 'hidden'";

  test('is an incident at once: the case it comes from stays as it is until somebody has mended it', async () => {
    const values = { order: { what: '冬装', shops: [{ _row: 'r1', name: '湖滨' }] } };
    const { id } = await begin('booking', values);
    const [child] = (await viewOf(id, STARTER)).children;
    await env.DB.prepare(hide).run();
    await submit(child?.id ?? '', STARTER, { quote: { price: '10.00' } });
    const [incident] = await incidents();
    expect(incident).toMatchObject({
      kind: 'child-ended',
      code: 'no-such-row',
      params: { ledger: 'budget', step: 'book' },
      attempts: 1,
    });
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'open' });
    await env.DB.prepare(show).run();
    expect(await done<IncidentView>(retried(incident?.id ?? 0))).toMatchObject({ state: 'resolved' });
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'completed' });
  });
});

describe('time that cannot make happen what is due', () => {
  test('is an incident of its case, resolved by itself once it can', async () => {
    expectOnConsole(/tick-failed/);
    const { id } = await approved();
    clock.set('2026-12-11T01:00:00.000Z');
    const damage = "UPDATE cases SET state = json_set(state, '$.series', 'damaged') WHERE public = ?";
    await env.DB.prepare('CREATE TABLE kept AS SELECT state FROM cases WHERE public = ?').bind(id).run();
    await env.DB.prepare(damage).bind(id).run();
    await env.DB.prepare("UPDATE cases SET state = json_remove(state, '$.values') WHERE public = ?").bind(id).run();
    await sweep(store, clock.now());
    clock.pass(HOUR);
    await sweep(store, clock.now());
    const [incident] = await incidents();
    expect(incident).toMatchObject({ kind: 'tick', case: { id }, code: 'unexpected', attempts: 2, state: 'open' });
    await env.DB.prepare('UPDATE cases SET state = (SELECT state FROM kept) WHERE public = ?').bind(id).run();
    clock.pass(HOUR);
    await sweep(store, clock.now());
    expect(await incidents()).toEqual([]);
    const [resolved] = await incidents('resolved');
    expect(resolved).toMatchObject({ id: incident?.id, state: 'resolved' });
    expect(resolved).not.toHaveProperty('resolvedBy');
  });
});

describe('who sees incidents', () => {
  test('administrators see and try again, auditors see, nobody else knows of them', async () => {
    const read = await done<IncidentList>(ask('GET', '/api/incidents?state=resolved', { as: AUDITOR }));
    expect(read.mayRetry).toBe(false);
    const [incident] = read.items;
    expect((await retried(incident?.id ?? 1, AUDITOR)).status).toBe(404);
    for (const as of [STARTER, CHECKER]) {
      expect((await ask('GET', '/api/incidents', { as })).status).toBe(404);
      expect((await retried(incident?.id ?? 1, as)).status).toBe(404);
    }
    for (const id of ['0', 'x', '999999'])
      expect((await ask('POST', `/api/incidents/${id}/retry`, { as: ADMIN })).status).toBe(404);
  });

  test('the count is told to administrators and auditors only', async () => {
    const counts = async (as: string) => (await done<SessionView>(ask('GET', '/api/session', { as }))).counts;
    expect(await counts(ADMIN)).toMatchObject({ incidents: 0 });
    expect(await counts(AUDITOR)).toMatchObject({ incidents: 0 });
    expect(await counts(STARTER)).not.toHaveProperty('incidents');
  });

  test('the list goes on where a page ends', async () => {
    const page = (query: string) =>
      done<IncidentList>(ask('GET', `/api/incidents?state=resolved&${query}`, { as: ADMIN }));
    const first = await page('limit=1');
    expect(first.items).toHaveLength(1);
    const second = await page(`limit=1&cursor=${first.next}`);
    expect(second.items[0]?.id).toBeLessThan(first.items[0]?.id ?? 0);
  });
});
