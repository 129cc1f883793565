import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandOutcome, LookupResult } from '../../schemas/generated/api.ts';
import { fillSums } from '../../worker/src/jobs/fill-sums.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { done, viewOf } from './support/campaign.ts';
import { counting } from './support/counting.ts';
import { BY_QUARTER, publishSales, type Sale } from './support/sales.ts';

const SELLER = 'u08';
const store = new Store(env.DB);

beforeAll(() => publishSales());
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

const sell = (sale: Sale): Promise<CommandOutcome> =>
  done(ask('POST', '/api/cases', { as: SELLER, body: { process: 'sale', values: { sale } } }));
const sale = (shop: string, month: string, amount: string, unit = 'hd01'): Sale => ({ shop, unit, month, amount });
const lookedUp = async (unit: string, month: string, db = env.DB) =>
  (
    await done<LookupResult>(
      ask('POST', '/api/lookups', {
        as: SELLER,
        body: { process: 'sale', version: 1, values: { sale: { unit, month } } },
        db,
      }),
    )
  ).lookups;

describe('what a ledger adds up to', () => {
  test('is shown to whoever fills in a form, and found again when it is handed in', async () => {
    await sell(sale('s1', '2026-01', '10.50'));
    await sell(sale('s2', '2026-03', '0.25'));
    expect(await lookedUp('hd01', '2026-02')).toEqual({ 'sale.sold': '10.75', 'sale.times': 2 });
    expect(await lookedUp('hd01', '2026-04')).toEqual({ 'sale.sold': '0', 'sale.times': 0 });
    const { id } = await sell(sale('s3', '2026-02', '1.00'));
    const view = await viewOf(id, SELLER);
    expect(view.values.sale).toMatchObject({ sold: '10.75', times: 2 });
  });

  test('counts everything when many write at once', async () => {
    const sales = Array.from({ length: 12 }, (_, n) => sale(`many-${n}`, '2026-07', '0.10', 'hd02'));
    await Promise.all(sales.map(sell));
    expect(await lookedUp('hd02', '2026-08')).toEqual({ 'sale.sold': '1.2', 'sale.times': 12 });
  });

  test('is one row to read, however many rows there are', async () => {
    const { db, bill, reset } = counting(env.DB);
    const cost = async () => {
      reset();
      await lookedUp('hn01', '2026-07', db);
      return bill.rowsRead;
    };
    await sell(sale('few', '2026-07', '1.00', 'hn01'));
    const few = await cost();
    for (let n = 0; n < 20; n += 1) await sell(sale(`more-${n}`, '2026-07', '1.00', 'hn01'));
    expect(await cost()).toBe(few);
  });
});

describe('a sum that is published over rows that are there already', () => {
  const newly = { ...BY_QUARTER, where: 'row.amount > 0' };

  test('says nothing until it is full, and then the same as if it had always been kept', async () => {
    await sell(sale('before-1', '2026-10', '5.00', 'hn02'));
    clock.set('2026-12-31T01:00:00.000Z');
    await sell(sale('before-2', '2026-11', '0.00', 'hn02'));
    await publishSales({ byQuarter: newly });
    expect(await lookedUp('hn02', '2026-10')).toEqual({ 'sale.sold': null, 'sale.times': null });
    await sell(sale('meanwhile', '2026-12', '2.00', 'hn02'));
    expect(await fillSums(store)).toBe(true);
    expect(await lookedUp('hn02', '2026-10')).toEqual({ 'sale.sold': '7', 'sale.times': 2 });
    await sell(sale('after', '2026-12', '1.00', 'hn02'));
    expect(await lookedUp('hn02', '2026-10')).toEqual({ 'sale.sold': '8', 'sale.times': 3 });
  });

  test('takes the place of the one before, of which nothing is left', async () => {
    const counted = await env.DB.prepare('SELECT count(*) AS n FROM sums').first<{ n: number }>();
    const wanted = await env.DB.prepare('SELECT count(*) AS n FROM sums WHERE wanted = 1').first<{ n: number }>();
    expect(counted).toEqual(wanted);
    const totals = await env.DB.prepare(
      'SELECT count(*) AS n FROM sum_totals WHERE sum NOT IN (SELECT key FROM sums)',
    ).first();
    expect(totals).toEqual({ n: 0 });
  });

  test('is filled exactly while others write', async () => {
    const writing = Array.from({ length: 10 }, (_, n) => sale(`racing-${n}`, '2027-01', '0.01', 'east'));
    for (const each of writing.slice(0, 5)) await sell(each);
    await publishSales({ byQuarter: { ...newly, where: 'row.amount > 0.001' } });
    const [full] = await Promise.all([fillSums(store), ...writing.slice(5).map(sell)]);
    if (!full) await fillSums(store);
    await fillSums(store);
    expect(await lookedUp('east', '2027-02')).toEqual({ 'sale.sold': '0.1', 'sale.times': 10 });
  });
});
