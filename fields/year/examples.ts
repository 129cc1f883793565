import type { Examples } from '../example.ts';

export const yearExamples: Examples<'year'> = {
  fields: {
    plain: { type: 'year', title: { 'zh-CN': '预算年度', 'zh-TW': '預算年度', en: 'Budget year' }, required: true },
    near: {
      type: 'year',
      title: { 'zh-CN': '2020 年至 2030 年', 'zh-TW': '2020 年至 2030 年', en: 'From 2020 to 2030' },
      min: 2020,
      max: 2030,
    },
  },
  takes: { plain: [1000, 2026, 9999], near: [2020, 2030] },
  refuses: [
    { value: '2026', code: 'wrong-type' },
    { value: 2026.5, code: 'wrong-type' },
    { value: 999, code: 'out-of-range' },
    { value: 10_000, code: 'out-of-range' },
    { field: 'near', value: 2019, code: 'out-of-range' },
    { field: 'near', value: 2031, code: 'out-of-range' },
  ],
  keyboard: {
    fill: [{ type: '2026年' }],
    gives: 2026,
    break: { keys: [{ press: 'Control+a' }, { type: '26' }], code: 'wrong-type' },
  },
};
