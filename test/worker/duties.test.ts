import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DutyCell, DutyList, DutyMatrix, EntryList, TaskList } from '../../schemas/generated/api.ts';
import { openDuties } from '../../worker/src/jobs/duties.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { type Ask, ask, clock } from './support/api.ts';
import { done, viewOf } from './support/campaign.ts';
import { counting } from './support/counting.ts';
import { publishDemo } from './support/workspace.ts';

const { db, bill } = counting(env.DB);
const store = new Store(db);
const PROCESS = 'sales-data-feedback';
const BRANCHES = ['bf01', 'bf02', 'hd01', 'hd02', 'hn01', 'hn02'];
const PLANNER = 'u10';
const AUDITOR = 'u39';
const ADMIN = 'u40';

/** Beijing wall-clock time; the schedule looks as often as it is asked to. */
const at = (local: string) => clock.set(new Date(`${local.replace(' ', 'T')}+08:00`).toISOString());
const sweep = () => runJobs(store, clock.now());
const twiceAtOnce = () => Promise.all([sweep(), sweep()]);

const matrixOf = (as: string, query = ''): Promise<DutyMatrix> =>
  done(ask('GET', `/api/duties/${PROCESS}${query}`, { as, db }));
const listOf = (as: string): Promise<DutyList> => done(ask('GET', '/api/duties', { as, db }));

const cellsOf = ({ rows }: DutyMatrix, period: string): Readonly<Record<string, DutyCell | undefined>> =>
  Object.fromEntries(rows.map(({ subject, cells }) => [subject, cells.find((cell) => cell.period === period)]));

async function standings(period: string): Promise<Record<string, string | undefined>> {
  const cells = Object.entries(cellsOf(await matrixOf(AUDITOR), period));
  return Object.fromEntries(cells.map(([subject, cell]) => [subject, cell?.standing]));
}

async function reminders(period: string): Promise<Record<string, number | undefined>> {
  const cells = Object.entries(cellsOf(await matrixOf(AUDITOR), period));
  return Object.fromEntries(cells.map(([subject, cell]) => [subject, cell?.reminded.length]));
}

async function caseOf(period: string, subject: string): Promise<string> {
  const id = cellsOf(await matrixOf(AUDITOR), period)[subject]?.case?.id;
  if (id === undefined) throw new Error(`${subject} has no case for ${period}`);
  return id;
}

const line = {
  line: 'casual',
  orders: '9.00',
  shipped: '8.00',
  sold: '7.00',
  quantity: 1,
  collected: '6.00',
  stock: 2,
};
const report = { report: { lines: [{ ...line, forecast: '9.00' }], newCustomers: 1, lostCustomers: 0 } };

async function file(period: string, subject: string, as: string): Promise<Response> {
  const id = await caseOf(period, subject);
  const { tasks } = await viewOf(id, as);
  const body = { do: 'submit', step: 'write', seen: tasks[0]?.seen ?? '0'.repeat(64), values: report };
  return ask('POST', `/api/cases/${id}/commands`, { as, body, db });
}

const excuse = (period: string, subject: string, as: string, more: Ask = {}) =>
  ask('POST', `/api/duties/${PROCESS}/excuses`, { as, body: { period, subject, reason: '门店停业装修' }, db, ...more });

const problemOf = async (response: Response) => {
  const { code } = await response.json<{ code: string }>();
  return [response.status, code];
};

const rowsOf = async (sql: string) => (await env.DB.prepare(sql).all()).results;

beforeAll(async () => {
  at('2026-11-30 09:00');
  await publishDemo();
});

