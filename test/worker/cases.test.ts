import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  CaseList,
  CaseView,
  CommandOutcome,
  EntryList,
  LedgerPage,
  TaskList,
} from '../../schemas/generated/api.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import {
  advice,
  agree,
  approved,
  checklist,
  command,
  done,
  funds,
  plan,
  review,
  start,
  taskOf,
  viewOf,
} from './support/campaign.ts';
import { publishDemo } from './support/workspace.ts';

const store = new Store(env.DB);
const MONDAY = '2026-11-23T01:00:00.000Z';

beforeAll(publishDemo);
beforeEach(() => clock.set(MONDAY));

const get = <Body>(path: string, as: string): Promise<Body> => done(ask('GET', path, { as }));
const todo = async (as: string, of: string) =>
  (await get<TaskList>('/api/tasks?box=todo', as)).items.filter((item) => item.case?.id === of);

/** How many entries a case has. */
async function entries(id: string): Promise<number> {
  const row = await env.DB.prepare('SELECT seq FROM cases WHERE public = ?').bind(id).first<{ seq: number }>();
  return row?.seq ?? 0;
}

describe('the campaign loop', () => {
  test('from the plan over a return to the ledger, the weekly report and an issue', async () => {
    const { id, number, status } = await start();
    expect(status).toBe('open');
    const first = await taskOf(id, 'u18');
    expect(first).toMatchObject({ step: 'first', kind: 'approve', due: { overdue: false }, reason: { rule: 'post' } });
    await done(command(id, 'u18', { do: 'return', step: 'first', to: 'draft', opinion: '请补充公示方式。' }));

    const draft = await taskOf(id, 'u08');
    expect(draft).toMatchObject({ step: 'draft', round: 2, actions: expect.arrayContaining(['submit']) });
    const values = { plan: { content: '冬装满 1000 元减 200 元，规则在门店公示。' } };
    await done(command(id, 'u08', { do: 'submit', step: 'draft', seen: draft.seen, values }));
    await agree(id, 'u18', review);
    await agree(id, 'u19', checklist);
    expect((await todo('u20', id)).concat(await todo('u15', id)).map(({ step }) => step)).toEqual(['counsel', 'money']);
    await agree(id, 'u15', funds);
    await agree(id, 'u20', advice);
    expect((await viewOf(id, 'u08')).picture.at(-1)).toMatchObject({ kind: 'start' });
    expect(await agree(id, 'u02')).toMatchObject({ id, number, status: 'completed' });

    const campaigns = await get<LedgerPage>('/api/ledgers/campaigns/rows', 'u18');
    expect(campaigns.items).toMatchObject([
      { id, case: id, version: 1, cells: { number, budget: '300000.00', state: 'approved' } },
    ]);
    const limited = await get<LedgerPage>('/api/ledgers/campaigns/rows', 'u08');
    expect(Object.keys(limited.columns)).not.toContain('budget');
    expect(JSON.stringify(limited)).not.toContain('300000.00');
    const budget = await get<LedgerPage>('/api/ledgers/budget/rows?q=brand', 'u15');
    expect(budget.items.find((row) => row.id === 'brand|2026')).toMatchObject({
      version: 2,
      cells: { reserved: '1260000.00' },
    });

    clock.set('2026-12-11T01:00:00.000Z');
    await runJobs(store, clock.now());
    const parent = await viewOf(id, 'u08');
    expect(parent.children).toMatchObject([{ process: 'campaign-weekly-report', status: 'open', step: 'weekly' }]);
    const weekly = parent.children[0]?.id ?? '';
    const report = await viewOf(weekly, 'u08');
    expect(report).toMatchObject({ cause: { id, number }, values: { report: { campaign: id, week: '2026-W50' } } });
    expect(report.references[id]).toMatchObject({ budget: '300000.00', start: '2026-12-07' });
    const write = await taskOf(weekly, 'u08');
    const overspent = {
      report: {
        done: '到店礼发放完毕。',
        steps: [{ _row: 'r1', progress: '50', status: 'in-progress' }],
        spent: [{ category: 'gifts', amount: '200000.00' }],
        results: [{ _row: 'r1', actual: '300000' }],
        next: '控制费用。',
      },
    };
    await done(command(weekly, 'u08', { do: 'submit', step: 'write', seen: write.seen, values: overspent }));
    await agree(weekly, 'u18', { review: { mark: 'abnormal', opinion: '费用过快。' } });
    const issue = (await viewOf(weekly, 'u18')).children[0]?.id ?? '';
    expect(await taskOf(issue, 'u08')).toMatchObject({ step: 'raise' });
  });

  test('a case started by hand knows its own number from the first entry on', async () => {
    const campaign = await approved();
    const values = { issue: { campaign: campaign.id, problem: '到店人数低于计划。', severity: 'low' } };
    const body = { process: 'campaign-issue', values };
    const both = await Promise.all([
      done<CommandOutcome>(ask('POST', '/api/cases', { as: 'u08', body })),
      done<CommandOutcome>(ask('POST', '/api/cases', { as: 'u08', body })),
    ]);
    const { items } = await get<LedgerPage>('/api/ledgers/issues/rows', 'u18');
    for (const { id, number } of both) expect(items.find((row) => row.id === id)?.cells).toMatchObject({ number });
    expect(new Set(both.map(({ number }) => number)).size).toBe(2);
  });
});

