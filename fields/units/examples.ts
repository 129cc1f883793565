import type { Examples } from '../example.ts';

export const unitsExamples: Examples<'units'> = {
  fields: {
    plain: { type: 'units', title: { 'zh-CN': '参与部门', 'zh-TW': '參與部門', en: 'Units' }, required: true, max: 3 },
  },
  takes: { plain: [['east'], ['east', 'west']] },
  refuses: [
    { value: 'east', code: 'wrong-type' },
    { value: ['moon'], code: 'unknown-unit', under: '/0' },
    { value: ['east', 'east'], code: 'not-unique', under: '/1' },
  ],
  // The company itself stands first.
  keyboard: { fill: [{ press: 'ArrowDown' }, { press: 'Enter' }], gives: ['hq'] },
};
