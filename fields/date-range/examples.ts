import type { Examples } from '../example.ts';

export const dateRangeExamples: Examples<'dateRange'> = {
  fields: {
    plain: { type: 'dateRange', title: { 'zh-CN': '活动日期', 'zh-TW': '活動日期', en: 'Dates' }, required: true },
    near: {
      type: 'dateRange',
      title: { 'zh-CN': '出差日期', 'zh-TW': '出差日期', en: 'Days of travel' },
      min: 'today',
      max: 'today + 60d',
    },
  },
  takes: {
    plain: [
      { start: '2026-12-01', end: '2026-12-14' },
      { start: '2026-12-01', end: '2026-12-01' },
    ],
    near: [{ start: '2026-12-01', end: '2026-12-03' }],
  },
  refuses: [
    { value: '2026-12-01', code: 'wrong-type' },
    { value: { start: '2026-12-01', until: '2026-12-14' }, code: 'wrong-type' },
    { value: { start: '2026-02-29', end: '2026-12-14' }, code: 'not-a-date', under: '/start' },
    { value: { start: '2026-12-01' }, code: 'required', under: '/end' },
    { value: { start: '2026-12-14', end: '2026-12-01' }, code: 'range-reversed', under: '/end' },
    { field: 'near', value: { start: '1999-01-01', end: '1999-01-02' }, code: 'too-early', under: '/start' },
    { field: 'near', value: { start: '9999-01-01', end: '9999-01-02' }, code: 'too-late', under: '/end' },
  ],
  keyboard: {
    // A day of which every language of the browser reads the same figures in the order it asks for them.
    fill: [{ type: '11111111' }, { press: 'Tab' }, { press: 'Tab' }, { type: '12121212' }],
    gives: { start: '1111-11-11', end: '1212-12-12' },
  },
};
