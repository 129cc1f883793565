import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  DraftView,
  FileView,
  PrefillView,
  Problem,
  ProcessView,
  TaskList,
  TemplateList,
  TemplateView,
} from '../../schemas/generated/api.ts';
import { ask, clock } from './support/api.ts';
import { done } from './support/campaign.ts';
import { publishVisiting, visited, visiting, withoutCity } from './support/visiting.ts';
import { publishWith } from './support/workspace.ts';

const [STARTER, MANAGER, CHECKER, ADMIN, STRANGER, ELSEWHERE] = ['u08', 'u06', 'u18', 'u40', 'u10', 'u35'] as const;

beforeEach(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishVisiting();
});

let count = 0;
const newId = (): string => {
  count += 1;
  return `template-${count}`;
};
const lines = { costs: [{ _row: 'r7', item: '车票', amount: '54.00' }] };
const values = { visit: { what: '拜访湖滨店', city: '杭州', ...lines } };

const save = (as: string, more: object = {}, id = newId()) =>
  ask('PUT', `/api/templates/${id}`, { as, body: { process: 'visiting', name: '湖滨店', values, ...more } });
async function saved(as: string, more: object = {}): Promise<string> {
  return (await done<{ id: string }>(save(as, more))).id;
}
const read = (as: string, id: string): Promise<TemplateView> => done(ask('GET', `/api/templates/${id}`, { as }));
const list = async (as: string) =>
  (await done<TemplateList>(ask('GET', '/api/templates?process=visiting', { as }))).items.map(({ id }) => id);
const codeOf = async (answer: Promise<Response>) => (await (await answer).json<Problem>()).code;

async function photo(as: string): Promise<FileView> {
  const headers = { 'X-File-Name': 'note.txt', 'Content-Type': 'text/plain' };
  const bytes = new TextEncoder().encode('备注');
  return done(ask('POST', '/api/files', { as, bytes, headers }));
}

describe('a template', () => {
  test('gives back what was filled in, with rows of its own', async () => {
    const { values: given, left, name } = await read(STARTER, await saved(STARTER));
    expect(given).toEqual({ visit: { ...values.visit, costs: [{ _row: 'r1', item: '车票', amount: '54.00' }] } });
    expect([name, left]).toEqual(['湖滨店', []]);
  });

  test('carries no files, nothing computed and nothing its person may not write', async () => {
    const file = await photo(STARTER);
    const costs = [{ _row: 'r1', item: '车票', proof: [file] }];
    const visit = { what: '甲', photos: [file], total: '9.00', score: 5, costs };
    const id = await saved(STARTER, { values: { visit, other: { x: 1 } } });
    expect((await read(STARTER, id)).values).toEqual({ visit: { what: '甲', costs: [{ _row: 'r1', item: '车票' }] } });
  });

  test('is compiled against the present version: a field that is gone is dropped, and said so', async () => {
    const id = await saved(STARTER);
    await publishWith(withoutCity());
    const { values: given, left } = await read(STARTER, id);
    expect(given.visit).not.toHaveProperty('city');
    expect(left).toEqual([{ 'zh-CN': '城市', 'zh-TW': '城市', en: '城市' }]);
  });

  test('is its person’s own: nobody else finds, reads, changes or removes it', async () => {
    const id = await saved(STARTER);
    expect(await list(STARTER)).toContain(id);
    for (const as of [MANAGER, CHECKER, ADMIN, STRANGER]) {
      expect(await list(as)).not.toContain(id);
      expect((await ask('GET', `/api/templates/${id}`, { as })).status).toBe(404);
      expect((await save(as, { name: '别人的' }, id)).status).toBe(as === MANAGER || as === ADMIN ? 404 : 404);
      expect((await ask('DELETE', `/api/templates/${id}`, { as })).status).toBe(404);
    }
    expect((await read(STARTER, id)).name).toBe('湖滨店');
    expect((await ask('DELETE', `/api/templates/${id}`, { as: STARTER })).status).toBe(204);
    expect(await list(STARTER)).not.toContain(id);
  });

  test('is shared by administrators only, with their own units and those above; whoever is below reads it and changes nothing', async () => {
    expect(await codeOf(save(STARTER, { unit: 'brand' }))).toBe('not-found');
    expect(await codeOf(save(ADMIN, { unit: 'brand' }))).toBe('not-found');
    const { units } = await done<TemplateList>(ask('GET', '/api/templates', { as: ADMIN }));
    expect(units.map(({ id }) => id)).toEqual(['it', 'mgmt', 'hq']);
    const id = await saved(ADMIN, { unit: 'hq' });
    const narrow = await saved(ADMIN, { unit: 'it' });
    expect(await list(STARTER)).toContain(id);
    expect(await list(STARTER)).not.toContain(narrow);
    expect((await read(STARTER, id)).values).toEqual((await read(ADMIN, id)).values);
    expect((await ask('DELETE', `/api/templates/${id}`, { as: STARTER })).status).toBe(404);
    expect((await save(STARTER, {}, id)).status).toBe(404);
  });

  test('is for those who may start the process', async () => {
    expect(await codeOf(save(STRANGER))).toBe('not-startable');
    const id = await saved(ADMIN, { unit: 'hq' });
    expect((await ask('GET', `/api/templates/${id}`, { as: STRANGER })).status).toBe(404);
    expect(await codeOf(save(STARTER, { process: 'nothing' }))).toBe('not-found');
  });

  test('is one of a hundred at most', async () => {
    await Promise.all(Array.from({ length: 100 }, () => saved(ELSEWHERE)));
    const refusal = await save(ELSEWHERE);
    expect(await refusal.json()).toMatchObject({ status: 409, code: 'too-many-templates', params: { most: 100 } });
  });
});