describe('a command', () => {
  test('delivered again is answered the same and has one effect', async () => {
    const { id } = await start();
    const { step, seen } = await taskOf(id, 'u18');
    const body = { do: 'agree', step, seen, values: review };
    const headers = { 'Idempotency-Key': 'the-same-key' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => command(id, 'u18', body, { headers })));
    const later = await command(id, 'u18', body, { headers });
    const texts = await Promise.all([...answers, later].map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect([...answers, later].every((answer) => answer.status === 200)).toBe(true);
    expect(answers.filter((answer) => answer.headers.has('Idempotent-Replayed'))).toHaveLength(7);
    expect(later.headers.get('Idempotent-Replayed')).toBe('true');
    expect(await entries(id)).toBe(2);
  });

  test('under a key used for something else is refused; the same key of another person is another key', async () => {
    const { id } = await start();
    const headers = { 'Idempotency-Key': 'one-key-two-uses' };
    await done(command(id, 'u18', { do: 'comment', text: '请尽快。' }, { headers }));
    const other = await command(id, 'u18', { do: 'comment', text: '不急。' }, { headers });
    expect([other.status, await other.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'idempotency-mismatch' }),
    ]);
    await done(command(id, 'u08', { do: 'comment', text: '好的。' }, { headers }));
    expect((await viewOf(id, 'u18')).comments.map(({ text }) => text)).toEqual(['请尽快。', '好的。']);
  });

  test('without a key is refused', async () => {
    const { id } = await start();
    const response = await command(id, 'u18', { do: 'comment', text: 'x' }, { headers: { 'Idempotency-Key': '' } });
    expect(await response.json()).toMatchObject({ status: 400, code: 'missing-idempotency-key' });
  });

  test('a start delivered again is one case with one number', async () => {
    const headers = { 'Idempotency-Key': 'start-once-only' };
    const [one, two] = await Promise.all([start('u08', { headers }), start('u08', { headers })]);
    expect(two).toEqual(one);
  });

  test('of two who decide at once, one does', async () => {
    const { id } = await start();
    const { step, seen } = await taskOf(id, 'u18');
    const race = await Promise.all([
      ...Array.from({ length: 5 }, () => command(id, 'u18', { do: 'agree', step, seen, values: review })),
      ...Array.from({ length: 5 }, () => command(id, 'u08', { do: 'withdraw', keep: false, opinion: '改期' })),
    ]);
    const statuses = race.map((answer) => answer.status);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    const agreed = statuses.slice(0, 5).filter((status) => status === 200).length;
    const withdrawn = statuses.slice(5).filter((status) => status === 200).length;
    expect([agreed <= 1, withdrawn <= 1, agreed + withdrawn >= 1]).toEqual([true, true, true]);
    expect(await entries(id)).toBe(1 + agreed + withdrawn);
  });

  test('six who comment at once are all heard', async () => {
    const { id } = await start();
    const texts = Array.from({ length: 6 }, (_, n) => `第 ${n} 条`);
    await Promise.all(texts.map((text) => done(command(id, 'u18', { do: 'comment', text }))));
    expect((await viewOf(id, 'u18')).comments.map(({ text }) => text).sort()).toEqual(texts);
  });

  test('on what has moved on is refused, with the case as it is now', async () => {
    const { id } = await start();
    const { step, seen } = await taskOf(id, 'u18');
    const outdated = await command(id, 'u18', { do: 'comment', text: 'x' }, { headers: { 'If-Match': '"7"' } });
    expect(await outdated.json()).toMatchObject({ status: 409, code: 'stale', present: { id, version: 1 } });
    const other = await command(id, 'u18', { do: 'agree', step, seen: 'f'.repeat(64), values: review });
    expect(await other.json()).toMatchObject({ status: 409, code: 'content-changed', present: { tasks: [{ seen }] } });
    await agree(id, 'u18', review);
    const again = await command(id, 'u18', { do: 'agree', step, seen, values: review });
    expect(await again.json()).toMatchObject({ status: 409, code: 'step-moved', present: { version: 2 } });
    const answer = await ask('GET', `/api/cases/${id}`, { as: 'u18' });
    expect(answer.headers.get('ETag')).toBe('"2"');
  });

  test('with values one may not write, or that are wrong, records nothing', async () => {
    const { id } = await start();
    const { step, seen } = await taskOf(id, 'u18');
    const refusals: [Record<string, unknown>, string, string][] = [
      [{ plan: { total: '1.00' } }, 'not-writable', '/plan/total'],
      [{ plan: { name: '改名' } }, 'not-writable', '/plan/name'],
      [{ funds: { opinion: '我来写' } }, 'not-writable', '/funds/opinion'],
      [{ review: { nonsense: 1 } }, 'unknown-field', '/review/nonsense'],
      [{ review: { ...review.review, goal: 'five' } }, 'wrong-type', '/review/goal'],
    ];
    for (const [values, code, path] of refusals) {
      const response = await command(id, 'u18', { do: 'agree', step, seen, values });
      expect(await response.json()).toMatchObject({ status: 422, code: 'invalid-values', issues: [{ code, path }] });
    }
    expect(await entries(id)).toBe(1);
    const bad = await ask('POST', '/api/cases', {
      as: 'u08',
      body: { process: 'campaign-approval', values: { plan: { name: 'x' } } },
    });
    expect(bad.status).toBe(422);
  });

  test('with a file that was never uploaded, or is somebody else’s, records nothing', async () => {
    const upload = (as: string) =>
      done<{ id: string }>(
        ask('POST', '/api/files', {
          as,
          body: '%PDF-1.7 plan',
          headers: { 'X-File-Name': 'plan.pdf', 'Content-Type': 'application/pdf' },
        }),
      );
    const mine = await upload('u08');
    const foreign = await upload('u18');
    const withFiles = (files: unknown) => ({ process: 'campaign-approval', values: { plan: { ...plan.plan, files } } });
    for (const file of [{ ...mine, size: 1 }, { ...mine, id: 'f'.repeat(32) }, foreign]) {
      const refused = await ask('POST', '/api/cases', { as: 'u08', body: withFiles([file]) });
      expect(await refused.json()).toMatchObject({
        status: 422,
        issues: [{ code: 'unknown-file', path: '/plan/files/0' }],
      });
    }
    const { id } = await done<CommandOutcome>(ask('POST', '/api/cases', { as: 'u08', body: withFiles([mine]) }));
    expect((await ask('GET', `/api/files/${mine.id}?case=${id}`, { as: 'u18' })).status).toBe(200);
    expect((await ask('GET', `/api/files/${mine.id}`, { as: 'u18' })).status).toBe(404);
    expect((await ask('GET', `/api/files/${foreign.id}?case=${id}`, { as: 'u08' })).status).toBe(404);
  });
});

