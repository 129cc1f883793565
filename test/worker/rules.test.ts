import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  Problem,
  RuleCheckView,
  RuleSettingList,
  RuleSettingPage,
  RuleTableList,
  RuleTableView,
} from '../../schemas/generated/api.ts';
import { Store } from '../../worker/src/store/database.ts';
import { publish } from '../../worker/src/store/publish.ts';
import { ask, clock } from './support/api.ts';
import { advice, agree, checklist, done, funds, review, start, viewOf } from './support/campaign.ts';
import { bundle, publishDemo } from './support/workspace.ts';

const [ADMIN, AUDITOR, ANYBODY] = ['u40', 'u39', 'u08'];
const TABLE = '/api/tables/campaign-authority';
/** A plain key `then` would make a promise of an object to the linter. */
const THEN = 'then';
const store = new Store(env.DB);
const stamp = () => ({ author: 'system', reason: 'release', at: clock.now() });

const rules = (limit: string) => [
  { when: { amount: `<= ${limit}` }, [THEN]: { post: 'vice-president' } },
  { when: { amount: `> ${limit}` }, [THEN]: { post: 'president' } },
];
const tableOf = (as = ADMIN) => done<RuleTableView>(ask('GET', TABLE, { as }));
const save = (body: object, as = ADMIN) => ask('POST', `${TABLE}/editions`, { as, body });
const codeOf = async (response: Response) => ((await response.json()) as Problem).code;
const issuesOf = async (response: Response) => ((await response.json()) as Problem).issues;

/** The release with other rules of the table. */
function releaseWith(limit: string) {
  const table = bundle.workspace.tables['campaign-authority'];
  if (table === undefined) throw new Error('the company has the table');
  const tables = { ...bundle.workspace.tables, 'campaign-authority': { ...table, rules: rules(limit) } };
  return { ...bundle, workspace: { ...bundle.workspace, tables } };
}

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
});