describe('the calendar', () => {
  test('asks for nothing that was due before the duty was published', async () => {
    await sweep();
    expect(await rowsOf('SELECT * FROM duties')).toEqual([]);
    expect(await rowsOf('SELECT process, until FROM duty_cursors')).toEqual([{ process: PROCESS, until: clock.now() }]);
  });

  test('opens one case a branch, once, however many look at the same time and however often', async () => {
    at('2026-12-01 00:01');
    await twiceAtOnce();
    await twiceAtOnce();
    expect(await standings('2026-11')).toEqual(Object.fromEntries(BRANCHES.map((unit) => [unit, 'open'])));
    const cases = await rowsOf(`SELECT number FROM cases WHERE process = '${PROCESS}' ORDER BY number`);
    expect(cases.map(({ number }) => number)).toEqual(BRANCHES.map((_, n) => `SJ-2026-000${n + 1}`));
  });

  test('gives each case the deadline of the duty, and its person a task', async () => {
    const { items } = await done<TaskList>(ask('GET', '/api/tasks?box=todo', { as: 'u33' }));
    expect(items).toMatchObject([{ step: 'write', due: { at: '2026-12-03T10:00:00.000Z', overdue: false } }]);
    const { mine } = await listOf('u33');
    expect(mine).toMatchObject([
      { process: PROCESS, period: { id: '2026-11' }, subject: 'hd01', standing: 'open', reminded: [] },
    ]);
  });

  test('changes nothing when it is set back', async () => {
    at('2026-11-15 09:00');
    await sweep();
    at('2026-12-01 09:00');
    await sweep();
    expect(await rowsOf('SELECT count(*) AS n FROM duties')).toEqual([{ n: 6 }]);
    expect(await rowsOf(`SELECT count(*) AS n FROM cases WHERE process = '${PROCESS}'`)).toEqual([{ n: 6 }]);
  });
});

describe('who has not filed', () => {
  test('is reminded, once a level; who has filed is not', async () => {
    expect((await file('2026-11', 'hd01', 'u33')).status).toBe(200);
    at('2026-12-02 09:00');
    await twiceAtOnce();
    await sweep();
    expect(await reminders('2026-11')).toEqual({ bf01: 1, bf02: 1, hd01: 0, hd02: 1, hn01: 1, hn02: 1 });
    const { mine } = await listOf('u26');
    expect(mine).toMatchObject([{ subject: 'hd02', reminded: ['2026-12-02T01:00:00.000Z'] }]);
    const { items } = await done<TaskList>(ask('GET', '/api/tasks?box=todo', { as: 'u26' }));
    expect(items).toMatchObject([{ step: 'write', reminded: '2026-12-02T01:00:00.000Z' }]);
    expect((await listOf('u33')).mine).toEqual([]);
  });

  test('may be excused by the manager or an administrator, with a reason, and by nobody else', async () => {
    expect(await problemOf(await excuse('2026-11', 'hn01', 'u33'))).toEqual([404, 'not-found']);
    expect(await problemOf(await excuse('2026-11', 'hn01', 'u37'))).toEqual([403, 'duty-own']);
    expect(await problemOf(await excuse('2026-11', 'hn01', PLANNER))).toEqual([403, 'read-only']);
    expect(await problemOf(await excuse('2026-11', 'hn01', AUDITOR))).toEqual([403, 'read-only']);
    const blank = { period: '2026-11', subject: 'hn01', reason: ' ' };
    expect(await problemOf(await excuse('2026-11', 'hn01', 'u36', { body: blank }))).toEqual([422, 'opinion-required']);
    expect(await problemOf(await excuse('2026-10', 'hn01', 'u36'))).toEqual([404, 'not-found']);
    expect(await problemOf(await excuse('2026-W99', 'hn01', 'u36'))).toEqual([404, 'not-found']);
    expect(await problemOf(await excuse('2026-11', 'hd01', 'u26'))).toEqual([409, 'duty-filed']);
    const headers = { 'Idempotency-Key': 'excuse-hn01-once' };
    const [first, again] = [
      await excuse('2026-11', 'hn01', 'u36', { headers }),
      await excuse('2026-11', 'hn01', 'u36', { headers }),
    ];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
    expect((await excuse('2026-11', 'bf01', ADMIN)).status).toBe(200);
    expect(await problemOf(await excuse('2026-11', 'bf01', ADMIN))).toEqual([409, 'duty-excused']);
  });

  test('once excused has nothing left to do, and the log says by whom and why', async () => {
    const cell = cellsOf(await matrixOf(AUDITOR), '2026-11').hn01;
    expect(cell).toMatchObject({ standing: 'excused', excuse: { by: 'u36', reason: '门店停业装修' } });
    expect((await listOf('u37')).mine).toEqual([]);
    expect(await problemOf(await file('2026-11', 'hn01', 'u37'))).toEqual([409, 'not-open']);
    const { items } = await done<EntryList>(ask('GET', `/api/cases/${cell?.case?.id}/events`, { as: AUDITOR }));
    expect(items.at(-1)).toMatchObject({ what: 'CaseWithdrawn', by: 'u36' });
  });

  test('is excused or has filed, never both, when both happen at once', async () => {
    const [filed, excused] = await Promise.all([file('2026-11', 'bf02', 'u38'), excuse('2026-11', 'bf02', ADMIN)]);
    expect([filed.status, excused.status].filter((status) => status === 200)).toHaveLength(1);
    expect((await standings('2026-11')).bf02).toBe(filed.status === 200 ? 'filed' : 'excused');
  });

  test('is late when the deadline has passed, and is reminded of it', async () => {
    at('2026-12-04 09:00');
    await twiceAtOnce();
    expect(await standings('2026-11')).toMatchObject({ hd01: 'filed', hd02: 'overdue', hn02: 'overdue' });
    expect(await reminders('2026-11')).toMatchObject({ hd01: 0, hd02: 2, hn02: 2, hn01: 1, bf01: 1 });
    expect((await file('2026-11', 'hd02', 'u26')).status).toBe(200);
    expect((await standings('2026-11')).hd02).toBe('late');
  });

  test('is reminded once when nobody looked for three working days', async () => {
    at('2026-12-10 12:00');
    await twiceAtOnce();
    expect(await reminders('2026-11')).toMatchObject({ hd02: 2, hn02: 3 });
  });

  test('has missed it when it closes, and may still be excused', async () => {
    at('2026-12-21 00:00');
    await twiceAtOnce();
    expect((await standings('2026-11')).hn02).toBe('missed');
    expect(await problemOf(await file('2026-11', 'hn02', 'u36'))).toEqual([409, 'not-open']);
    const both = await Promise.all([excuse('2026-11', 'hn02', ADMIN), excuse('2026-11', 'hn02', 'u04')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await standings('2026-11')).hn02).toBe('excused');
    expect((await matrixOf(AUDITOR)).counts).toMatchObject({
      filed: expect.any(Number),
      late: 1,
      missed: 0,
      overdue: 0,
    });
  });
});

