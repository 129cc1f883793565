import type { Examples } from '../example.ts';

const options = [
  { id: 'ad', title: { 'zh-CN': '广告', 'zh-TW': '廣告', en: 'Advertising' } },
  { id: 'fair', title: { 'zh-CN': '展会', 'zh-TW': '展會', en: 'Fairs' } },
  { id: 'gift', title: { 'zh-CN': '礼品', 'zh-TW': '禮品', en: 'Gifts' } },
];

export const choicesExamples: Examples<'choices'> = {
  fields: {
    plain: {
      type: 'choices',
      title: { 'zh-CN': '费用类别', 'zh-TW': '費用類別', en: 'Kinds of expense' },
      options,
      required: true,
      max: 2,
    },
  },
  takes: { plain: [['ad'], ['ad', 'gift']] },
  refuses: [
    { value: 'ad', code: 'wrong-type' },
    { value: ['rent'], code: 'not-an-option', under: '/0' },
    { value: ['ad', 'ad'], code: 'not-unique', under: '/1' },
    { value: ['ad', 'fair', 'gift'], code: 'too-many' },
    { value: [], code: 'required' },
  ],
  keyboard: {
    fill: [{ press: 'Space' }, { press: 'Tab' }, { press: 'Tab' }, { press: 'Space' }],
    gives: ['ad', 'gift'],
    break: {
      keys: [{ press: 'Shift+Tab' }, { press: 'Space' }],
      code: 'too-many',
      mend: [{ press: 'Space' }],
    },
  },
};
