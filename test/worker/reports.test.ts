import { env } from 'cloudflare:workers';
import { readSheet } from 'read-excel-file/universal';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandOutcome, ReportList, ReportPart, ReportRowPage, ReportView } from '../../schemas/generated/api.ts';
import type { ReportDocument } from '../../schemas/generated/report.ts';
import { fillSums } from '../../worker/src/jobs/fill-sums.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { done } from './support/campaign.ts';
import { counting } from './support/counting.ts';
import { publishSales, type Sale } from './support/sales.ts';

const SELLER = 'u08';
const ALL = 'u18';
const BRANCH = 'u33';
const AUDITOR = 'u39';
const STRANGER = 'u20';
const store = new Store(env.DB);
const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

const report: ReportDocument = {
  format: 'report/v1',
  id: 'sold',
  number: 'R91',
  title: words('销售'),
  readers: [{ post: 'supervision-manager' }, { post: 'branch-manager' }],
  filters: { unit: { title: words('单位'), type: 'unit' } },
  parts: {
    byUnit: {
      show: 'table',
      from: 'sold',
      by: { unit: 'row.unit', month: 'row.month' },
      measures: {
        amount: { sum: 'row.amount', title: words('金额') },
        shops: { count: true, title: words('店') },
        average: { formula: 'amount / shops', title: words('平均') },
      },
      sort: { by: 'amount' },
    },
    trend: {
      show: 'line',
      from: 'sold',
      over: { every: 'month', last: 3 },
      measures: { shops: { count: true, title: words('店') } },
    },
    cases: {
      show: 'figures',
      from: 'cases',
      where: "row.process == 'sale' && days(row.started, today) <= 31",
      measures: { recent: { count: true, title: words('近期') } },
    },
    rows: { show: 'list', from: 'sold', where: 'row.amount >= 1', columns: ['shop', 'amount'], sort: { by: 'amount' } },
  },
};
const searched: ReportDocument = {
  format: 'report/v1',
  id: 'searched',
  number: 'R92',
  title: words('查找'),
  readers: [{ post: 'finance-manager' }],
  filters: { words: { title: words('店'), type: 'text', of: { sold: 'row.shop' } } },
  parts: { shops: { show: 'list', from: 'sold', columns: ['shop'], sort: { by: 'shop' }, top: 2 } },
};
const readers = [{ post: 'supervision-manager' }, { post: 'branch-manager', rows: { unit: 'unit' } }];

beforeAll(async () => {
  clock.set('2026-09-10T01:00:00.000Z');
  await publishSales({}, [], { readers, reports: [report, searched] });
});
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

const sale = (shop: string, month: string, amount: string, unit: string): Sale => ({ shop, unit, month, amount });
const sell = (each: Sale): Promise<CommandOutcome> =>
  done(ask('POST', '/api/cases', { as: SELLER, body: { process: 'sale', values: { sale: each } } }));
const read = (as: string, query = '', db = env.DB): Promise<ReportView> =>
  done(ask('GET', `/api/reports/sold${query}`, { as, db }));
const partOf = ({ parts }: ReportView, id: string): ReportPart => {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new Error(`no part ${id}`);
  return part;
};
const rowsOf = (as: string, query: Readonly<Record<string, string>>): Promise<ReportRowPage> =>
  done(ask('GET', `/api/reports/sold/parts/byUnit/rows?${new URLSearchParams(query)}`, { as }));

