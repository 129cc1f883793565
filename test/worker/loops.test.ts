import { env } from 'cloudflare:workers';
import { readSheet } from 'read-excel-file/universal';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BoardArrow, CoverageView, LoopBoard, ReportList, ReportRowPage } from '../../schemas/generated/api.ts';
import { fillSums } from '../../worker/src/jobs/fill-sums.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { approved, done, start } from './support/campaign.ts';
import { counting } from './support/counting.ts';
import { publishDemo } from './support/workspace.ts';

const HEAD = 'u18';
const BRAND = 'u06';
const AUDITOR = 'u39';
const STRANGER = 'u20';
const store = new Store(env.DB);
let campaign = '';

const board = (query = '', as = HEAD, db = env.DB): Promise<LoopBoard> =>
  done(ask('GET', `/api/loops${query}`, { as, db }));
const coverage = (query = '', as = HEAD): Promise<CoverageView> => done(ask('GET', `/api/coverage${query}`, { as }));
const rowsOf = (path: string, as = HEAD): Promise<ReportRowPage> => done(ask('GET', path, { as }));
const missing = (from: string, to: string, query = ''): string => `/api/loops/L1/cases?from=${from}&to=${to}${query}`;

function arrowOf({ loops }: LoopBoard, walk: number, at: number): BoardArrow {
  const arrow = loops[0]?.walks[walk]?.arrows[at];
  if (!arrow) throw new Error(`no arrow ${walk} ${at}`);
  return arrow;
}

async function live(at: string): Promise<void> {
  clock.set(at);
  await runJobs(store, clock.now());
}

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  ({ id: campaign } = await approved());
  await start();
});
beforeEach(() => clock.set('2026-11-24T01:00:00.000Z'));

describe('the board of loops', () => {
  test('counts the cases at each stage, in the period and at the end of a day', async () => {
    const stages = (await board()).loops[0]?.walks[0]?.stages ?? [];
    expect(stages.map(({ id }) => id)).toEqual([
      'campaign-approval',
      'campaign-weekly-report',
      'campaign-issue',
      'campaign-approval',
    ]);
    expect(stages[0]).toMatchObject({ started: 2, ended: 1, open: 1 });
    expect(stages[1]).toMatchObject({ started: 0, ended: 0, open: 0 });
    const before = await board('?asOf=2026-11-22');
    expect(before).toMatchObject({ asOf: '2026-11-22', today: '2026-11-24', from: '2026-01-01', number: 'R30' });
    expect(before.loops[0]?.walks[0]?.stages[0]).toMatchObject({ started: 0, ended: 0, open: 0 });
  });

  test('lets what was completed wait for its successor until its time is over, and then shows the way broken', async () => {
    expect(arrowOf(await board(), 0, 0)).toMatchObject({
      kind: 'start',
      always: false,
      state: 'waiting',
      ended: 1,
      followed: 0,
      waiting: 1,
      left: 0,
    });
    clock.set('2026-12-07T01:00:00.000Z');
    expect(arrowOf(await board(), 0, 0)).toMatchObject({ state: 'waiting' });
    clock.set('2026-12-08T01:00:00.000Z');
    const late = await board();
    expect(arrowOf(late, 0, 0)).toMatchObject({ state: 'broken', waiting: 0, left: 1 });
    expect(late.loops[0]?.broken).toBe(1);
    const page = await rowsOf(missing('campaign-approval', 'campaign-weekly-report'));
    expect(page.items.map((item) => item.case)).toEqual([campaign]);
    expect(page).toMatchObject({ unseen: 0, asOf: '2026-12-08' });
  });

  test('opens the cases of a stage, and of those one may not open gives only the number', async () => {
    const ended = await rowsOf('/api/board-cases?process=campaign-approval&which=ended');
    expect(ended.items.map(({ cells }) => cells)).toMatchObject([{ status: 'completed', ended: '2026-11-23' }]);
    const started = await rowsOf('/api/board-cases?process=campaign-approval&which=started&limit=1');
    expect(started.items).toHaveLength(1);
    expect(started.next).toBeDefined();
    const rest = await rowsOf(
      `/api/board-cases?process=campaign-approval&which=started&limit=1&cursor=${started.next}`,
    );
    expect(rest.items[0]?.id).not.toBe(started.items[0]?.id);
    expect(rest.next).toBeUndefined();
    expect((await rowsOf('/api/board-cases?process=campaign-approval&which=open')).items).toHaveLength(1);
    const unseen = await rowsOf('/api/board-cases?process=campaign-approval&which=started', BRAND);
    expect(unseen.items.length + unseen.unseen).toBe(2);
  });

  test('is closed where a successor was started, however late, and stays as it was on the days before', async () => {
    await live('2026-12-11T01:00:00.000Z');
    const closed = await board();
    expect(arrowOf(closed, 0, 0)).toMatchObject({ state: 'closed', ended: 1, followed: 1, left: 0 });
    expect(closed.loops[0]?.walks[0]?.stages[1]).toMatchObject({ started: 1, open: 1 });
    expect((await rowsOf(missing('campaign-approval', 'campaign-weekly-report'))).items).toEqual([]);
    const before = await board('?asOf=2026-12-10');
    expect(arrowOf(before, 0, 0)).toMatchObject({ state: 'broken', followed: 0, left: 1 });
    const then = await rowsOf(missing('campaign-approval', 'campaign-weekly-report', '&asOf=2026-12-10'));
    expect(then.items.map((item) => item.case)).toEqual([campaign]);
  });

  test('shows only the months of a period', async () => {
    clock.set('2026-12-11T01:00:00.000Z');
    const month = await board('?period=month');
    expect(month.from).toBe('2026-12-01');
    expect(month.loops[0]?.walks[0]?.stages[0]).toMatchObject({ started: 0, ended: 0, open: 1 });
    expect((await board('?period=quarter')).loops[0]?.walks[0]?.stages[0]).toMatchObject({ started: 2, ended: 1 });
  });

  test('is for its readers and auditors only, as its place in the list of reports is', async () => {
    const listed = async (as: string) =>
      (await done<ReportList>(ask('GET', '/api/reports', { as }))).items.flatMap(({ page }) => page ?? []);
    expect(await listed(HEAD)).toEqual(['loops', 'clauses']);
    expect(await listed(BRAND)).toEqual(['loops']);
    expect(await listed(AUDITOR)).toEqual(['loops', 'clauses']);
    expect(await listed(STRANGER)).toEqual([]);
    for (const path of ['/api/loops', '/api/coverage', '/api/coverage/export?format=csv'])
      expect((await ask('GET', path, { as: STRANGER })).status).toBe(404);
    expect((await ask('GET', '/api/coverage', { as: BRAND })).status).toBe(404);
    for (const path of [
      missing('campaign-approval', 'campaign-weekly-report'),
      '/api/board-cases?process=campaign-approval&which=started',
    ])
      expect((await ask('GET', path, { as: STRANGER })).status).toBe(404);
    expect((await ask('GET', missing('campaign-issue', 'campaign-issue'), { as: HEAD })).status).toBe(404);
    expect((await ask('GET', '/api/loops?period=week', { as: HEAD })).status).toBe(400);
    expect((await ask('GET', '/api/loops?asOf=2026-02-30', { as: HEAD })).status).toBe(400);
  });
});

