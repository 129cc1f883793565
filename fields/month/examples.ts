import type { Examples } from '../example.ts';

export const monthExamples: Examples<'month'> = {
  fields: {
    plain: { type: 'month', title: { 'zh-CN': '所属月份', 'zh-TW': '所屬月份', en: 'Month' }, required: true },
    year: {
      type: 'month',
      title: { 'zh-CN': '2026 年内的月份', 'zh-TW': '2026 年內的月份', en: 'Month of 2026' },
      min: '2026-01',
      max: '2026-12',
    },
  },
  takes: { plain: ['2026-01', '2026-12', '1000-01', '9999-12'], year: ['2026-01', '2026-12'] },
  refuses: [
    { value: 202611, code: 'wrong-type' },
    { value: '2026-00', code: 'not-a-month' },
    { value: '2026-13', code: 'not-a-month' },
    { value: '2026-1', code: 'not-a-month' },
    { value: '0999-12', code: 'not-a-month' },
    { value: '2026-11-01', code: 'not-a-month' },
    { field: 'year', value: '2025-12', code: 'too-early' },
    { field: 'year', value: '2027-01', code: 'too-late' },
  ],
  keyboard: {
    fill: [{ type: '2026年11月' }],
    gives: '2026-11',
    break: { keys: [{ press: 'Control+a' }, { type: '2026-13' }], code: 'not-a-month' },
  },
};