describe('a report', () => {
  beforeAll(async () => {
    clock.set('2026-09-10T01:00:00.000Z');
    await sell(sale('a', '2026-09', '10.10', 'hd01'));
    clock.set('2026-10-05T01:00:00.000Z');
    await sell(sale('b', '2026-09', '0.20', 'hd01'));
    await sell(sale('c', '2026-09', '5.00', 'hn01'));
    clock.set('2026-11-20T01:00:00.000Z');
    await sell(sale('d', '2026-10', '100.00', 'flag'));
  });

  test('adds up what its readers may see, in the order it asks for', async () => {
    const part = partOf(await read(ALL), 'byUnit');
    expect(part.groups).toEqual([
      { keys: ['flag', '2026-10'], values: { amount: '100', shops: '1', average: '100' } },
      { keys: ['hd01', '2026-09'], values: { amount: '10.3', shops: '2', average: '5.15' } },
      { keys: ['hn01', '2026-09'], values: { amount: '5', shops: '1', average: '5' } },
    ]);
    expect(part.totals).toEqual({ amount: '115.3', shops: '4', average: '28.83' });
    expect(part).toMatchObject({ state: 'ready', left: 0 });
  });

  test('shows somebody who sees some rows of a ledger the sums of these', async () => {
    const view = await read(BRANCH);
    expect(partOf(view, 'byUnit').groups.map(({ keys }) => keys[0])).toEqual(['flag', 'hd01']);
    expect(partOf(view, 'byUnit').totals.amount).toBe('110.3');
    expect(partOf(view, 'rows').rows?.items.map(({ id }) => id)).toEqual(['a', 'd']);
    const page = await rowsOf(BRANCH, { measure: 'amount' });
    expect(page.items.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'd']);
  });

  test('is there only for its readers and for auditors', async () => {
    const reports = async (as: string) =>
      (await done<ReportList>(ask('GET', '/api/reports', { as }))).items.filter(({ page }) => page === undefined);
    expect(await reports(ALL)).toEqual([{ id: 'sold', number: 'R91', title: words('销售'), ledgers: ['sold'] }]);
    expect(await reports(STRANGER)).toEqual([]);
    for (const path of ['', '/parts/byUnit/rows?measure=amount', '/export?format=csv'])
      expect((await ask('GET', `/api/reports/sold${path}`, { as: STRANGER })).status).toBe(404);
    expect(partOf(await read(AUDITOR), 'byUnit').totals.amount).toBe('115.3');
  });

  test('tells how it was at the end of any day', async () => {
    const amounts = async (asOf: string) => partOf(await read(ALL, `?asOf=${asOf}`), 'byUnit').totals.amount;
    expect(await Promise.all(['2026-09-09', '2026-09-10', '2026-10-04', '2026-10-05'].map(amounts))).toEqual([
      '0',
      '10.1',
      '10.1',
      '15.3',
    ]);
    expect(await Promise.all(['2026-11-19', '2026-11-20', '2026-12-31'].map(amounts))).toEqual([
      '15.3',
      '115.3',
      '115.3',
    ]);
  });

  test('follows a number along the last months', async () => {
    const { groups, dimensions } = partOf(await read(ALL), 'trend');
    expect(dimensions.map(({ id }) => id)).toEqual(['period']);
    expect(groups.map(({ keys, values }) => [keys[0], values.shops])).toEqual([
      ['2026-09', '1'],
      ['2026-10', '3'],
      ['2026-11', '4'],
    ]);
  });

  test('counts cases, and asks the day when it is read', async () => {
    expect(partOf(await read(ALL), 'cases').totals).toEqual({ recent: '1' });
    expect(partOf(await read(ALL, '?asOf=2026-10-08'), 'cases').totals).toEqual({ recent: '3' });
  });

  test('lets only units through that a filter names, with those below them', async () => {
    const view = await read(ALL, `?filters=${encodeURIComponent('{"unit":["east"]}')}`);
    expect(partOf(view, 'byUnit').groups.map(({ keys }) => keys[0])).toEqual(['flag', 'hd01']);
    expect((await ask('GET', '/api/reports/sold?filters=%7B%22shop%22%3A%5B%5D%7D', { as: ALL })).status).toBe(400);
  });

  test('finds a text anywhere in the column, and says how many rows it does not list', async () => {
    const found = async (text: string) => {
      const filters = encodeURIComponent(JSON.stringify({ words: [text] }));
      const view = await done<ReportView>(ask('GET', `/api/reports/searched?filters=${filters}`, { as: AUDITOR }));
      const { rows, left } = partOf(view, 'shops');
      return [rows?.items.map(({ id }) => id), left];
    };
    expect(await found('B')).toEqual([['b'], 0]);
    expect(await found('x')).toEqual([[], 0]);
    const all = await done<ReportView>(ask('GET', '/api/reports/searched', { as: AUDITOR }));
    expect(partOf(all, 'shops')).toMatchObject({ left: 2, rows: { items: [{ id: 'a' }, { id: 'b' }] } });
  });

  test('opens the rows behind a number as they were then, page by page', async () => {
    const keys = JSON.stringify(['hd01', '2026-09']);
    const now = await rowsOf(ALL, { measure: 'amount', keys });
    expect(now.items.map(({ id, cells }) => [id, cells.amount])).toEqual([
      ['b', '0.20'],
      ['a', '10.10'],
    ]);
    expect(now.items[0]).toMatchObject({ number: 'SALE-00002' });
    expect(now).toMatchObject({ source: { id: 'sold' }, asOf: '2026-11-23' });
    const period = { measure: 'shops', keys: JSON.stringify(['2026-10']) };
    const then = await done<ReportRowPage>(
      ask('GET', `/api/reports/sold/parts/trend/rows?${new URLSearchParams(period)}`, { as: ALL }),
    );
    expect([then.asOf, then.items.length]).toEqual(['2026-10-31', 3]);
    expect((await rowsOf(ALL, { measure: 'average', keys, asOf: '2026-10-04' })).items.map(({ id }) => id)).toEqual([
      'a',
    ]);
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await rowsOf(ALL, { measure: 'shops', limit: '1', ...(next && { cursor: next }) });
      expect(page.items).toHaveLength(1);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    } while (next !== undefined);
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('can be taken along as a spreadsheet', async () => {
    const csv = await (await ask('GET', '/api/reports/sold/export?format=csv&part=byUnit', { as: ALL })).text();
    expect(csv).toContain('杭州湖滨旗舰店,2026-10,100,1,100');
    const narrowed = `/api/reports/sold/export?format=csv&filters=${encodeURIComponent('{"unit":["hd01"]}')}`;
    expect(await (await ask('GET', narrowed, { as: ALL })).text()).toMatch(
      /^\uFEFF?R91 销售\r?\n2026-11-23\r?\n单位,杭州分公司/,
    );
    const file = await ask('GET', '/api/reports/sold/export?format=xlsx&language=en', { as: ALL });
    const sheet = await readSheet(await file.blob());
    expect(sheet).toContainEqual(['Hangzhou branch', '2026-09', 10.3, 2, 5.15]);
  });
});

