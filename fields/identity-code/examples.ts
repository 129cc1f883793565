import type { Examples } from '../example.ts';

export const identityCodeExamples: Examples<'identityCode'> = {
  fields: {
    plain: {
      type: 'identityCode',
      title: { 'zh-CN': '身份证号', 'zh-TW': '身分證號', en: 'Identity number' },
      required: true,
    },
  },
  // The first two are the examples of GB 11643-1999; the last was born on a leap day.
  takes: { plain: ['11010519491231002X', '440524188001010014', '44010620000229333X'] },
  refuses: [
    { value: 110105, code: 'wrong-type' },
    { value: '110105194912310021', code: 'bad-check-digit' },
    { value: '110105491231002', code: 'bad-check-digit' },
    { value: '31010119900229001X', code: 'bad-check-digit' },
    { value: '510107299912310013', code: 'bad-check-digit' },
    { value: 'A1010519491231002X', code: 'bad-check-digit' },
  ],
  keyboard: {
    fill: [{ type: '110105 19491231 002x' }],
    gives: '11010519491231002X',
    break: { keys: [{ press: 'Control+a' }, { type: '110105194912310021' }], code: 'bad-check-digit' },
  },
};
