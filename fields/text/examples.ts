import type { Examples } from '../example.ts';

export const textExamples: Examples<'text'> = {
  fields: {
    plain: {
      type: 'text',
      title: { 'zh-CN': '活动主题', 'zh-TW': '活動主題', en: 'Subject' },
      required: true,
      max: 80,
    },
  },
  takes: { plain: ['周年庆', '  kept  ', '😀'.repeat(80)] },
  refuses: [
    { value: 5, code: 'wrong-type' },
    { value: 'x'.repeat(81), code: 'too-long' },
    { value: 'a\u0000b', code: 'ill-formed-text' },
  ],
  keyboard: {
    fill: [{ type: '周年庆' }],
    gives: '周年庆',
    break: { keys: [{ press: 'Control+a' }, { type: 'x'.repeat(81) }], code: 'too-long' },
  },
};
