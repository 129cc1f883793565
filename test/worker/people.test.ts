import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  AbsenceList,
  AbsenceView,
  CommandOutcome,
  EntryList,
  HandOverResult,
  PeopleList,
  Problem,
} from '../../schemas/generated/api.ts';
import { reseatCases } from '../../worker/src/jobs/reseat.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { publish } from '../../worker/src/store/publish.ts';
import { type Ask, ask, clock } from './support/api.ts';
import { agree, done, review, start, taskOf, viewOf } from './support/campaign.ts';
import { counting } from './support/counting.ts';
import { bundle, publishDemo } from './support/workspace.ts';

const store = new Store(env.DB);
const MONDAY = '2026-11-23T01:00:00.000Z';
const ADMIN = 'u40';

beforeAll(publishDemo);
beforeEach(async () => {
  clock.set(MONDAY);
  await env.DB.prepare("UPDATE absences SET ended_at = ''").run();
  await env.DB.prepare("UPDATE workspace SET absences = '[]'").run();
  await runJobs(store, clock.now());
});

const enter = (as: string, body: Record<string, unknown>, more: Ask = {}) =>
  ask('POST', '/api/absences', { as, body, ...more });
const absence = { proxy: 'u20', from: '2026-11-23', until: '2026-11-25' };
const listOf = (as: string): Promise<AbsenceList> => done(ask('GET', '/api/absences', { as }));
const eventsOf = async (id: string) =>
  (await done<EntryList>(ask('GET', `/api/cases/${id}/events`, { as: 'u39' }))).items.map(({ what }) => what);

async function codeOf(response: Response | Promise<Response>): Promise<string> {
  const { code, issues, params } = await (await response).json<Problem>();
  return [code, ...(issues ?? []).map((issue) => `${issue.code} ${issue.path}`), params?.why]
    .filter(Boolean)
    .join(': ');
}

describe('my absence', () => {
  test('is entered once however often it is sent, and listed for me and for administrators', async () => {
    const headers = { 'Idempotency-Key': 'the-same-key' };
    const first = await done<AbsenceView>(enter('u18', absence, { headers }));
    const again = await done<AbsenceView>(enter('u18', absence, { headers }));
    expect(first).toMatchObject({
      person: { id: 'u18' },
      proxy: { id: 'u20' },
      from: '2026-11-23',
      until: '2026-11-25',
    });
    expect(again).toEqual(first);
    expect(await codeOf(enter('u18', { ...absence, until: '2026-11-26' }, { headers }))).toBe('idempotency-mismatch');
    expect((await listOf('u18')).absences).toEqual([first]);
    expect((await listOf(ADMIN)).absences).toEqual([first]);
    expect((await listOf('u19')).absences).toEqual([]);
    expect((await enter('u18', absence, { headers: { 'Idempotency-Key': '' } })).status).toBe(400);
  });

  test.each([
    ['a proxy who is oneself', { ...absence, proxy: 'u18' }, 'invalid-values: own-proxy /proxy'],
    ['a proxy nobody knows', { ...absence, proxy: 'u99' }, 'invalid-values: unknown-person /proxy'],
    ['days in the wrong order', { ...absence, until: '2026-11-22' }, 'invalid-values: dates-reversed /until'],
    ['days that are over', { ...absence, from: '2026-11-01', until: '2026-11-22' }, 'invalid-values: past /until'],
    ['a day that does not exist', { ...absence, until: '2026-11-31' }, 'invalid-values: bad-date /until'],
    ['a process nobody knows', { ...absence, processes: ['no-such'] }, 'invalid-values: unknown-process /processes'],
  ])('%s is refused', async (_, body, code) => {
    expect(await codeOf(enter('u18', body))).toBe(code);
  });

  test('does not overlap another one in the same process', async () => {
    await done(enter('u18', { ...absence, processes: ['campaign-approval'] }));
    expect(await codeOf(enter('u18', { ...absence, from: '2026-11-25' }))).toBe('invalid-values: overlap /from');
    await done(enter('u18', { ...absence, processes: ['campaign-weekly-report'] }));
    await done(enter('u18', { ...absence, from: '2026-11-26', until: '2026-11-26' }));
  });

  test('says when the proxy is away as well', async () => {
    await done(enter('u20', { proxy: 'u21', from: '2026-11-25', until: '2026-11-27' }));
    const entered = await done<AbsenceView>(enter('u18', absence));
    expect(entered.proxyAway).toEqual({ from: '2026-11-25', until: '2026-11-27' });
  });

  test('is nobody else’s affair but the administrators’', async () => {
    const entered = await done<AbsenceView>(enter('u18', absence));
    expect((await enter('u19', { ...absence, person: 'u21' })).status).toBe(404);
    expect((await ask('DELETE', `/api/absences/${entered.id}`, { as: 'u19' })).status).toBe(404);
    const forOther = await done<AbsenceView>(enter(ADMIN, { ...absence, person: 'u21', proxy: 'u19' }));
    expect(forOther).toMatchObject({ person: { id: 'u21' }, by: { id: ADMIN } });
    expect((await ask('DELETE', `/api/absences/${entered.id}`, { as: ADMIN })).status).toBe(204);
    const row = await env.DB.prepare('SELECT ended_by AS by FROM absences WHERE id = ?').bind(entered.id).first();
    expect(row).toEqual({ by: ADMIN });
  });
});

