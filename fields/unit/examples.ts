import type { Examples } from '../example.ts';

export const unitExamples: Examples<'unit'> = {
  fields: {
    plain: { type: 'unit', title: { 'zh-CN': '承办部门', 'zh-TW': '承辦部門', en: 'Unit' }, required: true },
  },
  takes: { plain: ['east'] },
  refuses: [
    { value: ['east'], code: 'wrong-type' },
    { value: 'moon', code: 'unknown-unit' },
  ],
  // The company itself stands first.
  keyboard: { fill: [{ press: 'ArrowDown' }], gives: 'hq' },
};
