import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView, CommandOutcome, EntryList } from '../../schemas/generated/api.ts';
import { drainOutbox } from '../../worker/src/jobs/outbox.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { agree, command, done, submit, viewOf } from './support/campaign.ts';
import { publishOrdering } from './support/ordering.ts';
import { publishDemo } from './support/workspace.ts';

const store = new Store(env.DB);
const STARTER = 'u08';
const CHECKER = 'u18';
const AUDITOR = 'u39';

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  await publishOrdering();
});
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

const begin = (process: string, values: unknown): Promise<CommandOutcome> =>
  done(ask('POST', '/api/cases', { as: STARTER, body: { process, values } }));

const order = (...shops: readonly string[]): Promise<CommandOutcome> =>
  begin('ordering', { order: { what: '冬装', shops: shops.map((name, n) => ({ _row: `r${n + 1}`, name })) } });

const childrenOf = async (id: string): Promise<CaseView['children']> => (await viewOf(id, AUDITOR)).children;

async function quote(id: string | undefined, price: string): Promise<void> {
  await submit(id ?? '', STARTER, { quote: { price } });
}

async function events(id: string): Promise<readonly string[]> {
  const list = await done<EntryList>(ask('GET', `/api/cases/${id}/events`, { as: AUDITOR }));
  expect(list.integrity).toMatchObject({ state: 'intact' });
  return list.items.flatMap((entry) => entry.events.map((event) => String((event as { type: string }).type)));
}

const row = async (address: string) =>
  env.DB.prepare(
    "SELECT cells ->> 'reserved' AS reserved, version FROM ledger_rows WHERE ledger = 'budget' AND row = ?",
  )
    .bind(address)
    .first<{ reserved: string; version: number }>();

describe('a case that waits for others', () => {
  test('opens one for each row, knows them, and goes on with what they hand back', async () => {
    const { id } = await order('湖滨', '武林');
    const children = await childrenOf(id);
    expect(children.map(({ number }) => number)).toHaveLength(2);
    const [first, second] = ['湖滨', '武林'].map((shop) => children.find(({ subject }) => subject === shop));
    expect((await viewOf(first?.id ?? '', STARTER)).cause).toMatchObject({ id });
    await quote(second?.id, '20.00');
    expect((await viewOf(id, STARTER)).status).toBe('open');
    await quote(first?.id, '10.00');
    const { values, tasks } = await viewOf(id, CHECKER);
    expect(values.order?.shops).toMatchObject([
      { name: '湖滨', price: '10.00' },
      { name: '武林', price: '20.00' },
    ]);
    expect(tasks.map(({ step }) => step)).toEqual(['check']);
    expect(await events(id)).toEqual([
      'CaseStarted',
      'ValuesGiven',
      'StepEntered',
      'StepSubmitted',
      'StepCompleted',
      'StartRequested',
      'StartRequested',
      'ChildOpened',
      'ChildOpened',
      'ChildEnded',
      'ChildEnded',
      'StepCompleted',
      'StepEntered',
    ]);
  });

  test('without rows goes on at once', async () => {
    const { id } = await order();
    expect((await viewOf(id, CHECKER)).tasks.map(({ step }) => step)).toEqual(['check']);
  });

  test('that is cancelled stops those it waits for; their people have nothing more to do', async () => {
    const { id } = await order('湖滨');
    const [child] = await childrenOf(id);
    await done(command(id, STARTER, { do: 'cancel', opinion: '不订了。' }));
    expect(await viewOf(child?.id ?? '', AUDITOR)).toMatchObject({ status: 'cancelled', tasks: [] });
    expect((await events(id)).slice(-2)).toEqual(['ChildStopped', 'CaseCancelled']);
  });

  test('that is stopped before its case could be opened never opens one', async () => {
    const { id } = await order('湖滨');
    const key = `${id}:quotes:9`;
    const { key: inner } = (await env.DB.prepare('SELECT id AS key FROM cases WHERE public = ?')
      .bind(id)
      .first<{ key: number }>()) ?? { key: 0 };
    const body = (kind: string) =>
      JSON.stringify({ kind, key, step: 'quotes', process: 'quoting', starter: STARTER, values: {}, parent: inner });
    const insert = env.DB.prepare('INSERT INTO outbox (id, kind, body, at, next_at) VALUES (?, ?, ?, ?, ?)');
    const now = clock.now();
    await env.DB.batch([
      insert.bind(`${key}:stop`, 'stop', body('stop'), now, now),
      insert.bind(key, 'start', body('start'), now, now),
    ]);
    await drainOutbox(store, now);
    const states = await env.DB.prepare('SELECT state FROM outbox WHERE id IN (?, ?)').bind(key, `${key}:stop`).all();
    expect(states.results).toEqual([{ state: 'done' }, { state: 'done' }]);
    expect(await childrenOf(id)).toHaveLength(1);
  });
});

