import type { Examples } from '../example.ts';

export const quarterExamples: Examples<'quarter'> = {
  fields: {
    plain: { type: 'quarter', title: { 'zh-CN': '考核季度', 'zh-TW': '考核季度', en: 'Quarter' }, required: true },
    late: {
      type: 'quarter',
      title: { 'zh-CN': '2026 年下半年的季度', 'zh-TW': '2026 年下半年的季度', en: 'Quarter of late 2026' },
      min: '2026-Q3',
      max: '2026-Q4',
    },
  },
  takes: { plain: ['2026-Q1', '2026-Q4', '9999-Q4'], late: ['2026-Q3', '2026-Q4'] },
  refuses: [
    { value: 4, code: 'wrong-type' },
    { value: '2026-Q0', code: 'not-a-quarter' },
    { value: '2026-Q5', code: 'not-a-quarter' },
    { value: '2026-q4', code: 'not-a-quarter' },
    { value: '2026Q4', code: 'not-a-quarter' },
    { field: 'late', value: '2026-Q2', code: 'too-early' },
    { field: 'late', value: '2027-Q1', code: 'too-late' },
  ],
  keyboard: {
    fill: [{ type: '2026年第四季度' }],
    gives: '2026-Q4',
    break: { keys: [{ press: 'Control+a' }, { type: '2026-Q5' }], code: 'not-a-quarter' },
  },
};