describe('the coverage of clauses', () => {
  test('says of every clause who carries it and whether it was lived in the period', async () => {
    clock.set('2026-12-11T01:00:00.000Z');
    const view = await coverage();
    const process = view.processes.find(({ id }) => id === 'campaign-approval');
    expect(process).toMatchObject({ started: 2, ended: 1, open: 1 });
    const stateOf = (id: string) => view.clauses.find((clause) => clause.id === id)?.state;
    expect(view.clauses).toHaveLength(23);
    expect(stateOf('B0')).toBe('beside');
    const approvals = view.clauses.filter(({ carriers }) =>
      carriers.some((each) => each.process === 'campaign-approval'),
    );
    expect(approvals.map(({ state }) => state)).toEqual(approvals.map(() => 'lived'));
    const answers = view.clauses.filter(({ carriers }) =>
      carriers.every((each) => each.process.startsWith('satisfaction')),
    );
    expect(answers.filter(({ id }) => id !== 'B0').map(({ state }) => state)).toContain('idle');
    const month = await coverage('?period=month&asOf=2026-11-22');
    expect(month.clauses.filter(({ state }) => state === 'lived')).toEqual([]);
  });

  test('comes as a file in the language of the reader', async () => {
    const file = async (format: string, language: string) =>
      ask('GET', `/api/coverage/export?format=${format}&language=${language}`, { as: HEAD });
    const text = await (await file('csv', 'en')).text();
    expect(text).toContain('Clause,Heading,Process,Steps,Started,Ended,Open,State');
    expect(text).toContain('B0,Aim,');
    const sheet = await readSheet(await (await file('xlsx', 'zh-TW')).arrayBuffer());
    expect(sheet[3]).toEqual(['條款', '標題', '流程', '環節', '發起', '結束', '辦理中', '情況']);
  });
});

describe('what a board costs', () => {
  test('reads the same number of rows among a hundred times as many cases', async () => {
    clock.set('2026-12-11T01:00:00.000Z');
    const { db, bill, reset } = counting(env.DB);
    const cost = async () => {
      reset();
      await board('', HEAD, db);
      const now = bill.rowsRead;
      reset();
      await board('?asOf=2026-12-10', HEAD, db);
      return [now, bill.rowsRead];
    };
    await cost();
    const few = await cost();
    await env.DB.prepare('UPDATE sum_totals SET n = n * 100').run();
    await env.DB.prepare(`
      WITH RECURSIVE more(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < 100)
      INSERT INTO sum_members (sum, subject, since, until, grp)
      SELECT m.sum, m.subject || '-' || i, m.since, m.until, m.grp FROM sum_members m, more`).run();
    expect(await cost()).toEqual(few);
  });

  test('is told to be filling while its sums are filled from history, and then stands as before', async () => {
    clock.set('2026-12-11T01:00:00.000Z');
    const before = arrowOf(await board(), 0, 0);
    await env.DB.prepare('DELETE FROM sum_totals').run();
    await env.DB.prepare('DELETE FROM sum_members').run();
    await env.DB.prepare('UPDATE sums SET passed = 0').run();
    expect((await board()).filling).toBe(true);
    while (!(await fillSums(store)));
    const after = await board();
    expect(after.filling).toBe(false);
    expect(arrowOf(after, 0, 0)).toMatchObject({ state: before.state, ended: 1, followed: 1 });
  });
});