describe('how much a report reads', () => {
  test('is the same with ten times as many rows in the same groups on the same days', async () => {
    const { db, bill, reset } = counting(env.DB);
    const cost = async (query = '') => {
      reset();
      await read(ALL, query, db);
      return bill.rowsRead;
    };
    const many = async (name: string, count: number) => {
      for (let n = 0; n < count; n += 1) await sell(sale(`${name}${n}`, '2026-09', '0.10', 'hd01'));
    };
    clock.set('2026-10-05T01:00:00.000Z');
    await many('few', 3);
    clock.set('2026-11-20T01:00:00.000Z');
    await many('late', 3);
    clock.set('2026-11-23T01:00:00.000Z');
    const [now, then] = [await cost(), await cost('?asOf=2026-11-01')];
    clock.set('2026-10-05T01:00:00.000Z');
    await many('more', 30);
    clock.set('2026-11-20T01:00:00.000Z');
    await many('later', 30);
    clock.set('2026-11-23T01:00:00.000Z');
    expect(await cost()).toBe(now);
    expect(await cost('?asOf=2026-11-01')).toBe(then);
  });

  test('is bounded for the rows behind a number too, however many have come and gone', async () => {
    const { db, bill, reset } = counting(env.DB);
    const cost = async (asOf: string) => {
      reset();
      const query = new URLSearchParams({
        measure: 'shops',
        keys: JSON.stringify(['hd01', '2026-09']),
        limit: '2',
        asOf,
      });
      await done(ask('GET', `/api/reports/sold/parts/byUnit/rows?${query}`, { as: ALL, db }));
      return bill.rowsRead;
    };
    const before = [await cost('2026-11-23'), await cost('2026-10-20')];
    clock.set('2026-11-21T01:00:00.000Z');
    for (let n = 0; n < 20; n += 1) await sell(sale(`yet${n}`, '2026-09', '0.10', 'hd01'));
    clock.set('2026-11-23T01:00:00.000Z');
    expect([await cost('2026-11-23'), await cost('2026-10-20')]).toEqual(before);
  });
});

test('no statement goes through sums, their members or a ledger from end to end', async () => {
  const { db, bill } = counting(env.DB);
  const keys = JSON.stringify(['hd01', '2026-09']);
  for (const asOf of ['2026-11-23', '2026-10-20']) {
    await read(ALL, `?asOf=${asOf}`, db);
    const query = new URLSearchParams({ measure: 'shops', keys, asOf });
    await done(ask('GET', `/api/reports/sold/parts/byUnit/rows?${query}`, { as: ALL, db }));
  }
  const body = { process: 'sale', values: { sale: sale('last', '2026-09', '1.00', 'hd01') } };
  await done(ask('POST', '/api/cases', { as: SELLER, body, db }));
  const scans: string[] = [];
  for (const [source, values] of bill.statements) {
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${source}`)
      .bind(...values)
      .all<{ detail: string }>();
    scans.push(
      ...plan.results.flatMap(({ detail }) => (/^SCAN (t|m|v|r|x|sum_\w+)( |$)/.test(detail) ? [detail] : [])),
    );
  }
  expect(scans).toEqual([]);
});

describe('a report that is published over a history', () => {
  test('says that its sums are being filled, and then shows the same numbers', async () => {
    const shown = async (asOf: string) => partOf(await read(ALL, `?asOf=${asOf}`), 'byUnit');
    const days = ['2026-09-30', '2026-10-31', '2026-11-22'];
    const before = await Promise.all(days.map(shown));
    const later = await rowsOf(ALL, { measure: 'shops', asOf: '2026-10-31', limit: '100' });
    const renamed = {
      ...report,
      parts: { ...report.parts, byUnit: { ...report.parts.byUnit, where: 'row.amount > 0.001' } },
    } as ReportDocument;
    await publishSales({}, [], { readers, reports: [renamed] });
    expect((await shown('2026-10-31')).state).toBe('filling');
    expect(await fillSums(store)).toBe(true);
    expect(await Promise.all(days.map(shown))).toEqual(before);
    const filled = await rowsOf(ALL, { measure: 'shops', asOf: '2026-10-31', limit: '100' });
    const ids = ({ items }: ReportRowPage) => items.map(({ id }) => id).toSorted();
    expect(ids(filled)).toEqual(ids(later));
  });
});
