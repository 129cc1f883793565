import type { Examples } from '../example.ts';

const paragraph = (text: string) => [{ type: 'paragraph', spans: [{ text }] }];

export const richTextExamples: Examples<'richText'> = {
  fields: {
    plain: {
      type: 'richText',
      title: { 'zh-CN': '方案说明', 'zh-TW': '方案說明', en: 'Description' },
      required: true,
      max: 200,
    },
  },
  takes: {
    plain: [
      paragraph('周年庆'),
      [
        { type: 'heading', spans: [{ text: '目标' }] },
        { type: 'bullets', items: [[{ text: '销售', bold: true }], [{ text: '会员', italic: true, underline: true }]] },
        { type: 'numbers', items: [[{ text: '见', link: 'https://example.com/a?b=1' }]] },
        { type: 'paragraph', spans: [{ text: '写信', link: 'mailto:a@example.com' }] },
      ],
    ],
  },
  refuses: [
    { value: '周年庆', code: 'wrong-type' },
    { value: [{ type: 'script', spans: [] }], code: 'wrong-type', under: '/0' },
    { value: [{ type: 'paragraph', spans: [{ text: 'x', onclick: 'y' }] }], code: 'unknown-field', under: '/0/0' },
    {
      value: [{ type: 'paragraph', spans: [{ text: 'x', link: 'javascript:alert(1)' }] }],
      code: 'not-a-link',
      under: '/0/0',
    },
    {
      value: [{ type: 'paragraph', spans: [{ text: 'x', link: 'data:text/html,x' }] }],
      code: 'not-a-link',
      under: '/0/0',
    },
    { value: [{ type: 'paragraph', spans: [{ text: 'a\u0000b' }] }], code: 'ill-formed-text', under: '/0/0' },
    { value: paragraph('字'.repeat(201)), code: 'too-long' },
  ],
  keyboard: {
    fill: [{ press: 'Tab' }, { type: '周年庆' }],
    gives: paragraph('周年庆'),
    break: {
      keys: [{ press: 'Control+a' }, { type: '字'.repeat(201) }],
      code: 'too-long',
      mend: [{ press: 'Control+a' }, { type: '周年庆' }],
    },
  },
};
