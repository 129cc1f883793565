import { describe, expect, test } from 'vitest';
import { checkLedgerColumns, compileLedger } from '../../../engine/ledger/ledger.ts';
import type { Column, LedgerDocument } from '../../../schemas/generated/ledger.ts';
import { company } from '../../support/company.ts';

const ledgerOf = (columns: Readonly<Record<string, Column>>, key: LedgerDocument['key'] = 'case'): LedgerDocument => ({
  format: 'ledger/v1',
  id: 'stock',
  title: 'Stock',
  key,
  columns,
  readers: ['everyone'],
});
const money = (title: string, compute?: string): Column => ({ type: 'money', title, ...(compute ? { compute } : {}) });

const stock = compileLedger(
  ledgerOf({
    what: { type: 'text', title: 'What' },
    count: { type: 'integer', title: 'Count' },
    price: money('Price'),
    total: money('Total', 'row.count * row.price'),
    tax: money('Tax', 'round(row.total * 6 / 100, 2)'),
    seen: { type: 'date', title: 'Seen' },
  }),
);

describe('completing a row', () => {
  test('computed columns follow the others, one after the other', () => {
    expect(stock.complete({ what: 'pen', count: 3, price: '1.10' })).toEqual({
      what: 'pen',
      count: 3,
      price: '1.10',
      total: '3.30',
      tax: '0.20',
    });
  });

  test('a value is stored as its column stores it', () => {
    expect(stock.complete({ price: '7' })).toMatchObject({ price: '7.00' });
    expect(stock.complete({ price: '7' })).not.toHaveProperty('total');
  });

  test('what a computed column was given is not believed', () => {
    expect(stock.complete({ count: 2, price: '5', total: '99' })).toMatchObject({ total: '10.00' });
  });

  test('empty cells and unknown columns are left out', () => {
    expect(stock.complete({ what: '', seen: null, colour: 'red' })).toEqual({});
  });

  test('completing a complete row changes nothing', () => {
    const once = stock.complete({ what: 'pen', count: 3, price: '1.10', seen: '2026-11-02' });
    expect(stock.complete(once)).toEqual(once);
  });

  test('amounts are exact, however many', () => {
    const sums = compileLedger(ledgerOf({ a: money('A'), b: money('B'), c: money('C', 'row.a + row.b') }));
    expect(sums.complete({ a: '0.10', b: '0.20' })).toMatchObject({ c: '0.30' });
    expect(sums.complete({ a: '9007199254740993.01', b: '0.01' })).toMatchObject({ c: '9007199254740993.02' });
  });

  test('dividing by nothing gives no value instead of a wrong one', () => {
    const rates = compileLedger(
      ledgerOf({
        a: money('A'),
        b: money('B'),
        rate: { type: 'percent', title: 'Rate', scale: 1, compute: 'round(row.a / row.b * 100, 1)' },
      }),
    );
    expect(rates.complete({ a: '1', b: '8' })).toMatchObject({ rate: '12.5' });
    expect(rates.complete({ a: '1', b: '0' })).not.toHaveProperty('rate');
    expect(rates.complete({ a: '1' })).not.toHaveProperty('rate');
  });
});

describe('the columns of a ledger', () => {
  test('good ones have no findings', () => {
    expect(checkLedgerColumns(ledgerOf({ a: money('A'), b: money('B', 'row.a') }))).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, Column>>, string, readonly string[]]>([
    ['an unknown column', { a: money('A', 'row.b + 1') }, 'unknown-name', ['columns', 'a', 'compute']],
    ['another type', { a: { type: 'text', title: 'A' }, b: money('B', 'row.a') }, 'type', ['columns', 'b', 'compute']],
  ])('a formula with %s is found, at its place in the document', (_, columns, code, path) => {
    expect(checkLedgerColumns(ledgerOf(columns))).toMatchObject([{ code, path }]);
    expect(() => compileLedger(ledgerOf(columns))).toThrow('ledger stock does not compile');
  });

  test('columns that need each other are found', () => {
    const [cycle] = checkLedgerColumns(ledgerOf({ a: money('A', 'row.b'), b: money('B', 'row.a') }));
    expect(cycle).toMatchObject({ code: 'cycle' });
  });
});

test('a compiled ledger knows its key', () => {
  expect(stock).toMatchObject({ id: 'stock', key: 'case' });
  expect(company.ledgers.budget).toMatchObject({ id: 'budget', key: ['unit', 'year'] });
});
