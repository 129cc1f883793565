import type { Examples } from '../example.ts';

export const integerExamples: Examples<'integer'> = {
  fields: {
    plain: {
      type: 'integer',
      title: { 'zh-CN': '参加人数', 'zh-TW': '參加人數', en: 'People' },
      required: true,
      min: 1,
      max: 5000,
    },
  },
  takes: { plain: [1, 1200, 5000] },
  refuses: [
    { value: '12', code: 'wrong-type' },
    { value: 1.5, code: 'wrong-type' },
    { value: 0, code: 'out-of-range' },
    { value: 5001, code: 'out-of-range' },
    { value: 2 ** 53, code: 'wrong-type' },
  ],
  keyboard: {
    fill: [{ type: '1,200' }],
    gives: 1200,
    break: { keys: [{ press: 'Control+a' }, { type: '1.5' }], code: 'wrong-type' },
  },
};