describe('while somebody is away', () => {
  test('new seats are the proxy’s, who acts under the own name', async () => {
    await done(enter('u18', absence));
    const { id } = await start();
    expect((await taskOf(id, 'u20')).reason).toMatchObject({ rule: 'proxy', params: { person: 'u18' } });
    expect((await ask('GET', `/api/cases/${id}`, { as: 'u18' })).status).toBe(200);
    await agree(id, 'u20', review);
  });

  test('open seats move as soon as the absence is entered, once', async () => {
    const { id } = await start();
    await done(enter('u18', absence));
    expect((await taskOf(id, 'u20')).reason.rule).toBe('proxy');
    await Promise.all([reseatCases(store, clock.now()), reseatCases(store, clock.now())]);
    expect(await eventsOf(id)).toEqual(['CaseStarted', 'SeatMoved']);
    expect((await viewOf(id, 'u18')).tasks).toEqual([]);
  });

  test('an absence entered ahead begins with its first local day', async () => {
    const { id } = await start();
    await done(enter('u18', { ...absence, from: '2026-11-24' }));
    clock.set('2026-11-23T15:59:00.000Z');
    await runJobs(store, clock.now());
    expect(await eventsOf(id)).not.toContain('SeatMoved');
    clock.set('2026-11-23T16:00:00.000Z');
    await runJobs(store, clock.now());
    expect(await eventsOf(id)).toContain('SeatMoved');
  });

  test('called off, new seats are the person’s again; the proxy keeps what was moved', async () => {
    const entered = await done<AbsenceView>(enter('u18', absence));
    const before = await start();
    expect((await ask('DELETE', `/api/absences/${entered.id}`, { as: 'u18' })).status).toBe(204);
    const after = await start();
    await runJobs(store, clock.now());
    expect((await taskOf(before.id, 'u20')).step).toBe('first');
    expect((await taskOf(after.id, 'u18')).step).toBe('first');
  });

  test('when nothing has changed, the check of open seats costs one read', async () => {
    await done(enter('u18', absence));
    await runJobs(store, clock.now());
    const { db, bill } = counting(env.DB);
    expect(await reseatCases(new Store(db), clock.now())).toBe(0);
    expect(bill).toMatchObject({ trips: 1, rowsWritten: 0 });
  });
});

