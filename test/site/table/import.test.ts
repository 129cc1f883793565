import { describe, expect, test } from 'vitest';
import { isWritable } from '../../../fields/table/sheet/block.ts';
import {
  headingRow,
  type ImportMode,
  judgeImport,
  matchColumns,
  modesFor,
  readRows,
} from '../../../fields/table/sheet/import.ts';
import { tableNow } from '../../../fields/table/sheet/table-now.ts';
import { at, openOrders, orders, read, TABLE, without } from './orders.ts';

type Store = ReturnType<typeof openOrders>;

const sheet = (...rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ number: index + 1, cells }));
const HEAD = ['项目', 'Category', '單價 (元)', 'quantity', '金额'];

function judge(store: Store, mode: ImportMode, ...lines: readonly (readonly string[])[]) {
  const table = tableNow(store, TABLE);
  const columns = table.node.columns.filter((column) => isWritable(column, store.editable));
  const rows = sheet(HEAD, ...lines);
  const mapping = matchColumns(HEAD, columns);
  const found = readRows(rows.slice(1), mapping, columns, read);
  return judgeImport(table, found, mode, store.newRowId);
}

const itemsOf = (store: Store, judged: ReturnType<typeof judge>) => {
  store.fillTable(TABLE, judged.filled);
  const rows = store.value(TABLE);
  return Array.isArray(rows) ? rows.map(({ item, price }) => [item, price]) : [];
};

describe('columns of a file', () => {
  const { columns } = tableNow(openOrders(), TABLE).node;

  test('are found by title in any language, by id, and without what is added to headings', () => {
    expect([...matchColumns([' 项目* ', 'CATEGORY', '單價（元）', 'quantity', '項目'], columns)]).toEqual([
      ['item', 0],
      ['group', 1],
      ['price', 2],
      ['quantity', 3],
    ]);
  });

  test('are looked for below the title of the sheet', () => {
    expect(headingRow(sheet(['第四季度采购'], ['', ''], ['项目', '单价'], ['灯箱', '5']), columns)).toBe(2);
    expect(headingRow(sheet(['a', 'b'], ['1', '2']), columns)).toBe(0);
  });
});

describe('an import', () => {
  test('changes nothing while it is judged, and gives the place of everything that is wrong', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱' }]);
    const judged = judge(
      store,
      'append',
      ['横幅', '广告', '10', '2'],
      ['', '物料', '-1', '两个'],
      ['灯箱', '', '', ''],
    );
    expect(judged.issues.map(({ number, column, issue, text }) => [number, column, issue.code, text])).toEqual([
      [3, 'quantity', 'wrong-type', '两个'],
      [3, 'item', 'required', undefined],
      [3, 'price', 'out-of-range', undefined],
      [4, undefined, 'not-unique', undefined],
    ]);
    expect(store.rowList(TABLE)).toEqual(['r1']);
    expect(judged.tooMany).toBeUndefined();
  });

  test('says when there would be more rows than may be', () => {
    const lines = Array.from({ length: 6 }, (_, index) => [`项目${index}`]);
    expect(judge(openOrders(), 'append', ...lines).tooMany).toBe(5);
  });

  test('adds rows, with the computed cells the form gives them and not the file', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱' }]);
    expect(itemsOf(store, judge(store, 'append', ['横幅', '广告', '10', '2', '999']))).toEqual([
      ['灯箱', undefined],
      ['横幅', '10.00'],
    ]);
    expect(store.value('form.total')).toBe('20.00');
  });

  test('replaces all rows', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱' }]);
    expect(itemsOf(store, judge(store, 'replace', ['横幅', '', '10']))).toEqual([['横幅', '10.00']]);
  });

  test('updates rows that agree in the unique column and adds the others; a second such row repeats the first', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱', price: '1' }]);
    const judged = judge(store, 'match', ['横幅', '', '10'], ['灯箱', '', '20'], ['灯箱', '', '30']);
    expect(judged.issues.map(({ number, issue }) => [number, issue.code])).toEqual([[4, 'not-unique']]);
    expect(itemsOf(store, judged)).toEqual([
      ['灯箱', '20.00'],
      ['横幅', '10.00'],
      ['灯箱', '30.00'],
    ]);
  });

  test('of somebody who adds no rows fills in those there are, in their columns alone', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱', price: '1' }], without(TABLE, `${TABLE}.item`));
    const judged = judge(store, 'inOrder', ['别的', '广告', '20', '2'], ['多出', '', '', '']);
    expect(judged.lost).toEqual([3]);
    expect(itemsOf(store, judged)).toEqual([['灯箱', '20.00']]);
  });

  test('is taken back with one step, with the rows it took out', () => {
    const store = openOrders([{ _row: 'r1', item: '灯箱', price: '1' }]);
    const undo = store.fillTable(TABLE, judge(store, 'replace', ['横幅', '', '约十元']).filled);
    const [row = ''] = store.rowList(TABLE);
    expect(store.typed(at(row, 'price'))).toBe('约十元');
    undo();
    expect(store.value(TABLE)).toEqual([{ _row: 'r1', item: '灯箱', price: '1' }]);
    expect(store.check()).toEqual([]);
  });
});

test('what an import may do depends on the rows and the rights', () => {
  const table = orders.fields.orders;
  if (table?.type !== 'table') throw new Error('no table');
  expect(modesFor(table, true, false)).toEqual(['append']);
  expect(modesFor(table, true, true)).toEqual(['match', 'append', 'replace']);
  expect(modesFor(table, false, true)).toEqual(['match', 'inOrder']);
  expect(modesFor({ ...table, rows: 'fixed' }, false, false)).toEqual(['inOrder']);
});