describe('the matrix', () => {
  const seen = async (as: string) => (await matrixOf(as)).rows.map(({ subject }) => subject);

  test('shows everybody their own row, managers those of their people, administrators, auditors and readers all', async () => {
    expect(await seen('u33')).toEqual(['hd01']);
    expect(await seen('u26')).toEqual(['hd01', 'hd02']);
    for (const as of ['u04', ADMIN, AUDITOR, PLANNER]) expect(await seen(as)).toEqual(BRANCHES);
    expect(await problemOf(await ask('GET', `/api/duties/${PROCESS}`, { as: 'u28' }))).toEqual([404, 'not-found']);
    expect(await problemOf(await ask('GET', '/api/duties/campaign-approval', { as: ADMIN }))).toEqual([
      404,
      'not-found',
    ]);
    const listed = await Promise.all(['u33', 'u26', PLANNER, ADMIN, 'u28'].map(listOf));
    expect(listed.map(({ items }) => items.length)).toEqual([1, 1, 1, 1, 0]);
  });

  test('links to a case only for those who can read it', async () => {
    const linked = async (as: string) =>
      (await matrixOf(as)).rows.flatMap(({ cells }) => cells).some((cell) => cell.case !== undefined);
    expect(await linked('u02')).toBe(false);
    for (const as of ['u33', 'u26', PLANNER, ADMIN, AUDITOR]) {
      const [cell] = (await matrixOf(as)).rows.flatMap(({ cells }) => cells);
      expect((await ask('GET', `/api/cases/${cell?.case?.id}`, { as })).status).toBe(200);
    }
  });

  test('offers to excuse only what can be excused, to those who can', async () => {
    const offered = async (as: string) =>
      (await matrixOf(as)).rows.flatMap(({ cells }) => cells).filter((cell) => cell.mayExcuse);
    expect(await offered(ADMIN)).toEqual([]);
    at('2027-01-04 09:00');
    await sweep();
    expect((await offered(ADMIN)).map(({ period }) => period)).toEqual(BRANCHES.map(() => '2026-12'));
    expect(await offered(PLANNER)).toEqual([]);
    expect((await offered('u26')).map(({ person }) => person)).toEqual(['u33']);
  });

  test('says that a deadline in a year without a notice is provisional', async () => {
    expect(cellsOf(await matrixOf('u33'), '2026-12').hd01?.due).toEqual({
      at: '2027-01-06T10:00:00.000Z',
      provisional: true,
      overdue: false,
    });
  });

  test('says which period opens next', async () => {
    expect((await matrixOf('u33')).next).toEqual({
      period: { id: '2027-01', first: '2027-01-01', last: '2027-01-31' },
      opens: '2027-01-31T16:00:00.000Z',
      due: { at: '2027-02-03T10:00:00.000Z', provisional: true, overdue: false },
    });
  });

  test('covers the periods asked for and refuses too many', async () => {
    expect((await matrixOf(AUDITOR, '?from=2026-12-05&to=2026-12-06')).periods.map(({ id }) => id)).toEqual([
      '2026-12',
    ]);
    expect((await matrixOf(AUDITOR)).periods.map(({ id }) => id)).toEqual(['2026-11', '2026-12']);
    for (const query of ['from=2026-02-30', 'from=2010-01-01', 'from=2027-01-01&to=2026-01-01', 'to=tomorrow'])
      expect(await problemOf(await ask('GET', `/api/duties/${PROCESS}?${query}`, { as: AUDITOR }))).toEqual([
        400,
        'invalid-query',
      ]);
  });
});

