import type { Examples } from '../example.ts';

export const companyCodeExamples: Examples<'companyCode'> = {
  fields: {
    plain: {
      type: 'companyCode',
      title: { 'zh-CN': '统一社会信用代码', 'zh-TW': '統一社會信用代碼', en: 'Social credit code' },
      required: true,
    },
  },
  // The first is the example of GB 32100-2015.
  takes: { plain: ['91350100M000100Y43', '9144030071526726XG', '91110000802100433B'] },
  refuses: [
    { value: 91350100, code: 'wrong-type' },
    { value: '91350100M000100Y44', code: 'bad-check-digit' },
    { value: '91350100M00010Y043', code: 'bad-check-digit' },
    { value: '91350100I000100Y43', code: 'bad-check-digit' },
    { value: '91350100M000100Y4', code: 'bad-check-digit' },
  ],
  keyboard: {
    fill: [{ type: '91350100-m000100y43' }],
    gives: '91350100M000100Y43',
    break: { keys: [{ press: 'Control+a' }, { type: '91350100M000100Y44' }], code: 'bad-check-digit' },
  },
};
