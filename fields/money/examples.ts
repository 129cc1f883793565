import type { Examples } from '../example.ts';

export const moneyExamples: Examples<'money'> = {
  fields: {
    plain: { type: 'money', title: { 'zh-CN': '金额', 'zh-TW': '金額', en: 'Amount' }, required: true },
    capital: {
      type: 'money',
      title: { 'zh-CN': '报销金额', 'zh-TW': '報銷金額', en: 'To be refunded' },
      min: '0.01',
      max: '50000',
      capital: true,
    },
    tenThousand: {
      type: 'money',
      title: { 'zh-CN': '年度预算', 'zh-TW': '年度預算', en: 'Budget of the year' },
      unit: 'tenThousand',
      min: 10_000,
      max: 5_000_000,
    },
    foreign: { type: 'money', title: { 'zh-CN': '美元金额', 'zh-TW': '美元金額', en: 'In dollars' }, currency: 'USD' },
  },
  takes: {
    plain: ['0.00', '1200.00', '-12.50', '999999999999999999.99'],
    capital: ['0.01', '10500.50', '50000.00'],
    tenThousand: ['10000.00', '125000.00', '5000000.00'],
    foreign: ['1200.50'],
  },
  refuses: [
    { value: 1200, code: 'wrong-type' },
    { value: '1,200.00', code: 'wrong-type' },
    { value: '1.2万', code: 'wrong-type' },
    { value: '0.001', code: 'too-precise' },
    { value: '1000000000000000000.00', code: 'out-of-range' },
    { field: 'capital', value: '0.00', code: 'out-of-range' },
    { field: 'capital', value: '50000.01', code: 'out-of-range' },
    { field: 'tenThousand', value: '9999.99', code: 'out-of-range' },
  ],
  keyboard: {
    fill: [{ type: '￥１２，０００．５' }],
    gives: '12000.5',
    break: { keys: [{ press: 'Control+a' }, { type: '1.234' }], code: 'too-precise' },
  },
};
