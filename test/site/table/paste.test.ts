import { describe, expect, test } from 'vitest';
import { fillBlock, type TableNow } from '../../../fields/table/sheet/block.ts';
import { columnsUnder, placeBlock, withoutHeadings } from '../../../fields/table/sheet/paste.ts';
import { tableNow } from '../../../fields/table/sheet/table-now.ts';
import { parseDelimited } from '../../../site/src/sheet/delimited.ts';
import { at, openOrders, read, TABLE, without } from './orders.ts';

type Store = ReturnType<typeof openOrders>;

function paste(store: Store, row: string, column: string, text: string, room = 5) {
  const now: TableNow = tableNow(store, TABLE);
  const { block, ...lost } = placeBlock(now, { row, column }, parseDelimited(text, '\t'), { rows: room }, read);
  const filled = fillBlock(now, block, store.newRowId);
  const undo = store.fillTable(TABLE, filled);
  return { ...lost, added: filled.added, skipped: filled.skipped, unread: filled.kept.size, undo };
}

const rows = (store: Store): unknown => store.value(TABLE);
const codesAt = (store: Store, key: string) => store.status(key).issues.map(({ code }) => code);

describe('a pasted block', () => {
  test('fills cells to the right and down, computes the rows, and adds those that are missing', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱' }]);
    const done = paste(store, 'r1', 'group', '广告\t￥1,200.50\t2\n物料\t3\t4');
    expect(rows(store)).toEqual([
      { _row: 'r1', item: '灯箱', group: 'ads', price: '1200.50', quantity: 2, amount: '2401.00' },
      { _row: 'r2', group: 'goods', price: '3.00', quantity: 4, amount: '12.00' },
    ]);
    expect(store.value('form.total')).toBe('2413.00');
    expect(done).toMatchObject({ added: 1, skipped: 0, unread: 0, lostRows: 0, lostColumns: 0 });
  });

  test('leaves computed columns alone and counts their cells', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱' }]);
    const done = paste(store, 'r1', 'price', '10\t2\t999\t2026/11/5');
    expect(rows(store)).toMatchObject([{ price: '10.00', quantity: 2, amount: '20.00', day: '2026-11-05' }]);
    expect(done.skipped).toBe(1);
  });

  test('does not write into columns that are not for this person', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱', price: '1' }], without(`${TABLE}.price`));
    const done = paste(store, 'r1', 'item', '横幅\t广告\t99\t2');
    expect(rows(store)).toMatchObject([{ item: '横幅', group: 'ads', price: '1', quantity: 2 }]);
    expect(done.skipped).toBe(1);
  });

  test('does not write into cells that are hidden in their row', () => {
    const store = openOrders([{ _row: 'r1' }, { _row: 'r2' }]);
    const done = paste(store, 'r1', 'quantity', '20\t\t\t大宗\n2\t\t\t不用');
    expect(rows(store)).toMatchObject([{ quantity: 20, reason: '大宗' }, { quantity: 2 }]);
    expect(store.value(at('r2', 'reason'))).toBeUndefined();
    expect(done.skipped).toBe(1 + 2);
  });

  test('keeps text that is no value in its cell, marked, and out of what is sent', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱', price: '5' }]);
    const done = paste(store, 'r1', 'price', '约十元\t两个');
    expect(done.unread).toBe(2);
    expect(store.typed(at('r1', 'price'))).toBe('约十元');
    expect(codesAt(store, at('r1', 'price'))).toEqual(['wrong-type']);
    expect(store.writable({})).toEqual({ form: { orders: [{ _row: 'r1', item: '灯箱' }] } });
    store.set(at('r1', 'price'), '10');
    expect(codesAt(store, at('r1', 'price'))).toEqual([]);
  });

  test('says what is wrong with the values it wrote, and nothing of cells that are still empty', () => {
    const store = openOrders([{ _row: 'r1' }]);
    paste(store, 'r1', 'price', '-5');
    expect(codesAt(store, at('r1', 'price'))).toEqual(['out-of-range']);
    expect(codesAt(store, at('r1', 'item'))).toEqual([]);
  });

  test('that is longer or wider than the table has room for says so', () => {
    const store = openOrders([{ _row: 'r1' }]);
    const done = paste(store, 'r1', 'person', '秦悦\tx\n\n秦悦\n秦悦', 2);
    expect(done).toMatchObject({ lostRows: 1, lostColumns: 1, added: 2 });
    expect(store.rowList(TABLE)).toHaveLength(3);
  });

  test('is taken back at once, and what was typed after it stays', () => {
    const before = { _row: 'r1', item: '灯箱', price: '5' };
    const store = openOrders([before]);
    store.keepTyped(at('r1', 'quantity'), '两');
    const { undo } = paste(store, 'r1', 'item', '横幅\t广告\t7\t3\n旗帜\t广告\t8\t4');
    store.set(at('r1', 'day'), '2026-11-30');
    undo();
    expect(rows(store)).toEqual([{ ...before, day: '2026-11-30' }]);
    expect(store.typed(at('r1', 'quantity'))).toBe('两');
    expect(store.value('form.total')).toBe('0.00');
  });

  test('tells the controls of the cells it wrote to', () => {
    const store = openOrders([{ _row: 'r1', price: '5' }, { _row: 'r2' }]);
    const told: string[] = [];
    for (const row of ['r1', 'r2'])
      for (const column of ['price', 'amount', 'item'])
        store.subscribe(at(row, column), () => told.push(`${row} ${column}`));
    paste(store, 'r1', 'price', '约\t3');
    expect(told).toContain('r1 price');
    expect(told).not.toContain('r2 price');
    expect(told).not.toContain('r1 item');
  });

  test('with a row of headings on top is pasted without it', () => {
    const store = openOrders([{ _row: 'r1' }]);
    const columns = columnsUnder(tableNow(store, TABLE), { row: 'r1', column: 'item' }, 2);
    expect(
      withoutHeadings(
        [
          ['Item', 'Category'],
          ['灯箱', '广告'],
        ],
        columns,
      ),
    ).toEqual([['灯箱', '广告']]);
    expect(
      withoutHeadings(
        [
          ['Item', '广告'],
          ['灯箱', '广告'],
        ],
        columns,
      ),
    ).toHaveLength(2);
    expect(withoutHeadings([['项目', '类别']], columns)).toHaveLength(1);
  });
});

