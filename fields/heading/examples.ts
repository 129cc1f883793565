import type { Examples } from '../example.ts';

export const headingExamples: Examples<'heading'> = {
  fields: {
    plain: {
      type: 'heading',
      title: { 'zh-CN': '预算说明', 'zh-TW': '預算說明', en: 'About the budget' },
      help: {
        'zh-CN': '金额含税；没有发票的支出不予报销。',
        'zh-TW': '金額含稅；沒有發票的支出不予報銷。',
        en: 'Amounts include tax; what has no invoice is not paid.',
      },
    },
  },
  takes: {},
  refuses: [{ value: 'x', code: 'not-writable' }],
};
