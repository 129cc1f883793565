import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandOutcome, CreatedToken, EntryList, StartTokenList } from '../../schemas/generated/api.ts';
import { ask, clock } from './support/api.ts';
import { done, plan, viewOf } from './support/campaign.ts';
import { publishDemo } from './support/workspace.ts';

const ADMIN = 'u40';
const PERSON = 'u08';
const AUDITOR = 'u39';

beforeAll(publishDemo);
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

const wanted = { name: '门店系统', process: 'campaign-approval', person: PERSON, expires: '2026-12-31' };
const create = (more: object = {}, as = ADMIN) => ask('POST', '/api/tokens', { as, body: { ...wanted, ...more } });
const created = (more: object = {}): Promise<CreatedToken> => done(create(more));
const list = async () => (await done<StartTokenList>(ask('GET', '/api/tokens', { as: ADMIN }))).items;

let address = 0;
/** Each machine comes from an address of its own, unless one is named. */
const machine = (token: string, body: object = { process: 'campaign-approval', values: plan }, more: object = {}) => {
  address += 1;
  const headers = { Authorization: `Bearer ${token}`, 'CF-Connecting-IP': `10.0.0.${address}`, ...more };
  return ask('POST', '/api/cases', { body, headers });
};

describe('a start token', () => {
  test('lets a machine start a case in the name of its person, and the log says so', async () => {
    const { token } = await created();
    const outcome = await done<CommandOutcome>(machine(token));
    const { starter } = await viewOf(outcome.id, PERSON);
    expect(starter).toBe(PERSON);
    const { items } = await done<EntryList>(ask('GET', `/api/cases/${outcome.id}/events`, { as: AUDITOR }));
    expect(items[0]).toMatchObject({
      by: PERSON,
      events: [{ type: 'CaseStarted', data: { via: '门店系统' } }, {}, {}, {}, {}, {}],
    });
  });

  test('is shown once and kept as a hash', async () => {
    const { id, token } = await created({ name: '只显示一次' });
    expect(token).toMatch(/^formloop_start_[\w-]{43}$/);
    const kept = (await list()).find((each) => each.id === id);
    expect(kept).toMatchObject({
      name: '只显示一次',
      person: { id: PERSON },
      createdBy: { id: ADMIN },
      state: 'valid',
    });
    const row = await env.DB.prepare('SELECT * FROM tokens WHERE id = ?').bind(id).first();
    expect(JSON.stringify([row, kept])).not.toContain(token);
  });

  test('starts nothing but its own process, and opens no other door', async () => {
    const { token } = await created();
    const other = await machine(token, { process: 'campaign-issue', values: {} });
    expect(await other.json()).toMatchObject({ code: 'not-startable' });
    const headers = { Authorization: `Bearer ${token}` };
    for (const path of ['/api/session', '/api/cases', '/api/tokens', '/api/incidents'])
      expect((await ask('GET', path, { headers })).status, path).toBe(401);
  });

  test('is held to the same rules as its person: the form is judged, a delivery counts once', async () => {
    const { token } = await created();
    const wrong = await machine(token, { process: 'campaign-approval', values: {} });
    expect(await wrong.json()).toMatchObject({ code: 'invalid-values' });
    const key = { 'Idempotency-Key': 'machine-delivery-1' };
    const first = await done<CommandOutcome>(machine(token, undefined, key));
    expect(await done<CommandOutcome>(machine(token, undefined, key))).toEqual(first);
  });

  test('ends with its last day, or at once when it is revoked', async () => {
    const { token } = await created({ expires: '2026-11-23' });
    expect((await machine(token)).status).toBe(201);
    clock.set('2026-11-23T16:00:00.000Z');
    expect((await machine(token)).status).toBe(401);
    clock.set('2026-11-23T01:00:00.000Z');
    const { id, token: second } = await created();
    expect((await ask('DELETE', `/api/tokens/${id}`, { as: ADMIN })).status).toBe(204);
    expect((await machine(second)).status).toBe(401);
    expect((await list()).find((each) => each.id === id)?.state).toBe('revoked');
  });

  test('whoever guesses from one address has to wait; a good token never does', async () => {
    const from = { 'CF-Connecting-IP': '10.9.9.9' };
    const { token } = await created();
    for (let n = 0; n < 25; n += 1) expect((await machine(token, undefined, from)).status).toBe(201);
    const codes: number[] = [];
    for (let n = 0; n < 22; n += 1) codes.push((await machine('formloop_start_guess', undefined, from)).status);
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(codes.at(-1)).toBe(429);
    expect((await machine(token, undefined, from)).status).toBe(429);
  });

  test('is made by administrators only, for a process that exists and somebody who may start it', async () => {
    for (const as of [PERSON, AUDITOR]) {
      expect((await create({}, as)).status).toBe(404);
      expect((await ask('GET', '/api/tokens', { as })).status).toBe(404);
      expect((await ask('DELETE', '/api/tokens/x', { as })).status).toBe(404);
    }
    const issues = async (more: object) => ((await (await create(more)).json()) as { issues: unknown }).issues;
    expect(await issues({ process: 'nothing' })).toEqual([{ code: 'unknown-process', path: '/process' }]);
    expect(await issues({ process: 'campaign-revocation' })).toEqual([{ code: 'not-startable', path: '/person' }]);
    expect(await issues({ person: 'nobody' })).toEqual([{ code: 'not-startable', path: '/person' }]);
    expect(await issues({ expires: '2026-02-30' })).toEqual([{ code: 'bad-date', path: '/expires' }]);
    expect(await issues({ expires: '2026-11-22' })).toEqual([{ code: 'past', path: '/expires' }]);
    expect(await issues({ expires: '2029-01-01' })).toEqual([{ code: 'too-late', path: '/expires' }]);
    expect((await ask('DELETE', '/api/tokens/x', { as: ADMIN })).status).toBe(404);
  });

  test('asked for twice with the same key is not shown again', async () => {
    const headers = { 'Idempotency-Key': 'one-token-please' };
    await done(ask('POST', '/api/tokens', { as: ADMIN, body: wanted, headers }));
    const again = await ask('POST', '/api/tokens', { as: ADMIN, body: wanted, headers });
    expect(await again.json()).toMatchObject({ status: 409, code: 'conflict' });
  });
});
