import type { Examples } from '../example.ts';

export const personExamples: Examples<'person'> = {
  fields: {
    plain: { type: 'person', title: { 'zh-CN': '负责人', 'zh-TW': '負責人', en: 'In charge' }, required: true },
  },
  takes: { plain: ['u01', 'u02'] },
  refuses: [
    { value: 5, code: 'wrong-type' },
    { value: 'nobody', code: 'unknown-person' },
  ],
  keyboard: { fill: [{ type: '罗子墨' }, { press: 'Enter' }], gives: 'u08' },
};
