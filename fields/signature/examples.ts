import type { Examples } from '../example.ts';

const drawn = {
  width: 900,
  height: 300,
  strokes: [
    [10, 20, 30, 40],
    [50, 60],
  ],
};

export const signatureExamples: Examples<'signature'> = {
  fields: {
    plain: { type: 'signature', title: { 'zh-CN': '签名', 'zh-TW': '簽名', en: 'Signature' }, required: true },
  },
  takes: { plain: [drawn, { typed: '李明' }] },
  refuses: [
    { value: '李明', code: 'wrong-type' },
    { value: { typed: ' ' }, code: 'wrong-type', under: '/typed' },
    { value: { typed: '李'.repeat(51) }, code: 'too-long', under: '/typed' },
    { value: { ...drawn, strokes: [] }, code: 'wrong-type' },
    { value: { ...drawn, strokes: [[1]] }, code: 'wrong-type', under: '/strokes/0' },
    {
      value: {
        ...drawn,
        strokes: [
          [1, 2],
          [1, -2],
        ],
      },
      code: 'wrong-type',
      under: '/strokes/1',
    },
    { value: { ...drawn, strokes: Array.from({ length: 201 }, () => [1, 2]) }, code: 'too-many', under: '/strokes' },
    { value: { ...drawn, script: '' }, code: 'wrong-type' },
  ],
  keyboard: {
    fill: [{ press: 'Enter' }, { press: 'Shift+Tab' }, { type: '李明' }],
    gives: { typed: '李明' },
  },
};
