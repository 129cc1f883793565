import { expect, test } from 'vitest';
import { compileForms } from '#engine';
import { regions } from '../../../fields/region/regions.ts';
import type { Column } from '../../../schemas/generated/process.ts';
import { readCell } from '../../../site/src/fields/written.ts';
import { environment } from '../form/plan-form.ts';
import { context } from './orders.ts';

const options = [
  { id: 'ads', title: { 'zh-CN': '广告', 'zh-TW': '廣告', en: 'Advertising' } },
  { id: 'goods', title: { 'zh-CN': '物料', en: 'Material' } },
];
const fields: Readonly<Record<string, Column>> = {
  text: { type: 'text', title: '' },
  longText: { type: 'longText', title: '' },
  integer: { type: 'integer', title: '' },
  decimal: { type: 'decimal', title: '' },
  money: { type: 'money', title: '' },
  wan: { type: 'money', title: '', unit: 'tenThousand' },
  percent: { type: 'percent', title: '' },
  rating: { type: 'rating', title: '' },
  flag: { type: 'flag', title: '' },
  choice: { type: 'choice', title: '', options },
  date: { type: 'date', title: '' },
  week: { type: 'week', title: '' },
  time: { type: 'time', title: '' },
  dateTime: { type: 'dateTime', title: '' },
  month: { type: 'month', title: '' },
  quarter: { type: 'quarter', title: '' },
  year: { type: 'year', title: '' },
  region: { type: 'region', title: '' },
  phone: { type: 'phone', title: '' },
  person: { type: 'person', title: '' },
};

function read(id: string, text: string): unknown {
  const compiled = compileForms(
    { form: { title: '', fields: { table: { type: 'table', title: '', columns: fields } } } },
    [],
    environment,
  );
  const node = compiled.ok ? compiled.value.nodes.get(`form.table.${id}`) : undefined;
  const field = fields[id];
  if (node === undefined || field === undefined) throw new Error(id);
  const reading = readCell(text, node, field, context);
  return 'typed' in reading ? { typed: reading.typed } : reading.value;
}

test.each([
  ['text', ' 两行\r\n文字 ', '两行 文字'],
  ['longText', '两行\n文字', '两行\n文字'],
  ['integer', '1,200.00', 1200],
  ['integer', '1.5', { typed: '1.5' }],
  ['decimal', '1,200.5', '1200.5'],
  ['decimal', '（1,200.50）', '-1200.5'],
  ['decimal', '约 5', { typed: '约 5' }],
  ['money', '￥1,200', '1200.00'],
  ['money', '１２０元', '120.00'],
  ['money', '1.2万', { typed: '1.2万' }],
  ['wan', '12.5', '125000.00'],
  ['wan', '12.5万元', '125000.00'],
  ['wan', '12.5元', { typed: '12.5元' }],
  ['percent', '85%', '85'],
  ['percent', '8.5 ％', '8.5'],
  ['percent', '85', '85'],
  ['rating', '4', 4],
  ['flag', '是', true],
  ['flag', '√', true],
  ['flag', 'FALSE', false],
  ['flag', '×', false],
  ['flag', '也许', { typed: '也许' }],
  ['choice', '廣告', 'ads'],
  ['choice', 'ADVERTISING', 'ads'],
  ['choice', 'goods', 'goods'],
  ['choice', '其他', { typed: '其他' }],
  ['date', '2026/11/5', '2026-11-05'],
  ['date', '2026年11月5日', '2026-11-05'],
  ['date', '2026-11-05 0:00:00', '2026-11-05'],
  ['date', '2026-11-05 周四', '2026-11-05'],
  ['date', '11-5', '2026-11-05'],
  ['date', '11月5日', '2026-11-05'],
  ['date', '20261105', '2026-11-05'],
  ['date', '2026-02-30', { typed: '2026-02-30' }],
  ['date', '5/11/2026', { typed: '5/11/2026' }],
  ['week', '第47周', '2026-W47'],
  ['week', '2026年第47週（11-16 至 11-22）', '2026-W47'],
  ['week', 'Week 47 of 2025', '2025-W47'],
  ['week', '2026-W47', '2026-W47'],
  ['week', '2026-11-18', '2026-W47'],
  ['week', '47', { typed: '47' }],
  ['week', '第60周', { typed: '第60周' }],
  ['time', '8:30', '08:30'],
  ['time', '25:00', { typed: '25:00' }],
  ['dateTime', '2026/11/5 8:30:00', '2026-11-05T08:30'],
  ['dateTime', '2026-11-05', '2026-11-05T00:00'],
  ['month', '2026年11月', '2026-11'],
  ['month', '2026-11-01', '2026-11'],
  ['quarter', '2026年第四季度', '2026-Q4'],
  ['year', '2026年', 2026],
  ['phone', '138 0013 8000', '13800138000'],
  ['person', '秦悦', 'u12'],
  ['person', '张伟', { typed: '张伟' }],
  ['person', '无此人', { typed: '无此人' }],
  ['text', '   ', undefined],
  ['money', '', undefined],
])('in a column of %s %j means %j', (id, text, value) => {
  expect(read(id, text)).toEqual(value);
});

test.each([
  ['广州市', '440100'],
  ['广东省广州市', '440100'],
  ['廣東省 廣州市', '440100'],
  ['Guangzhou', '440100'],
  ['440100', '440100'],
  ['没有的市', { typed: '没有的市' }],
])('the region %s is %j', async (text, value) => {
  await regions.load();
  expect(read('region', text)).toEqual(value);
});