describe('somebody who leaves', () => {
  const hand = (as: string, from: string, body: Record<string, unknown>) =>
    ask('POST', `/api/people/${from}/hand-over`, { as, body });
  const dry = (to: string) => ({ to, opinion: '', dry: true });
  const run = (to: string) => ({ to, opinion: '离职交接', dry: false });

  test('vector (19): hands over all seats, in portions, after a dry run that changes nothing', async () => {
    const cases: CommandOutcome[] = [];
    for (let n = 0; n < 51; n += 1) cases.push(await start('u06'));
    const own = await start('u08');
    const plan = await done<HandOverResult>(hand(ADMIN, 'u18', dry('u08')));
    const ids = new Set(cases.map(({ id }) => id));
    expect(plan.items.filter((item) => ids.has(item.case) && item.ok)).toHaveLength(51);
    expect(plan.items.find((item) => item.case === own.id)).toMatchObject({
      ok: false,
      code: 'transfer-not-allowed',
      params: { to: 'u08', why: 'starter' },
    });
    expect(await eventsOf(own.id)).toEqual(['CaseStarted']);

    const first = await done<HandOverResult>(hand(ADMIN, 'u18', run('u08')));
    expect(first.items.filter(({ ok }) => ok)).toHaveLength(20);
    expect(first.left).toBe(plan.left - 20);
    let { left } = first;
    for (let n = 0; n < 10 && left > 0; n += 1) ({ left } = await done<HandOverResult>(hand(ADMIN, 'u18', run('u08'))));
    const last = await done<HandOverResult>(hand(ADMIN, 'u18', run('u08')));
    expect(last.left).toBe(0);
    expect(last.items.every(({ ok }) => !ok)).toBe(true);
    for (const { id } of cases) expect(await eventsOf(id)).toEqual(['CaseStarted', 'SeatMoved']);
    expect((await taskOf(cases[0]?.id ?? '', 'u08')).reason).toMatchObject({
      rule: 'leaver',
      params: { person: 'u18', by: ADMIN },
    });
  });

  test('only administrators hand over, with a reason, and to somebody who is here', async () => {
    expect((await hand('u18', 'u18', dry('u08'))).status).toBe(404);
    expect((await hand(ADMIN, 'u99', dry('u08'))).status).toBe(404);
    expect(await codeOf(hand(ADMIN, 'u18', { ...run('u08'), opinion: ' ' }))).toBe('opinion-required');
    expect(await codeOf(hand(ADMIN, 'u18', dry('u99')))).toBe('transfer-not-allowed: unknown');
    expect(await codeOf(hand(ADMIN, 'u18', dry('u18')))).toBe('transfer-not-allowed: has-a-seat');
  });

  test('without a hand-over the successor in the post has the open seats at the next look', async () => {
    const { id } = await start('u06');
    const { people } = bundle.workspace.organisation;
    const [leaver, successor] = [people.u18, people.u22];
    if (leaver === undefined || successor === undefined) throw new Error('both are in the demo');
    const changed = { ...leaver, active: false };
    const promoted = { ...successor, posts: [...successor.posts, ...leaver.posts] };
    const organisation = { ...bundle.workspace.organisation, people: { ...people, u18: changed, u22: promoted } };
    const workspace = { ...bundle.workspace, organisation };
    const published = await publish(
      store,
      { ...bundle, workspace },
      { author: 'system', reason: 'left', at: clock.now() },
    );
    expect(published).toMatchObject({ ok: true });
    await runJobs(store, clock.now());
    await runJobs(store, clock.now());
    expect((await taskOf(id, 'u22')).reason).toMatchObject({ rule: 'leaver', params: { person: 'u18' } });
    expect(await eventsOf(id)).toEqual(['CaseStarted', 'SeatMoved']);
    const found = async (as: string, query: string) =>
      (await done<PeopleList>(ask('GET', `/api/people?q=u18${query}`, { as }))).people.length;
    expect(await Promise.all([found(ADMIN, '&left=true'), found(ADMIN, ''), found('u08', '&left=true')])).toEqual([
      1, 0, 0,
    ]);
    await publishDemo();
  });
});
