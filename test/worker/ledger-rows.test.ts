import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseView, CommandOutcome, Problem } from '../../schemas/generated/api.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { meeting } from './support/meeting.ts';
import { publishShelf, rowOf } from './support/shelf.ts';

const TAKER = 'u08';
const OTHER = 'u09';
const store = new Store(env.DB);

/** Beijing wall-clock time; the schedule looks as often as it is asked to. */
const at = (local: string) => clock.set(new Date(`${local.replace(' ', 'T')}+08:00`).toISOString());
const sweep = () => runJobs(store, clock.now());

const taking = (as: string, things: readonly (readonly [name: string, count: number])[], db?: D1Database) => {
  const rows = things.map(([name, count], index) => ({ _row: `r${index + 1}`, name, count }));
  const body = { process: 'taking', values: { take: { what: '领用', things: rows } } };
  return ask('POST', '/api/cases', { as, body, ...(db && { db }) });
};

beforeAll(async () => {
  at('2026-11-02 09:00');
  await publishShelf([
    { thing: '笔', had: 5 },
    { thing: '纸', had: 1, reviewOn: '2026-11-09', keeper: OTHER },
    { thing: '灯', had: 1, reviewOn: '2026-10-01', keeper: OTHER },
    { thing: '杯', had: 1, reviewOn: '2026-11-20', keeper: OTHER },
  ]);
});

describe('a limit of a ledger', () => {
  test('is kept when two take the last at once: one is refused in the words of the limit', async () => {
    const { doorOf, letIn } = meeting(env.DB, 2);
    const one = taking(TAKER, [['笔', 3]], doorOf('first'));
    const two = taking(OTHER, [['笔', 3]], doorOf('second'));
    await letIn({ name: 'first', done: one }, { name: 'second', done: two });
    const [first, second] = [await one, await two];
    expect([first.status, second.status]).toEqual([201, 422]);
    const problem = await second.json<Problem>();
    expect(problem).toMatchObject({
      code: 'ledger-limit',
      params: { ledger: 'shelf', row: '笔', words: { 'zh-CN': '不能超过库存。' } },
    });
    expect(await rowOf('shelf', '笔')).toMatchObject({ taken: 3, left: 2 });
  });

  test('lets through what is left, and no more', async () => {
    expect((await taking(TAKER, [['笔', 3]])).status).toBe(422);
    expect((await taking(TAKER, [['笔', 2]])).status).toBe(201);
    expect(await rowOf('shelf', '笔')).toMatchObject({ taken: 5, left: 0 });
  });
});

describe('one write for each row of a table', () => {
  test('leaves nothing behind when one of them is refused', async () => {
    const before = await rowOf('shelf', '纸');
    const refused = await taking(TAKER, [
      ['纸', 1],
      ['笔', 1],
    ]);
    expect(refused.status).toBe(422);
    expect(await rowOf('shelf', '纸')).toEqual(before);
  });

  test('enters a row of its own for each, which the same row of the table finds again', async () => {
    const answer = await taking(TAKER, [
      ['尺', 0],
      ['胶', 0],
    ]);
    const { id } = await answer.json<CommandOutcome>();
    expect(await rowOf('slips', `${id}:r1`)).toMatchObject({ thing: '尺', state: 'taken' });
    expect(await rowOf('slips', `${id}:r2`)).toMatchObject({ thing: '胶', state: 'taken' });
    expect(await rowOf('shelf', '尺')).toEqual({ thing: '尺', taken: 0 });
  });
});

describe('a row whose day comes', () => {
  const reviews = async () => {
    const found = await env.DB.prepare("SELECT public AS id FROM cases WHERE process = 'reviewing' ORDER BY id").all<{
      id: string;
    }>();
    return found.results.map(({ id }) => id);
  };
  const twiceAtOnce = async () => {
    await Promise.all([sweep(), sweep()]);
    await sweep();
  };

  test('starts nothing before it, and nothing for days from before the rule', async () => {
    await sweep();
    at('2026-11-08 23:59');
    await twiceAtOnce();
    expect(await reviews()).toEqual([]);
  });

  test('starts one case on its day, however often and side by side the schedule looks', async () => {
    at('2026-11-09 00:00');
    await twiceAtOnce();
    const [id, ...more] = await reviews();
    expect(more).toEqual([]);
    const view = await (await ask('GET', `/api/cases/${id}`, { as: OTHER })).json<CaseView>();
    expect(view).toMatchObject({ starter: OTHER, values: { review: { thing: '纸', counted: '纸' } } });
  });

  test('starts nothing when the condition does not hold by then', async () => {
    expect((await taking(TAKER, [['杯', 1]])).status).toBe(201);
    at('2026-11-20 08:00');
    await twiceAtOnce();
    expect((await reviews()).length).toBe(1);
    const day = env.DB.prepare("SELECT done FROM row_days WHERE row = '杯'");
    expect(await day.first('done')).toBe(1);
  });

  test('is caught up when the schedule stood still, and a day that a case writes is noted with it', async () => {
    const answer = await taking(OTHER, [['墨', 0]]);
    expect(answer.status).toBe(201);
    at('2026-12-24 12:00');
    await twiceAtOnce();
    expect((await reviews()).length).toBe(2);
    await twiceAtOnce();
    expect((await reviews()).length).toBe(2);
  });
});
