import type { Examples } from '../example.ts';

export const peopleExamples: Examples<'people'> = {
  fields: {
    plain: {
      type: 'people',
      title: { 'zh-CN': '参与人', 'zh-TW': '參與人', en: 'Taking part' },
      required: true,
      max: 2,
    },
  },
  takes: { plain: [['u01'], ['u01', 'u02']] },
  refuses: [
    { value: 'u01', code: 'wrong-type' },
    { value: ['nobody'], code: 'unknown-person', under: '/0' },
    { value: ['u01', 'u01'], code: 'not-unique', under: '/1' },
    { value: ['u01', 'u02', 'u03'], code: 'too-many' },
  ],
  keyboard: { fill: [{ type: '罗子墨' }, { press: 'Enter' }], gives: ['u08'] },
};
