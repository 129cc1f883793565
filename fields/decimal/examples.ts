import type { Examples } from '../example.ts';

export const decimalExamples: Examples<'decimal'> = {
  fields: {
    plain: {
      type: 'decimal',
      title: { 'zh-CN': '面积（平方米）', 'zh-TW': '面積（平方公尺）', en: 'Area (m²)' },
      required: true,
      scale: 2,
      min: 0,
    },
  },
  takes: { plain: ['0', '1200.5', '0.01'] },
  refuses: [
    { value: 1200.5, code: 'wrong-type' },
    { value: '1e3', code: 'wrong-type' },
    { value: '1.005', code: 'too-precise' },
    { value: '-1', code: 'out-of-range' },
    { value: '1'.repeat(19), code: 'out-of-range' },
  ],
  keyboard: {
    fill: [{ type: '１，２００．５' }],
    gives: '1200.5',
    break: { keys: [{ press: 'Control+a' }, { type: '一千' }], code: 'wrong-type' },
  },
};
