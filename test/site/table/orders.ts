import type { FieldNode } from '#engine';
import type { FormEnvironmentView, FormView } from '../../../schemas/generated/api.ts';
import type { Column } from '../../../schemas/generated/process.ts';
import { readCell } from '../../../site/src/fields/written.ts';
import type { WrittenContext } from '../../../site/src/fields/written-of.ts';
import { factsOf } from '../../../site/src/form/facts.ts';
import { cellKey } from '../../../site/src/form/keys.ts';
import { buildModel } from '../../../site/src/form/model.ts';
import { createFormStore } from '../../../site/src/form/store.ts';
import { environment as plain } from '../form/plan-form.ts';

const words = (cn: string, tw: string, en: string) => ({ 'zh-CN': cn, 'zh-TW': tw, en });

const columns: Readonly<Record<string, Column>> = {
  item: { type: 'text', title: words('项目', '項目', 'Item'), required: true, max: 10 },
  group: {
    type: 'choice',
    title: words('类别', '類別', 'Category'),
    options: [
      { id: 'ads', title: words('广告', '廣告', 'Advertising') },
      { id: 'goods', title: words('物料', '物料', 'Material') },
    ],
  },
  price: { type: 'money', title: words('单价', '單價', 'Price'), min: 0 },
  quantity: { type: 'integer', title: words('数量', '數量', 'Quantity') },
  amount: { type: 'money', title: words('金额', '金額', 'Amount'), compute: 'row.price * row.quantity' },
  day: { type: 'date', title: words('日期', '日期', 'Date') },
  reason: { type: 'longText', title: words('原因', '原因', 'Reason'), visible: 'row.quantity > 10' },
  person: { type: 'person', title: words('责任人', '責任人', 'Person') },
};

export const orders: FormView = {
  id: 'form',
  title: '申请',
  fields: {
    orders: { type: 'table', title: '明细', maxRows: 5, unique: ['item'], totals: ['amount'], columns },
    total: { type: 'money', title: '合计', compute: 'sum(form.orders.amount)' },
  },
};

export const TABLE = 'form.orders';
export const at = (row: string, column: string) => cellKey(TABLE, row, column);
const all = [TABLE, 'form.total', ...Object.keys(columns).map((id) => `${TABLE}.${id}`)];
const environment: FormEnvironmentView = plain;

export function openOrders(rows: readonly object[] = [], edit: readonly string[] = all) {
  const model = buildModel([orders], [], environment);
  const known = factsOf({ environment, today: '2026-11-22', starter: 'u08' });
  const facts = { ...known, knows: { person: () => true, unit: () => true } };
  return createFormStore({ model, values: { form: { orders: rows } }, facts, editable: new Set(edit) });
}

export const without = (...closed: readonly string[]): readonly string[] =>
  all.filter((path) => !closed.includes(path));

const people: Readonly<Record<string, readonly string[]>> = { 秦悦: ['u12'], 张伟: ['u21', 'u22'] };

export const context: WrittenContext = {
  today: '2026-11-22',
  people: (name) => people[name] ?? [],
  units: () => [],
  rows: () => [],
};

/** What a cell of a column means. */
export function read(text: string, column: FieldNode) {
  const field = columns[column.id];
  if (field === undefined) throw new Error(column.id);
  return readCell(text, column, field, context);
}
