import type { Examples } from '../example.ts';

export const tableExamples: Examples<'table'> = {
  fields: {
    plain: {
      type: 'table',
      title: { 'zh-CN': '预算明细', 'zh-TW': '預算明細', en: 'Budget' },
      columns: {
        item: { type: 'text', title: { 'zh-CN': '项目', 'zh-TW': '項目', en: 'Item' }, required: true, max: 20 },
        quantity: { type: 'decimal', title: { 'zh-CN': '数量', 'zh-TW': '數量', en: 'Quantity' }, min: 0 },
        price: { type: 'money', title: { 'zh-CN': '单价', 'zh-TW': '單價', en: 'Price' } },
        amount: {
          type: 'money',
          title: { 'zh-CN': '金额', 'zh-TW': '金額', en: 'Amount' },
          compute: 'row.quantity * row.price',
        },
      },
      minRows: 1,
      maxRows: 20,
      unique: ['item'],
      totals: ['amount'],
    },
  },
  takes: { plain: [[{ _row: 'r1', item: '物料', quantity: '2', price: '3.50' }]] },
  refuses: [
    { value: {}, code: 'wrong-type' },
    { value: [{ _row: 'r1' }], code: 'required', under: '/0/item' },
    { value: [{ _row: 'r1', item: 'a', price: 'x' }], code: 'wrong-type', under: '/0/price' },
    {
      value: [
        { _row: 'r1', item: 'a' },
        { _row: 'r2', item: 'a' },
      ],
      code: 'not-unique',
      under: '/1',
    },
    { value: [], code: 'too-few-rows' },
  ],
  keyboard: {
    fill: [
      { press: 'Enter' },
      { type: '物料' },
      { press: 'Tab' },
      { type: '2' },
      { press: 'Tab' },
      { type: '3.5' },
      { press: 'Tab' },
    ],
    gives: [{ item: '物料', quantity: '2', price: '3.5', amount: '7.00' }],
    break: {
      keys: [{ press: 'Shift+Tab' }, { press: 'Control+a' }, { type: 'x' }],
      code: 'wrong-type',
      mend: [{ press: 'Control+a' }, { type: '3.5' }],
    },
  },
};