describe('what the last case gives', () => {
  const rule = { from: 'last', of: 'starter', fields: ['visit'] } as const;
  const asked = (as: string): Promise<PrefillView> => done(ask('GET', '/api/processes/visiting/prefill', { as }));
  const last = { what: '上次的内容', city: '宁波', ...lines };

  test('is offered where the definition says so, and nowhere else', async () => {
    expect((await ask('GET', '/api/processes/visiting/prefill', { as: STARTER })).status).toBe(404);
    const fields = ['visit.what', 'visit.city'];
    await publishVisiting({ ...rule, fields, apply: 'automatic' });
    const { start } = await done<ProcessView>(ask('GET', '/api/processes/visiting', { as: STARTER }));
    expect(start.prefill).toBe('automatic');
  });

  test('is what the person wrote in their own last completed case, without files', async () => {
    await publishVisiting({ ...rule, fields: ['visit.what', 'visit.costs'] });
    const photos = [await photo(STARTER)];
    const costs = [{ _row: 'r3', item: '车票', amount: '54.00' }];
    const { id, number } = await visited(STARTER, { ...last, costs, photos });
    await visited(ELSEWHERE, { what: '别人的' });
    await done(
      ask('POST', '/api/cases', { as: STARTER, body: { process: 'visiting', values: { visit: { what: '未完成' } } } }),
    );
    const { from, values: given } = await asked(STARTER);
    expect(from).toMatchObject({ id, number, starter: STARTER });
    expect(given).toEqual({ visit: { what: '上次的内容', costs: [{ _row: 'r1', item: '车票', amount: '54.00' }] } });
  });

  test('of the unit is no more than the person may see of a colleague’s case', async () => {
    await publishVisiting({ ...rule, of: 'unit', fields: ['visit.what', 'visit.city', 'visit.costs'] });
    const { id } = await visited(STARTER, last);
    const { from, values: given } = await asked(MANAGER);
    expect(from?.id).toBe(id);
    expect(given).toEqual({ visit: { what: '上次的内容', costs: [{ _row: 'r1', item: '车票' }] } });
    const other = await asked(ELSEWHERE);
    expect(other.from?.starter).not.toBe(STARTER);
  });

  test('comes only from a case that agrees in the fields that have to', async () => {
    const fields = { ...visiting().forms.visit?.fields };
    const city = { type: 'text', title: { 'zh-CN': '城市', 'zh-TW': '城市', en: 'City' }, default: "'杭州'" } as const;
    await publishWith(visiting({ ...rule, same: ['visit.city'], fields: ['visit.what'] }, { ...fields, city }));
    const { id } = await visited(STARTER, { what: '杭州的', city: '杭州' });
    await visited(STARTER, { what: '宁波的', city: '宁波' });
    const { from, values: given } = await asked(STARTER);
    expect([from?.id, given]).toEqual([id, { visit: { what: '杭州的' } }]);
  });

  test('is for those who may start the process, and nothing where there is no earlier case', async () => {
    await publishVisiting({ ...rule, fields: ['visit.what'] });
    expect(await codeOf(ask('GET', '/api/processes/visiting/prefill', { as: STRANGER }))).toBe('not-startable');
    expect(await asked(ADMIN)).toEqual({ values: {} });
  });
});

