import type { Examples } from '../example.ts';

export const weekExamples: Examples<'week'> = {
  fields: {
    plain: { type: 'week', title: { 'zh-CN': '所属周', 'zh-TW': '所屬週', en: 'Week' }, required: true },
  },
  takes: { plain: ['2026-W01', '2026-W53', '2025-W52'] },
  refuses: [
    { value: 48, code: 'wrong-type' },
    { value: '2026-48', code: 'not-a-week' },
    { value: '2026-W00', code: 'not-a-week' },
    { value: '2025-W53', code: 'not-a-week' },
    { value: '2026-W54', code: 'not-a-week' },
  ],
  keyboard: {
    fill: [{ type: '2026年第48周' }],
    gives: '2026-W48',
    break: { keys: [{ press: 'Control+a' }, { type: '2026-W54' }], code: 'not-a-week' },
  },
};
