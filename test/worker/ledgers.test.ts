import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerHistory, LedgerList, LedgerPage, LedgerViewList } from '../../schemas/generated/api.ts';
import { ask, clock } from './support/api.ts';
import { approved, done } from './support/campaign.ts';
import { publishStock, type StockRow } from './support/stock.ts';
import { publishDemo } from './support/workspace.ts';

const MANAGER = 'u18';
const BRANCH = 'u33';
const KEEPER = 'u08';
const UNITS = ['hd01', 'hd02', 'flag'] as const;

/** Thirty rows; every third of a branch, every tenth without a day. */
const rows = Array.from({ length: 30 }, (_, n): StockRow => {
  const day = `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`;
  return {
    item: `货${n}`,
    unit: UNITS[n % 3] ?? 'hd01',
    keeper: n % 5 === 0 ? KEEPER : 'u35',
    pieces: n,
    price: `${n * 11}.50`,
    ...(n % 10 === 9 ? {} : { counted: day }),
  };
});

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  await publishStock(rows);
});

const page = (query: Readonly<Record<string, string>>, as: string): Promise<LedgerPage> =>
  done(ask('GET', `/api/ledgers/stock/rows?${new URLSearchParams(query)}`, { as }));
const filter = (wanted: unknown) => ({ filter: JSON.stringify(wanted) });
const itemsOf = ({ items }: LedgerPage) => items.map(({ cells }) => String(cells.item));

/** All pages of a list, a few rows at a time. */
async function everyItem(query: Readonly<Record<string, string>>, as: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const shown: LedgerPage = await page({ ...query, limit: '4', ...(cursor !== '' && { cursor }) }, as);
    found.push(...itemsOf(shown));
    cursor = shown.next;
  }
  return found;
}

test('ledgers are listed for their readers under the area whose processes write them', async () => {
  const list = async (as: string) => done<LedgerList>(ask('GET', '/api/ledgers', { as }));
  const { areas, items } = await list(MANAGER);
  expect(items.find(({ id }) => id === 'campaigns')?.area).toBe('supervision');
  expect(areas.map(({ id }) => id)).toContain('supervision');
  expect(items.map(({ id }) => id)).toContain('stock');
  const { items: others } = await list('u20');
  expect(others.map(({ id }) => id)).not.toContain('stock');
});

describe('rows of a ledger', () => {
  test('are chosen by values and ranges of several columns at once', async () => {
    const wanted = filter({ unit: ['hd01', 'flag'], pieces: { from: '9', to: '20' } });
    const expected = rows.filter(({ unit, pieces }) => unit !== 'hd02' && pieces >= 9 && pieces <= 20);
    expect(await everyItem(wanted, MANAGER)).toEqual(expected.map(({ item }) => item).toReversed());
  });

  test('are ordered by amounts as numbers, by days as days, and pages come without gaps', async () => {
    const byPrice = rows.map(({ item }) => item);
    expect(await everyItem({ sort: 'price' }, MANAGER)).toEqual(byPrice);
    expect(await everyItem({ sort: '-price' }, MANAGER)).toEqual(byPrice.toReversed());
  });

  test('that are empty in the column of the order come last', async () => {
    const found = await everyItem({ sort: '-counted' }, MANAGER);
    expect(found).toHaveLength(30);
    expect(found.slice(-3)).toEqual(['货29', '货19', '货9']);
  });

  test('are added up exactly, all of them and not only those of the page', async () => {
    const { totals } = await page({ totals: 'true', limit: '2', ...filter({ unit: ['hd02'] }) }, MANAGER);
    const mine = rows.filter(({ unit }) => unit === 'hd02');
    const sum = mine.reduce((all, { pieces }) => all + pieces * 11, 0) + mine.length / 2;
    expect(totals).toEqual({
      rows: 10,
      whole: true,
      sums: { pieces: String(mine.reduce((all, { pieces }) => all + pieces, 0)), price: String(sum) },
    });
  });

  test.each(['{"unit":"hd01"}', '{"unit":[]}', '{"ghost":["x"]}', '[]', 'x', '{"pieces":{"form":"1"}}'])(
    'are not chosen by what is no choice: %s',
    async (text) => {
      const { status } = await ask('GET', `/api/ledgers/stock/rows?${new URLSearchParams({ filter: text })}`, {
        as: MANAGER,
      });
      expect(status).toBe(400);
    },
  );
});