describe('decision tables', () => {
  test('are read by administrators and auditors, and changed by administrators', async () => {
    const list = await done<RuleTableList>(ask('GET', '/api/tables', { as: AUDITOR }));
    expect(list).toMatchObject({
      mayEdit: false,
      items: [{ id: 'campaign-authority', rules: 3, processes: [{ id: 'campaign-approval' }] }],
    });
    expect(await tableOf(AUDITOR)).toMatchObject({ edition: 1, mayEdit: false, findings: [] });
    const body = { base: 1, reason: '试', rules: rules('1') };
    for (const as of [AUDITOR, ANYBODY]) {
      expect((await save(body, as)).status).toBe(404);
      expect((await ask('POST', `${TABLE}/check`, { as, body: { rules: rules('1') } })).status).toBe(404);
    }
    expect((await ask('GET', TABLE, { as: ANYBODY })).status).toBe(404);
    expect((await ask('GET', '/api/tables', { as: ANYBODY })).status).toBe(404);
  });

  test('are tried without being changed: gaps, overlaps and open cases are told', async () => {
    await start();
    const gap = { rules: [{ when: { amount: '< 10' }, [THEN]: { post: 'president' } }] };
    const found = await done<RuleCheckView>(ask('POST', `${TABLE}/check`, { as: ADMIN, body: gap }));
    expect(found).toMatchObject({
      findings: [{ code: 'table-without-answer', severity: 'error' }],
      processes: [{ id: 'campaign-approval', open: 1 }],
    });
    expect((await tableOf()).edition).toBe(1);
  });

  test('with a gap, an unknown post, without a reason or without a change are refused', async () => {
    const gap = await save({ base: 1, reason: '试', rules: [rules('5')[0]] });
    expect(gap.status).toBe(422);
    expect(await issuesOf(gap)).toMatchObject([{ code: 'table-without-answer', path: '/rules' }]);
    const post = [{ when: { amount: '-' }, [THEN]: { post: 'emperor' } }];
    expect(await issuesOf(await save({ base: 1, reason: '试', rules: post }))).toMatchObject([
      { code: 'unknown-post', path: '/rules/0/then/post' },
    ]);
    expect(await codeOf(await save({ base: 1, reason: ' ', rules: rules('5') }))).toBe('invalid-body');
    const { table } = await tableOf();
    expect(await issuesOf(await save({ base: 1, reason: '试', rules: table.rules }))).toMatchObject([
      { code: 'nothing-changed' },
    ]);
  });

  test('changed while a case is open hold for it from then on, and the case keeps its version', async () => {
    const { id } = await start();
    await agree(id, 'u18', review);
    await agree(id, 'u19', checklist);
    await agree(id, 'u20', advice);
    const made = await done<RuleTableView>(save({ base: 1, reason: '副总裁批到五十万', rules: rules('500000') }));
    expect(made).toMatchObject({ edition: 2, table: { rules: rules('500000') } });
    expect(made.history.map(({ edition, state, origin }) => [edition, state, origin])).toEqual([
      [2, 'in-force', 'made'],
      [1, 'past', 'delivered'],
    ]);
    expect(made.history[0]).toMatchObject({ by: { id: ADMIN }, reason: '副总裁批到五十万', base: 1 });
    await agree(id, 'u15', funds);
    const view = await viewOf(id, 'u08');
    expect(view.process).toMatchObject({ version: 1 });
    const asked = await env.DB.prepare(
      "SELECT person FROM tasks WHERE step = 'final' AND open = 1 AND key >> 16 = (SELECT id FROM cases WHERE public = ?)",
    )
      .bind(id)
      .all<{ person: string }>();
    const holders = Object.entries(bundle.workspace.organisation.people).flatMap(([person, { posts }]) =>
      posts.some(({ post }) => post === 'vice-president') ? [{ person }] : [],
    );
    expect(asked.results).toEqual(holders);
  });

  test('changed by two at once are changed by one, and the other is told', async () => {
    const both = await Promise.all(
      ['1000', '2000'].map((limit) => save({ base: 2, reason: '同时', rules: rules(limit) })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await codeOf(await save({ base: 2, reason: '过期', rules: rules('3000') }))).toBe('stale');
    expect((await tableOf()).edition).toBe(3);
  });

  test('sent again after a lost answer are changed once', async () => {
    const body = { base: 3, reason: '再次', rules: rules('4000') };
    expect((await save(body)).status).toBe(201);
    expect((await save(body)).status).toBe(201);
    expect((await tableOf()).edition).toBe(4);
  });

  test('stay as they are when the same release is published again', async () => {
    expect(await publish(store, bundle, stamp())).toEqual({ ok: true, value: 0 });
    expect((await tableOf()).table.rules).toEqual(rules('4000'));
  });

  test('that a release brings anew wait until an administrator decides', async () => {
    expect(await publish(store, releaseWith('7000'), stamp())).toEqual({ ok: true, value: 0 });
    const waiting = await tableOf();
    expect(waiting).toMatchObject({ edition: 5, table: { rules: rules('4000') } });
    expect(waiting.history.slice(0, 2).map(({ edition, state }) => [edition, state])).toEqual([
      [5, 'waiting'],
      [4, 'in-force'],
    ]);
    expect((await done<RuleTableList>(ask('GET', '/api/tables', { as: ADMIN }))).items[0]).toMatchObject({
      waiting: true,
      by: { id: ADMIN },
    });
    const kept = await done<RuleTableView>(save({ base: 5, reason: '保留', rules: rules('4000') }));
    expect(kept.history.slice(0, 2).map(({ state }) => state)).toEqual(['in-force', 'past']);
    expect(await publish(store, releaseWith('7000'), stamp())).toEqual({ ok: true, value: 0 });
    expect((await tableOf()).table.rules).toEqual(rules('4000'));
  });

  test('gone back to what was delivered follow the next release', async () => {
    await done(save({ base: 6, reason: '改回', rules: rules('7000') }));
    expect(await publish(store, releaseWith('9000'), stamp())).toEqual({ ok: true, value: 1 });
    const view = await tableOf();
    expect(view.table.rules).toEqual(rules('9000'));
    expect(view.history[0]).toMatchObject({ origin: 'delivered', state: 'in-force', reason: 'release' });
  });

  test('that no longer fit what is released keep the release from being published', async () => {
    await done(save({ base: (await tableOf()).edition, reason: '董事长', rules: rules('1') }));
    const { organisation } = bundle.workspace;
    const { 'vice-president': _, ...posts } = organisation.posts;
    const people = Object.fromEntries(
      Object.entries(organisation.people).map(([id, person]) => [
        id,
        { ...person, posts: person.posts.filter(({ post }) => post !== 'vice-president') },
      ]),
    );
    const workspace = { ...bundle.workspace, organisation: { ...organisation, posts, people } };
    const result = await publish(store, { ...bundle, workspace }, stamp());
    expect(result).toMatchObject({ ok: false, error: [{ code: 'unknown-post', params: { name: 'vice-president' } }] });
  });

  test('leave editions that nobody can change, take away or write over', async () => {
    const run = (text: string) => env.DB.prepare(text).run();
    await expect(run("UPDATE editions SET reason = ''")).rejects.toThrow('append-only');
    await expect(run('DELETE FROM editions')).rejects.toThrow('append-only');
    await expect(
      run('INSERT OR REPLACE INTO editions SELECT * FROM editions WHERE edition = 1 LIMIT 1'),
    ).rejects.toThrow('out of order');
  });
});

describe('settings', () => {
  const STEP = ['steps', 1, 'first', 'due'];
  /** A release in which the first approval is due after the common time for approvals. */
  const placed = {
    ...bundle,
    authoring: {
      areas: { minReviewScore: 'supervision' },
      places: { 'processes/campaign-approval': [{ path: STEP, text: 'settings.approvalTime' }] },
    },
  };
  const page = (id: string) => done<RuleSettingPage>(ask('GET', `/api/settings/${id}`, { as: ADMIN }));
  const set = (id: string, value: string, base: number) =>
    ask('POST', `/api/settings/${id}/editions`, { as: ADMIN, body: { base, value, reason: '试行' } });
  const dueOf = async (version: number) => {
    const row = await env.DB.prepare("SELECT body FROM documents WHERE kind = 'process' AND id = ? AND version = ?")
      .bind('campaign-approval', version)
      .first<{ body: string }>();
    return STEP.reduce<unknown>((node, key) => Object(node)[key], JSON.parse(row?.body ?? '{}').document);
  };
  const latest = async () => {
    const row = await env.DB.prepare(
      "SELECT version FROM heads WHERE kind = 'process' AND id = 'campaign-approval'",
    ).first<{ version: number }>();
    return row?.version ?? 0;
  };

  beforeAll(async () => {
    await done(
      ask('POST', `${TABLE}/editions`, {
        as: ADMIN,
        body: {
          base: (await tableOf()).edition,
          reason: '改回',
          rules: bundle.workspace.tables['campaign-authority']?.rules,
        },
      }),
    );
    expect(await publish(store, placed, stamp())).toMatchObject({ ok: true });
  });

  test('are listed with their areas and where they are used', async () => {
    const { items } = await done<RuleSettingList>(ask('GET', '/api/settings', { as: AUDITOR }));
    expect(items.find(({ id }) => id === 'approvalTime')).toMatchObject({
      value: '2wd',
      uses: [{ kind: 'process', id: 'campaign-approval', how: ['placed'] }],
    });
    expect(items.find(({ id }) => id === 'minReviewScore')).toMatchObject({
      area: 'supervision',
      uses: [{ id: 'campaign-approval', how: ['read'] }],
    });
    expect((await ask('GET', '/api/settings', { as: ANYBODY })).status).toBe(404);
    expect((await ask('GET', '/api/settings/nothing', { as: ADMIN })).status).toBe(404);
  });

  test('give a new version to exactly the processes that hold them; open cases stay', async () => {
    const before = await latest();
    const { id } = await start();
    const heads = await env.DB.prepare(
      "SELECT id, version FROM heads WHERE kind = 'process' AND id <> 'campaign-approval'",
    ).all();
    const saved = await done<RuleSettingPage>(set('approvalTime', '5wd', 1));
    expect(saved).toMatchObject({
      setting: { value: '5wd', edition: 2 },
      processes: [{ id: 'campaign-approval', how: ['placed'] }],
      history: [
        { value: '5wd', state: 'in-force', by: { id: ADMIN } },
        { value: '2wd', state: 'past' },
      ],
    });
    expect(await latest()).toBe(before + 1);
    expect([await dueOf(before), await dueOf(before + 1)]).toEqual(['2wd', '5wd']);
    expect((await viewOf(id, 'u08')).process).toMatchObject({ version: before, latest: before + 1 });
    const after = await env.DB.prepare(
      "SELECT id, version FROM heads WHERE kind = 'process' AND id <> 'campaign-approval'",
    ).all();
    expect(after.results).toEqual(heads.results);
  });

  test('that expressions read need no new version', async () => {
    const before = await latest();
    await done(set('minReviewScore', '75', 1));
    expect(await latest()).toBe(before);
    expect((await page('minReviewScore')).setting.value).toBe('75');
  });

  test('stay when the same release is published again, and wait when it brings another value', async () => {
    expect(await publish(store, placed, stamp())).toEqual({ ok: true, value: 0 });
    const { settings } = bundle.workspace;
    const time = settings.settings.approvalTime;
    if (time === undefined) throw new Error('the company has the setting');
    const changed = { ...settings, settings: { ...settings.settings, approvalTime: { ...time, value: '3wd' } } };
    const release = { ...placed, workspace: { ...bundle.workspace, settings: changed } };
    expect(await publish(store, release, stamp())).toEqual({ ok: true, value: 0 });
    expect(await page('approvalTime')).toMatchObject({
      setting: { value: '5wd', waiting: true },
      history: [{ value: '3wd', state: 'waiting' }, { value: '5wd', state: 'in-force' }, { state: 'past' }],
    });
  });

  test('refuse what is no value of theirs or what a process cannot run on', async () => {
    expect(await issuesOf(await set('approvalTime', 'soon', 3))).toMatchObject([{ code: 'bad-format' }]);
    expect(await issuesOf(await set('maxReturns', '2.5', 1))).toMatchObject([{ code: 'bad-format' }]);
    expect(await codeOf(await set('approvalTime', '6wd', 1))).toBe('stale');
    const tried = await done<RuleCheckView>(
      ask('POST', '/api/settings/approvalTime/check', { as: ADMIN, body: { value: '4wd' } }),
    );
    expect(tried).toMatchObject({ findings: [], processes: [{ id: 'campaign-approval' }] });
  });

  test('of two administrators at once one is kept', async () => {
    const both = await Promise.all(['7wd', '8wd'].map((value) => set('approvalTime', value, 3)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});
