import type { Examples } from '../example.ts';

export const emailExamples: Examples<'email'> = {
  fields: {
    plain: { type: 'email', title: { 'zh-CN': '电子邮箱', 'zh-TW': '電子郵件', en: 'E-mail' }, required: true },
  },
  takes: { plain: ['li.lei@example.com', "o'neil+tax@mail.example.cn", `${'a'.repeat(64)}@example.com`] },
  refuses: [
    { value: 5, code: 'wrong-type' },
    { value: 'li.lei', code: 'not-an-email' },
    { value: 'li.lei@localhost', code: 'not-an-email' },
    { value: 'li lei@example.com', code: 'not-an-email' },
    { value: 'a@b@example.com', code: 'not-an-email' },
    { value: 'a@-example.com', code: 'not-an-email' },
    { value: `${'a'.repeat(65)}@example.com`, code: 'not-an-email' },
    { value: 'a\u0000@example.com', code: 'ill-formed-text' },
  ],
  keyboard: {
    fill: [{ type: 'li.lei@Example.COM' }],
    gives: 'li.lei@example.com',
    break: { keys: [{ press: 'Control+a' }, { type: 'li.lei' }], code: 'not-an-email' },
  },
};
