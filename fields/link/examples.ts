import type { Examples } from '../example.ts';

export const linkExamples: Examples<'link'> = {
  fields: {
    plain: {
      type: 'link',
      title: { 'zh-CN': '活动页面', 'zh-TW': '活動頁面', en: 'Page of the event' },
      required: true,
    },
  },
  takes: {
    plain: [
      'https://example.com',
      'http://example.com:8080/a?b=c#d',
      'https://例子.中国/路径',
      'https://example.com/@a',
    ],
  },
  refuses: [
    { value: 5, code: 'wrong-type' },
    { value: 'javascript:alert(1)', code: 'not-a-link' },
    { value: 'data:text/html,x', code: 'not-a-link' },
    { value: '//example.com', code: 'not-a-link' },
    { value: 'https://bank.example@evil.example', code: 'not-a-link' },
    { value: 'https://example.com/a b', code: 'not-a-link' },
    { value: 'https://example.com\\@evil.example', code: 'not-a-link' },
    { value: 'https://example.com/\u202Egpj.exe', code: 'not-a-link' },
    { value: `https://example.com/${'a'.repeat(1990)}`, code: 'too-long' },
  ],
  keyboard: {
    fill: [{ type: 'www.example.com/plan' }],
    gives: 'https://www.example.com/plan',
    break: { keys: [{ press: 'Control+a' }, { type: 'javascript:alert(1)' }], code: 'not-a-link' },
  },
};