describe('readers of some rows', () => {
  test('see those of their unit and the units below it, and nothing of prices', async () => {
    const shown = await page({ limit: '100', totals: 'true' }, BRANCH);
    expect(new Set(shown.items.map(({ cells }) => cells.unit))).toEqual(new Set(['hd01', 'flag']));
    expect(JSON.stringify(shown)).not.toContain('.50');
    expect(shown.totals?.sums).toEqual({ pieces: '290' });
  });

  test('cannot find out the others by filter, order, search or history', async () => {
    expect(itemsOf(await page(filter({ unit: ['hd02'] }), BRANCH))).toEqual([]);
    expect(itemsOf(await page({ q: '货1' }, BRANCH))).not.toContain('货1');
    for (const query of [filter({ price: { from: '0' } }), { sort: 'price' }])
      expect((await ask('GET', `/api/ledgers/stock/rows?${new URLSearchParams(query)}`, { as: BRANCH })).status).toBe(
        400,
      );
    const history = (row: string) => ask('GET', `/api/ledgers/stock/rows/${encodeURIComponent(row)}`, { as: BRANCH });
    expect((await history('货0')).status).toBe(200);
    expect((await history('货1')).status).toBe(404);
  });

  test('see those that name themselves', async () => {
    const shown = await page({ limit: '100' }, KEEPER);
    expect(shown.items.every(({ cells }) => cells.keeper === KEEPER)).toBe(true);
    expect(shown.items).toHaveLength(6);
  });

  test('and nobody else sees any', async () => {
    expect((await ask('GET', '/api/ledgers/stock/rows', { as: 'u20' })).status).toBe(404);
    expect((await ask('GET', '/api/ledgers/stock/views', { as: 'u20' })).status).toBe(404);
  });
});

describe('the history of a row', () => {
  test('says which entry of which case wrote each value', async () => {
    const { id } = await approved();
    const budget: LedgerPage = await done(ask('GET', '/api/ledgers/budget/rows?q=brand', { as: 'u18' }));
    const row = budget.items.find(({ version }) => version > 1);
    const history: LedgerHistory = await done(
      ask('GET', `/api/ledgers/budget/rows/${encodeURIComponent(row?.id ?? '')}`, { as: 'u18' }),
    );
    const [latest, first] = [history.items[0], history.items.at(-1)];
    expect(latest?.case).toMatchObject({ id, step: { 'zh-CN': '预留预算' } });
    expect(latest?.changed.toSorted()).toEqual(['balance', 'reserved']);
    expect(first).toMatchObject({ version: 1 });
    expect(first?.case).toBeUndefined();
  });

  test('names no case to whoever may not open it', async () => {
    const budget: LedgerPage = await done(ask('GET', '/api/ledgers/budget/rows?q=brand', { as: 'u21' }));
    const row = budget.items.find(({ version }) => version > 1);
    const history: LedgerHistory = await done(
      ask('GET', `/api/ledgers/budget/rows/${encodeURIComponent(row?.id ?? '')}`, { as: 'u21' }),
    );
    expect(history.items.length).toBeGreaterThan(1);
    expect(history.items.every((item) => item.case === undefined)).toBe(true);
  });
});

describe('saved views', () => {
  const view = { name: '我的分公司', query: { ...filter({ unit: ['hd01'] }), sort: '-pieces', hidden: ['price'] } };
  const list = (as: string): Promise<LedgerViewList> => done(ask('GET', '/api/ledgers/stock/views', { as }));

  test('belong to their person, are changed in place, and go', async () => {
    await done(ask('PUT', '/api/ledgers/stock/views/view-0001', { as: MANAGER, body: view }));
    await done(ask('PUT', '/api/ledgers/stock/views/view-0001', { as: MANAGER, body: { ...view, name: '改名' } }));
    expect((await list(MANAGER)).items).toEqual([{ id: 'view-0001', ...view, name: '改名' }]);
    expect((await list(BRANCH)).items).toEqual([]);
    expect((await ask('DELETE', '/api/ledgers/stock/views/view-0001', { as: MANAGER })).status).toBe(204);
    expect((await list(MANAGER)).items).toEqual([]);
  });

  test('are at most fifty of a ledger', async () => {
    const save = (n: number) => ask('PUT', `/api/ledgers/stock/views/view-00${n}`, { as: MANAGER, body: view });
    for (let n = 10; n < 60; n += 1) expect((await save(n)).status).toBe(200);
    expect((await save(60)).status).toBe(409);
    expect((await save(59)).status).toBe(200);
  });
});
