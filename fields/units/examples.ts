import type { Examples } from '../example.ts';

export const unitsExamples: Examples<'units'> = {
  fields: {
    plain: { type: 'units', title: { 'zh-CN': '参与部门', 'zh-TW': '參與部門', en: 'Units' }, required: true, max: 3 },
  },
  takes: { plain: [['south'], ['south', 'east']] },
  refuses: [
    { value: 'south', code: 'wrong-type' },
    { value: ['moon'], code: 'unknown-unit', under: '/0' },
    { value: ['south', 'south'], code: 'not-unique', under: '/1' },
  ],
};