describe('a draft', () => {
  test('in the list says its subject, or the first words that were filled in', async () => {
    const put = (id: string, visit: object) =>
      done<DraftView>(
        ask('PUT', `/api/drafts/${id}`, { as: MANAGER, body: { process: 'visiting', version: 1, values: { visit } } }),
      );
    await put('draft-with-subject', { what: ' 拜访 ', city: '杭州' });
    await put('draft-with-words', { city: '宁波' });
    await put('draft-with-nothing', { costs: [] });
    const { items } = await done<TaskList>(ask('GET', '/api/tasks?box=drafts', { as: MANAGER }));
    const labels = Object.fromEntries(items.map(({ id, draft }) => [id, draft?.label]));
    expect(labels).toEqual({
      'draft-with-subject': '拜访',
      'draft-with-words': '宁波',
      'draft-with-nothing': undefined,
    });
  });

  test('is one of two hundred at most; those that are there can still be saved', async () => {
    const put = (n: number, more: object = {}) =>
      ask('PUT', `/api/drafts/draft-number-${n}`, {
        as: CHECKER,
        body: { process: 'visiting', version: 1, values: {}, ...more },
      });
    const numbers = 'WITH RECURSIVE numbers(n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM numbers WHERE n < 199)';
    const insert = `INSERT INTO drafts (person, id, process, definition_version, "values", revision, saved_at)
      ${numbers} SELECT ?, 'draft-number-' || n, 'visiting', 1, '{}', 1, ? FROM numbers`;
    await env.DB.prepare(insert).bind(CHECKER, clock.now()).run();
    expect(await (await put(200)).json()).toMatchObject({
      status: 409,
      code: 'too-many-drafts',
      params: { most: 200 },
    });
    expect(await done<DraftView>(put(7, { revision: 1 }))).toMatchObject({ revision: 2 });
  });
});

describe('a delivery that waited', () => {
  test('is carried out for the person who made it, and for nobody else who is signed in', async () => {
    const body = { process: 'visiting', values: { visit: { what: '排队的' } } };
    const headers = { 'Formloop-Person': STARTER };
    expect(await codeOf(ask('POST', '/api/cases', { as: ELSEWHERE, body, headers }))).toBe('signed-out');
    expect((await ask('POST', '/api/cases', { as: STARTER, body, headers })).status).toBe(201);
  });
});

describe('a copy of a case', () => {
  test('hands its files on to whoever may read them there, and to nobody else', async () => {
    const file = await photo(STARTER);
    await visited(STARTER, { what: '有照片的', photos: [file] });
    const copy = (as: string, more: object = {}) => {
      const visit = { what: '复制的', photos: [{ ...file, ...more }] };
      return ask('POST', '/api/cases', { as, body: { process: 'visiting', values: { visit } } });
    };
    expect((await copy(CHECKER)).status).toBe(201);
    const refusal = await (await copy(MANAGER)).json<Problem>();
    expect(refusal.issues).toEqual([{ code: 'unknown-file', path: '/visit/photos/0' }]);
    expect((await copy(CHECKER, { name: '别的名字.txt' })).status).toBe(422);
  });
});