describe('fifty starts at once', () => {
  test('get fifty numbers in a row', async () => {
    const before = await env.DB.prepare("SELECT n FROM counters WHERE process = 'campaign-approval'").first<{
      n: number;
    }>();
    const all = await Promise.all(Array.from({ length: 50 }, () => start()));
    const numbers = all.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => (before?.n ?? 0) + n + 1));
  });
});

describe('who may see what', () => {
  test('somebody else’s case is not there, for reading and for writing', async () => {
    const { id } = await start();
    const missing = await (await ask('GET', `/api/cases/${'0'.repeat(32)}`, { as: 'u31' })).text();
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/events`]) {
      const response = await ask('GET', path, { as: 'u31' });
      expect([response.status, await response.text()]).toEqual([404, missing]);
    }
    const written = await command(id, 'u31', { do: 'comment', text: 'x' });
    expect([written.status, await written.text()]).toEqual([404, missing]);
    expect((await ask('POST', `/api/cases/${id}/views`, { as: 'u31', body: { version: 1 } })).status).toBe(404);
    expect((await get<CaseList>('/api/cases', 'u31')).items).toEqual([]);
    expect((await ask('GET', '/api/ledgers/budget/rows', { as: 'u31' })).status).toBe(404);
  });

  test('an auditor reads every case, verifies it, and writes nothing', async () => {
    const { id } = await start();
    const view = await viewOf(id, 'u39');
    expect(view).toMatchObject({ id, may: [], tasks: [] });
    const refused = await command(id, 'u39', { do: 'comment', text: 'x' });
    expect(await refused.json()).toMatchObject({ status: 403, code: 'read-only' });
    const { items } = await get<CaseList>(`/api/cases?q=${view.number}`, 'u39');
    expect(items).toMatchObject([{ id, integrity: { state: 'intact', entries: 1 } }]);
  });

  test('a field that a step hides is nowhere in what its person gets', async () => {
    const canary = '只给监管部看的意见-7d1f';
    const { id } = await start();
    await agree(id, 'u18', { review: { ...review.review, opinion: canary } });
    await agree(id, 'u19', checklist);
    const counsel: CaseView = await viewOf(id, 'u20');
    expect(counsel.forms.map((form) => form.id)).not.toContain('review');
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/events`, '/api/tasks?box=todo']) {
      expect(await (await ask('GET', path, { as: 'u20' })).text()).not.toContain(canary);
    }
    expect(await (await ask('GET', `/api/cases/${id}/events`, { as: 'u39' })).text()).toContain(canary);
  });

  test('what was opened is noted once a version, and a copy is read then', async () => {
    const { id } = await approved();
    const copied = async () =>
      (await get<TaskList>('/api/tasks?box=copied', 'u19')).items.find((item) => item.case?.id === id);
    expect(await copied()).toMatchObject({ kind: 'copy', unread: true });
    for (const version of [6, 6, 5]) await ask('POST', `/api/cases/${id}/views`, { as: 'u19', body: { version } });
    expect((await copied())?.unread).toBeUndefined();
    const { views } = await get<EntryList>(`/api/cases/${id}/events`, 'u39');
    expect(views.filter(({ person }) => person === 'u19').map(({ version }) => version)).toEqual([5, 6]);
    expect((await ask('POST', `/api/cases/${id}/views`, { as: 'u19', body: { version: 99 } })).status).toBe(409);
  });
});

