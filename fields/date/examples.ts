import type { Examples } from '../example.ts';

export const dateExamples: Examples<'date'> = {
  fields: {
    plain: { type: 'date', title: { 'zh-CN': '截止日期', 'zh-TW': '截止日期', en: 'Due on' }, required: true },
    later: {
      type: 'date',
      title: { 'zh-CN': '开始日期', 'zh-TW': '開始日期', en: 'Begins on' },
      min: 'today + 5wd',
    },
  },
  takes: { plain: ['2026-11-22', '2028-02-29'], later: ['2027-01-04'] },
  refuses: [
    { value: 20261122, code: 'wrong-type' },
    { value: '2026-02-29', code: 'not-a-date' },
    { value: '2026-11-22T00:00', code: 'not-a-date' },
    { field: 'later', value: '1999-12-31', code: 'too-early' },
  ],
  keyboard: {
    // A day of which every language of the browser reads the same figures in the order it asks for them.
    fill: [{ type: '11111111' }],
    gives: '1111-11-11',
  },
};
