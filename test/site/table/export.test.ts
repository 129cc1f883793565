import { describe, expect, test } from 'vitest';
import { selectedRows } from '../../../fields/table/selection.ts';
import { isWritable } from '../../../fields/table/sheet/block.ts';
import { csvOf, templateOf, xlsxOf } from '../../../fields/table/sheet/export.ts';
import { headingRow, judgeImport, matchColumns, readRows } from '../../../fields/table/sheet/import.ts';
import { readingContext } from '../../../fields/table/sheet/names.ts';
import { columnFieldOf, tableNow } from '../../../fields/table/sheet/table-now.ts';
import type { TableSource } from '../../../fields/table/use-table.ts';
import type { FieldOf } from '../../../site/src/fields/props.ts';
import { readCell } from '../../../site/src/fields/written.ts';
import { createDirectory } from '../../../site/src/form/directory.ts';
import type { Locale } from '../../../site/src/i18n/locale.ts';
import { readSheet } from '../../../site/src/sheet/read-sheet.ts';
import { openOrders, orders, TABLE, without } from './orders.ts';

const rows = [
  {
    _row: 'r1',
    item: '=1+1',
    group: 'ads',
    price: '-1234.50',
    quantity: 20,
    amount: '-24690.00',
    day: '2026-11-05',
    reason: '"大宗"，\n加急',
    person: 'u12',
  },
  { _row: 'r2', item: '＋灯箱', price: '12345678901234567.89', quantity: 0 },
];

const isTable = (field: unknown): field is FieldOf<'table'> => field === orders.fields.orders;
const asked: string[] = [];
const client: TableSource['client'] = {
  get: async (path, { query = {} } = {}) => {
    asked.push(`${path} ${query.q}`);
    return { ok: false, problem: { type: '', status: 503, code: 'unreachable' } };
  },
};

function source(locale: Locale = 'zh-CN', edit?: readonly string[], values: readonly object[] = rows): TableSource {
  const store = openOrders(values, edit);
  const directory = createDirectory(client, { u12: { id: 'u12', name: '秦悦', posts: [] } });
  const field = orders.fields.orders;
  if (!isTable(field)) throw new Error('no table');
  return { store, field, place: TABLE, directory, ledgers: {}, client, locale, room: 5 };
}

const readBack = (bytes: Uint8Array) => {
  const read = readSheet(bytes, 'zh-CN');
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

describe('an exported table', () => {
  test('is CSV in which texts cannot be formulas and numbers are numbers', () => {
    expect(csvOf(source()).split('\r\n')).toEqual([
      '\uFEFF项目,类别,单价,数量,金额,日期,原因,责任人',
      `'=1+1,广告,-1234.50,20,-24690.00,2026-11-05,"""大宗""，\n加急",秦悦`,
      "'＋灯箱,,12345678901234567.89,0,,,,",
    ]);
  });

  test('has the headings and titles of the reader', () => {
    expect(csvOf(source('en')).split('\r\n')[1]).toContain('Advertising');
    expect(csvOf(source('zh-TW'))).toContain('單價');
  });

  test.each(['csv', 'xlsx'] as const)('as %s can be imported again without a difference', async (format) => {
    const from = source();
    const bytes = format === 'csv' ? new TextEncoder().encode(csvOf(from)) : xlsxOf(from);
    const to = source('zh-CN', undefined, []);
    const table = tableNow(to.store, TABLE);
    const columns = table.node.columns.filter((column) => isWritable(column, to.store.editable));
    const sheet = readBack(bytes);
    const heading = headingRow(sheet, columns);
    const context = await readingContext([], to);
    const mapping = matchColumns(sheet[heading]?.cells ?? [], columns);
    const read = readRows(sheet.slice(heading + 1), mapping, columns, (text, column) =>
      readCell(text, column, columnFieldOf(to.field, column), context),
    );
    const judged = judgeImport(table, read, 'append', to.store.newRowId);
    to.store.fillTable(TABLE, judged.filled);
    expect(judged.filled.kept.size).toBe(0);
    expect(to.store.value(TABLE)).toMatchObject(rows);
  });
});

test('a template has the columns one fills in, and what may be chosen', () => {
  const [headings, ...empty] = readBack(templateOf(source('zh-CN', without(`${TABLE}.price`))));
  expect(headings?.cells).toEqual(['项目', '类别', '数量', '日期', '原因', '责任人']);
  expect(empty).toEqual([]);
});

test('only names nobody here bears are asked for, each once', async () => {
  const from = source();
  const person = from.store.model.nodes.get(`${TABLE}.person`);
  if (person === undefined) throw new Error('no column');
  asked.length = 0;
  const context = await readingContext(
    [{ column: person, texts: ['秦悦', '张伟', ' 张伟 ', '', '秦悦（市场部）'] }],
    from,
  );
  expect(asked).toEqual(['/api/people 张伟']);
  expect([context.people('秦悦'), context.people('秦悦（市场部）'), context.people('张伟')]).toEqual([
    ['u12'],
    ['u12'],
    [],
  ]);
});

test('selected rows are those between two, whichever was taken first', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect([...selectedRows(ids, { from: 'c', to: 'b' })]).toEqual(['b', 'c']);
  expect([...selectedRows(ids, { from: 'a', to: 'gone' })]).toEqual([]);
});