describe('the log', () => {
  test('says who changed what, from what', async () => {
    const { id } = await start();
    await done(command(id, 'u18', { do: 'return', step: 'first', to: 'draft', opinion: '请改主题。' }));
    const { seen } = await taskOf(id, 'u08');
    await done(command(id, 'u08', { do: 'submit', step: 'draft', seen, values: { plan: { name: '冬装满减' } } }));
    const log = await get<EntryList>(`/api/cases/${id}/events`, 'u18');
    expect(log.items.map(({ what, by }) => [what, by])).toEqual([
      ['CaseStarted', 'u08'],
      ['StepReturned', 'u18'],
      ['StepSubmitted', 'u08'],
    ]);
    expect(log.items[1]).toMatchObject({ step: 'first', to: 'draft', opinion: '请改主题。' });
    expect(log.items[2]?.changes).toEqual([
      { path: '/plan/name', field: 'plan.name', before: '冬装满减促销', after: '冬装满减' },
    ]);
    expect(log).toMatchObject({ integrity: { state: 'intact', entries: 3 }, people: { u08: {}, u18: {} } });
  });

  test.each([
    ['an entry rewritten', "UPDATE entries SET body = replace(body, '促销', '清仓') WHERE key = ?1", 1],
    ['an entry given to somebody else', "UPDATE entries SET by = 'u01' WHERE key = ?1", 1],
    ['an entry moved in time', "UPDATE entries SET at = '2026-11-22T01:00:00.000Z' WHERE key = ?1", 1],
    ['the last entry removed', 'DELETE FROM entries WHERE key = ?1 + 1', 2],
    ['the first entry removed', 'DELETE FROM entries WHERE key = ?1', 1],
  ])('shows %s', async (_, tampering, at) => {
    const { id } = await start();
    await done(command(id, 'u18', { do: 'comment', text: '已看' }));
    const row = await env.DB.prepare('SELECT id FROM cases WHERE public = ?').bind(id).first<{ id: number }>();
    const triggers = await env.DB.prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'entries'",
    ).all<{ name: string; sql: string }>();
    await env.DB.batch([
      ...triggers.results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
      env.DB.prepare(tampering).bind((row?.id ?? 0) * 65536 + 1),
      ...triggers.results.map(({ sql }) => env.DB.prepare(sql)),
    ]);
    const number = (
      await env.DB.prepare('SELECT number FROM cases WHERE public = ?').bind(id).first<{ number: string }>()
    )?.number;
    const { items } = await get<CaseList>(`/api/cases?q=${number}`, 'u39');
    expect(items).toMatchObject([{ id, integrity: { state: 'broken', at } }]);
  });
});