describe('a row of a ledger', () => {
  test('starts a case once when its condition becomes true', async () => {
    const spend = async (amount: string) => {
      const { id } = await begin('spending', { spend: { what: '物料', unit: 'ins', amount } });
      await agree(id, CHECKER);
      return id;
    };
    const alarms = () =>
      env.DB.prepare("SELECT count(*) AS n FROM cases WHERE process = 'alarm'").first<{ n: number }>();
    await spend('10000.00');
    expect(await alarms()).toEqual({ n: 0 });
    const id = await spend('60000.00');
    expect(await alarms()).toEqual({ n: 1 });
    await spend('1000.00');
    expect(await alarms()).toEqual({ n: 1 });
    const [alarm] = (await childrenOf(id)).filter(({ process }) => process === 'alarm');
    expect((await viewOf(alarm?.id ?? '', AUDITOR)).values.alarm).toEqual({ unit: 'ins', balance: '18000.00' });
  });
});

describe('a case that was completed', () => {
  const spend = async () => {
    const { id } = await begin('spending', { spend: { what: '物料', unit: 'brand', amount: '500.00' } });
    await agree(id, CHECKER);
    return id;
  };
  const asked = async (id: string) => (await childrenOf(id)).find(({ process }) => process === 'campaign-revocation');
  const reason = { request: { reason: '不再需要。' } };

  test('is revoked by a case of its own: the ledger is as before, and what it started is stopped', async () => {
    const before = await row('brand|2026');
    const id = await spend();
    await done(command(id, STARTER, { do: 'revoke', opinion: '不再需要。' }));
    const revocation = await asked(id);
    await submit(revocation?.id ?? '', STARTER, reason);
    await agree(revocation?.id ?? '', CHECKER);
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'revoked' });
    expect(await row('brand|2026')).toEqual({ reserved: before?.reserved, version: (before?.version ?? 0) + 2 });
    expect((await childrenOf(id)).find(({ process }) => process === 'quoting')).toMatchObject({
      status: 'cancelled',
    });
  });

  test('stays as it is when its revocation is rejected, and can be asked again; not twice at a time, nor too late', async () => {
    const id = await spend();
    await done(command(id, STARTER, { do: 'revoke', opinion: '不再需要。' }));
    const twice = await command(id, STARTER, { do: 'revoke', opinion: '不再需要。' });
    expect(await twice.json()).toMatchObject({ code: 'not-allowed', params: { why: 'already-asked' } });
    const first = await asked(id);
    await submit(first?.id ?? '', STARTER, reason);
    await done(command(first?.id ?? '', CHECKER, { do: 'reject', step: 'decide', opinion: '继续。' }));
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'completed' });
    clock.pass(12 * 86_400_000);
    const late = await command(id, STARTER, { do: 'revoke', opinion: '不再需要。' });
    expect(await late.json()).toMatchObject({ code: 'not-allowed', params: { why: 'too-late' } });
  });

  test('cannot be revoked by somebody else', async () => {
    const id = await spend();
    const answer = await command(id, CHECKER, { do: 'revoke', opinion: '不再需要。' });
    expect(await answer.json()).toMatchObject({ code: 'not-allowed', params: { why: 'not-yours' } });
  });
});