describe('rows', () => {
  test('a row that is removed takes its unread text with it, and brings it back', () => {
    const store = openOrders([
      { _row: 'r1', item: '灯箱' },
      { _row: 'r2', item: '横幅' },
    ]);
    store.keepTyped(at('r2', 'price'), '约');
    const undo = store.removeRow(TABLE, 'r2');
    expect(store.check()).toEqual([]);
    undo();
    expect(store.check().map(({ key }) => key)).toEqual([at('r2', 'price')]);
  });

  test('a new row goes after the one it was asked for, and a moved one over several', () => {
    const store = openOrders([{ _row: 'r1' }, { _row: 'r2' }, { _row: 'r3' }]);
    store.addRow(TABLE, 'r1');
    expect(store.rowList(TABLE)).toEqual(['r1', 'r4', 'r2', 'r3']);
    store.moveRow(TABLE, 'r3', -3);
    expect(store.rowList(TABLE)).toEqual(['r3', 'r1', 'r4', 'r2']);
    store.moveRow(TABLE, 'r3', -1);
    expect(store.rowList(TABLE)).toEqual(['r3', 'r1', 'r4', 'r2']);
  });

  test('a value that repeats an earlier row is no longer marked once it is another', () => {
    const store = openOrders([
      { _row: 'r1', item: '灯箱' },
      { _row: 'r2', item: '灯箱' },
    ]);
    expect(store.check().map(({ key, row }) => [key, row])).toEqual([[TABLE, 2]]);
    store.set(at('r2', 'item'), '横幅');
    expect(codesAt(store, TABLE)).toEqual([]);
  });
});
