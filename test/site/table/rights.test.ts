import { expect, test } from 'vitest';
import { acceptPatch } from '#engine';
import { fillBlock } from '../../../fields/table/sheet/block.ts';
import { tableNow } from '../../../fields/table/sheet/table-now.ts';
import { openOrders, TABLE, without } from './orders.ts';

const before = [{ _row: 'r1', item: '灯箱', price: '1.00', quantity: 2, amount: '2.00' }];
const closed = without(`${TABLE}.price`);
const values = { form: { orders: before, total: '2.00' } };

test('what is sent after a paste over all columns is what the server takes', () => {
  const store = openOrders(before, closed);
  const cells = new Map([
    ['item', { value: '横幅' }],
    ['price', { value: '99.00' }],
    ['quantity', { value: 3 }],
    ['amount', { value: '999.00' }],
    ['reason', { value: '藏起来的格' }],
  ]);
  const filled = fillBlock(tableNow(store, TABLE), [{ id: 'r1', cells }], store.newRowId);
  store.fillTable(TABLE, filled);
  expect(filled.skipped).toBe(3);
  const taken = acceptPatch(store.model, values, store.writable(values), store.editable, store.facts());
  expect(taken.ok && taken.value.form?.orders).toEqual([
    { _row: 'r1', item: '横幅', price: '1.00', quantity: 3, amount: '3.00' },
  ]);
});

test.each([
  ['a column of somebody else', { price: '99.00' }],
  ['a computed column', { amount: '999.00' }],
  ['a cell that is hidden in its row', { reason: '藏起来的格' }],
])('the server refuses %s, however it was pasted', (_, cells) => {
  const { model, facts, editable } = openOrders(before, closed);
  const sent = { form: { orders: [{ _row: 'r1', ...cells }] } };
  const refused = acceptPatch(model, values, sent, editable, facts());
  expect(refused.ok ? [] : refused.error.map(({ code }) => code)).toEqual(['not-writable']);
});
