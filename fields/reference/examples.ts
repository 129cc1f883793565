import type { Examples } from '../example.ts';

export const referenceExamples: Examples<'reference'> = {
  fields: {
    plain: {
      type: 'reference',
      title: { 'zh-CN': '活动', 'zh-TW': '活動', en: 'Campaign' },
      to: { ledger: 'campaigns' },
      required: true,
    },
  },
  takes: { plain: ['row-1'] },
  refuses: [
    { value: 5, code: 'wrong-type' },
    { value: 'row-9', code: 'unknown-row' },
    { value: 'toString', code: 'unknown-row' },
  ],
  keyboard: { fill: [{ type: '秋季' }, { press: 'Enter' }], gives: 'row-1' },
};
