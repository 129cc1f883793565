import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DraftView, ProcessView, TaskList } from '../../schemas/generated/api.ts';
import { Store } from '../../worker/src/store/database.ts';
import { publish } from '../../worker/src/store/publish.ts';
import { ask, clock } from './support/api.ts';
import { done, plan, start } from './support/campaign.ts';
import { bundle, publishDemo } from './support/workspace.ts';

beforeAll(publishDemo);

const sql = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .run();

describe('what is recorded', () => {
  const rowsOf = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>();

  beforeAll(async () => {
    const { id } = await start();
    await ask('POST', `/api/cases/${id}/views`, { as: 'u18', body: { version: 1 } });
  });

  test.each(['documents', 'entries', 'ledger_changes', 'reads'])(
    '%s can be neither changed nor removed',
    async (table) => {
      expect((await rowsOf(table))?.n).toBeGreaterThan(0);
      const at = table === 'entries' ? 'by' : 'at';
      await expect(sql(`UPDATE ${table} SET ${at} = 'x'`)).rejects.toThrow(`${table}: append-only`);
      await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(`${table}: append-only`);
    },
  );

  test.each(['documents', 'entries', 'ledger_changes'])('%s can not be written over', async (table) => {
    for (const way of ['INSERT', 'INSERT OR REPLACE', 'INSERT OR IGNORE']) {
      await expect(sql(`${way} INTO ${table} SELECT * FROM ${table} LIMIT 1`)).rejects.toThrow(
        /out of order|version taken/,
      );
    }
  });

  test('a read noted again changes nothing', async () => {
    const before = await env.DB.prepare('SELECT * FROM reads').all();
    await sql("INSERT OR REPLACE INTO reads SELECT case_id, person, version, '2030' FROM reads");
    expect((await env.DB.prepare('SELECT * FROM reads').all()).results).toEqual(before.results);
  });

  test('an entry ahead of its case is refused: the log has no gaps', async () => {
    const insert = "INSERT INTO entries (key, at, by, body, previous, hash) VALUES (?, 'a', 'b', '[]', '', '')";
    for (const key of [65536 + 3, 65536, 9 * 65536 + 2])
      await expect(sql(insert, key)).rejects.toThrow('entries: out of order');
  });
});

describe('publishing', () => {
  const store = new Store(env.DB);
  const stamp = { author: 'u40', reason: 'test', at: clock.now() };
  const { areas } = bundle.workspace;
  const changed = (name: string) => ({
    ...bundle,
    workspace: {
      ...bundle.workspace,
      areas: {
        ...areas,
        areas: areas.areas.map((each) => (each.id === 'supervision' ? { ...each, title: name } : each)),
      },
    },
  });

  test('the same again is no new version', async () => {
    expect(await publish(store, bundle, stamp)).toEqual({ ok: true, value: 0 });
  });

  test('what changed gets the next version, and the old one stays', async () => {
    expect(await publish(store, changed('督导'), stamp)).toEqual({ ok: true, value: 1 });
    const versions = await env.DB.prepare(
      "SELECT version, author FROM documents WHERE kind = 'areas' ORDER BY version",
    ).all();
    expect(versions.results).toEqual([
      { version: 1, author: 'system' },
      { version: 2, author: 'u40' },
    ]);
  });

  test('two at the same time both arrive', async () => {
    const both = await Promise.all([publish(store, changed('一'), stamp), publish(store, changed('二'), stamp)]);
    expect(both.map((one) => one.ok && one.value)).toEqual([1, 1]);
    const last = await env.DB.prepare("SELECT max(version) AS n FROM documents WHERE kind = 'areas'").first<{
      n: number;
    }>();
    expect(last?.n).toBe(4);
  });

  test('a process that does not check is not published, nor anything with it', async () => {
    const { 'campaign-approval': process, ...others } = bundle.processes;
    if (!process) throw new Error('no campaign-approval');
    const broken = { ...process, document: { ...process.document, subject: 'plan.nmae' } };
    const result = await publish(
      store,
      { ...changed('三'), processes: { ...others, 'campaign-approval': broken } },
      stamp,
    );
    expect(result).toMatchObject({ ok: false, error: [{ severity: 'error', path: ['subject'] }] });
    const last = await env.DB.prepare("SELECT max(version) AS n FROM documents WHERE kind = 'areas'").first<{
      n: number;
    }>();
    expect(last?.n).toBe(4);
  });

  test('a case stays on the version it was started on, and a form of an old version is not taken', async () => {
    const { id } = await start();
    const { 'campaign-approval': process } = bundle.processes;
    if (!process) throw new Error('no campaign-approval');
    const renamed = {
      ...process,
      document: { ...process.document, title: { 'zh-CN': '方案审批', 'zh-TW': '方案審批', en: 'Plans' } },
    };
    const next = { ...bundle, processes: { ...bundle.processes, 'campaign-approval': renamed } };
    expect(await publish(store, next, stamp)).toMatchObject({ ok: true });
    expect(await done(ask('GET', `/api/cases/${id}`, { as: 'u18' }))).toMatchObject({
      process: { version: 1, latest: 2 },
    });
    const view = await done<ProcessView>(ask('GET', '/api/processes/campaign-approval', { as: 'u08' }));
    expect(view).toMatchObject({ version: 2, title: { en: 'Plans' }, mayStart: true });
    expect(Object.keys(view.forms[0]?.fields ?? {}).slice(0, 3)).toEqual(['name', 'kind', 'practices']);
    const old = await done<ProcessView>(ask('GET', '/api/processes/campaign-approval/versions/1', { as: 'u08' }));
    expect(old).toMatchObject({ version: 1, title: { en: 'Campaign plan review and approval' } });
    expect((await ask('GET', '/api/processes/campaign-approval/versions/9', { as: 'u08' })).status).toBe(404);
    const body = { process: 'campaign-approval', version: 1, values: plan };
    const outdated = await ask('POST', '/api/cases', { as: 'u08', body });
    expect(await outdated.json()).toMatchObject({ status: 409, code: 'stale', params: { version: 2 } });
  });
});

