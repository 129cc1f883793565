import type { Examples } from '../example.ts';

export const longTextExamples: Examples<'longText'> = {
  fields: {
    plain: {
      type: 'longText',
      title: { 'zh-CN': '情况说明', 'zh-TW': '情況說明', en: 'Explanation' },
      placeholder: { 'zh-CN': '写清楚原因和影响', 'zh-TW': '寫清楚原因和影響', en: 'Say why, and what follows' },
      required: true,
      max: 300,
    },
  },
  takes: { plain: ['一\n二', '字'.repeat(300)] },
  refuses: [
    { value: ['一'], code: 'wrong-type' },
    { value: '字'.repeat(301), code: 'too-long' },
    { value: ' \n\u3000', code: 'required' },
    { value: '\ud800', code: 'ill-formed-text' },
  ],
  keyboard: {
    fill: [{ type: '第一行' }, { press: 'Enter' }, { type: '第二行' }],
    gives: '第一行\n第二行',
    break: { keys: [{ press: 'Control+a' }, { type: '字'.repeat(301) }], code: 'too-long' },
  },
};
