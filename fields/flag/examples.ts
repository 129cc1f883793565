import type { Examples } from '../example.ts';

export const flagExamples: Examples<'flag'> = {
  fields: {
    plain: { type: 'flag', title: { 'zh-CN': '需要法律意见', 'zh-TW': '需要法律意見', en: 'Needs legal advice' } },
    asked: {
      type: 'flag',
      title: { 'zh-CN': '是否有赞助', 'zh-TW': '是否有贊助', en: 'Is there a sponsor?' },
      required: true,
    },
  },
  takes: { plain: [true, false], asked: [true, false] },
  refuses: [
    { value: 'true', code: 'wrong-type' },
    { value: 1, code: 'wrong-type' },
    { field: 'asked', value: null, code: 'required' },
  ],
  keyboard: { fill: [{ press: 'Space' }], gives: true },
};
