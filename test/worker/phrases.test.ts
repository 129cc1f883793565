import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { PhraseList, Problem } from '../../schemas/generated/api.ts';
import { ask, clock } from './support/api.ts';
import { done } from './support/campaign.ts';
import { publishDemo } from './support/workspace.ts';

const [MANAGER, OFFICER] = ['u18', 'u19'] as const;

beforeAll(publishDemo);
beforeEach(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await env.DB.prepare('DELETE FROM phrases').run();
});

const read = (as: string): Promise<PhraseList> => done(ask('GET', '/api/phrases', { as }));
const save = (as: string, own: readonly unknown[]): Promise<Response> =>
  ask('PUT', '/api/phrases', { as, body: { own } });
const codeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as Problem).code;

test('what the company says with an action comes from its shared lists, in three languages', async () => {
  const { company, own } = await read(MANAGER);
  expect(own).toEqual([]);
  expect(Object.keys(company)).toEqual(['agree', 'reject', 'return', 'comment', 'urge']);
  expect(company.agree?.[0]).toEqual({ 'zh-CN': '同意。', 'zh-TW': '同意。', en: 'Agreed.' });
});

test('everybody keeps phrases of their own, in their own order, and nobody meets those of another', async () => {
  expect((await done<PhraseList>(save(MANAGER, ['请补充合同。', '同意，注意时效。']))).own).toHaveLength(2);
  await done(save(OFFICER, ['合规。']));
  await done(save(MANAGER, ['同意，注意时效。', '请补充合同。', '先征求法务意见。']));
  expect((await read(MANAGER)).own).toEqual(['同意，注意时效。', '请补充合同。', '先征求法务意见。']);
  expect((await read(OFFICER)).own).toEqual(['合规。']);
  await done(save(MANAGER, []));
  expect((await read(MANAGER)).own).toEqual([]);
  expect((await read(OFFICER)).own).toEqual(['合规。']);
});

test('fifty phrases of two hundred characters are kept', async () => {
  const own = Array.from({ length: 50 }, (_, index) => `${index} `.padEnd(200, '字'));
  await done(save(MANAGER, own));
  expect((await read(MANAGER)).own).toEqual(own);
});

test.each([
  ['more than fifty', Array.from({ length: 51 }, (_, index) => `第 ${index} 条`)],
  ['one longer than two hundred characters', ['字'.repeat(201)]],
  ['an empty one', ['同意。', '']],
  ['one of blanks alone', ['  ']],
  ['the same twice', ['同意。', '同意。']],
  ['what is no text', [5]],
])('refuses %s and leaves what was kept', async (_what, own) => {
  await done(save(MANAGER, ['同意。']));
  expect(await codeOf(save(MANAGER, own))).toBe('invalid-body');
  expect((await read(MANAGER)).own).toEqual(['同意。']);
});

test('without a session nothing is read or kept', async () => {
  expect((await ask('GET', '/api/phrases')).status).toBe(401);
  expect((await ask('PUT', '/api/phrases', { body: { own: ['同意。'] } })).status).toBe(401);
  expect(await env.DB.prepare('SELECT count(*) AS n FROM phrases').first('n')).toBe(0);
});