describe('drafts', () => {
  const body = (name: string, revision?: number) => ({
    process: 'campaign-approval',
    version: 1,
    values: { plan: { name } },
    ...(revision !== undefined && { revision }),
  });
  const save = (as: string, id: string, sent: unknown) => ask('PUT', `/api/drafts/${id}`, { as, body: sent });

  test('are saved over the revision they were based on; another save in between is shown, not lost', async () => {
    const id = 'draft-one';
    expect(await done(save('u08', id, body('一')))).toMatchObject({
      id,
      revision: 1,
      values: { plan: { name: '一' } },
    });
    expect(await done(save('u08', id, body('二', 1)))).toMatchObject({ revision: 2 });
    expect(await done(save('u08', id, body('二', 1)))).toMatchObject({ revision: 2 });
    const conflict = await save('u08', id, body('三', 1));
    expect(await conflict.json()).toMatchObject({
      status: 409,
      code: 'draft-conflict',
      params: { draft: { revision: 2, values: { plan: { name: '二' } } } },
    });
    expect(await done<DraftView>(ask('GET', `/api/drafts/${id}`, { as: 'u08' }))).toMatchObject({ revision: 2 });
  });

  test('of two first saves at once one wins, and a save over a draft that is gone is refused', async () => {
    const id = 'draft-two';
    const both = await Promise.all([save('u08', id, body('甲')), save('u08', id, body('乙'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await ask('DELETE', `/api/drafts/${id}`, { as: 'u08' });
    expect((await ask('GET', `/api/drafts/${id}`, { as: 'u08' })).status).toBe(404);
    expect((await save('u08', id, body('丙', 1))).status).toBe(404);
  });

  test('are nobody else’s, even under the same id', async () => {
    await done(save('u08', 'draft-mine', body('我的')));
    expect((await ask('GET', '/api/drafts/draft-mine', { as: 'u18' })).status).toBe(404);
    await done(save('u18', 'draft-mine', body('他的')));
    expect(await done(ask('GET', '/api/drafts/draft-mine', { as: 'u08' }))).toMatchObject({
      values: { plan: { name: '我的' } },
    });
  });

  test('leave with the case that is started from them', async () => {
    await done(save('u26', 'draft-sent', body('发出')));
    const list = () => done<TaskList>(ask('GET', '/api/tasks?box=drafts', { as: 'u26' }));
    expect((await list()).items).toMatchObject([{ kind: 'draft', draft: { id: 'draft-sent' } }]);
    await done(
      ask('POST', '/api/cases', {
        as: 'u26',
        body: { process: 'campaign-approval', values: plan, draft: 'draft-sent' },
      }),
    );
    expect((await list()).items).toEqual([]);
  });

  test.each(['short', 'with space', 'x'.repeat(65)])('are not kept under the id "%s"', async (id) => {
    expect((await save('u08', encodeURIComponent(id), body('x'))).status).toBe(404);
  });
});