describe('three days without the schedule', () => {
  test('open what was missed once, with the deadline it would have had', async () => {
    at('2027-01-30 09:00');
    await sweep();
    at('2027-02-04 23:00');
    await twiceAtOnce();
    const cells = cellsOf(await matrixOf('u33'), '2027-01');
    expect(cells.hd01).toMatchObject({ standing: 'overdue', opens: '2027-01-31T16:00:00.000Z' });
    expect(await rowsOf("SELECT count(*) AS n FROM duties WHERE period = '2027-01'")).toEqual([{ n: 6 }]);
    await openDuties(store, clock.now());
    expect(await rowsOf("SELECT count(*) AS n FROM duties WHERE period = '2027-01'")).toEqual([{ n: 6 }]);
    expect(await rowsOf("SELECT state, count(*) AS n FROM outbox WHERE kind = 'duty' GROUP BY state")).toEqual([
      { state: 'done', n: 18 },
    ]);
  });
});

describe('what is kept', () => {
  test.for([
    "UPDATE duty_excuses SET reason = 'x'",
    'DELETE FROM duty_excuses',
    "INSERT OR REPLACE INTO duty_excuses SELECT process, starts, period, subject, by, at, 'x' FROM duty_excuses",
  ])('of excuses cannot be changed: %s', async (sql) => {
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(/duty_excuses/);
  });

  test('is found by index', async () => {
    const scans: string[] = [];
    for (const [source, values] of bill.statements) {
      const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${source}`)
        .bind(...values)
        .all<{ detail: string }>();
      const scanned = plan.results.filter(({ detail }) =>
        /^SCAN (d|duties|duty_excuses|c|cases|e)\b(?! VIRTUAL)/.test(detail),
      );
      scans.push(...scanned.map(({ detail }) => `${detail}: ${source}`));
    }
    expect(bill.statements.size).toBeGreaterThan(20);
    expect(scans).toEqual([]);
  });
});
