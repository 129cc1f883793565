import type { Examples } from '../example.ts';

const asked = [
  { id: 'q1', kind: 'rating', title: '您对产品质量满意吗？', required: true },
  {
    id: 'q2',
    kind: 'choice',
    title: '您主要从哪里购买？',
    options: [
      { id: 'o1', title: '门店' },
      { id: 'o2', title: '网店' },
    ],
  },
  { id: 'q3', kind: 'longText', title: '您的意见或建议' },
];

export const questionsExamples: Examples<'questions'> = {
  fields: {
    plain: {
      type: 'questions',
      title: { 'zh-CN': '问卷题目', 'zh-TW': '問卷題目', en: 'Questionnaire' },
      required: true,
    },
    short: { type: 'questions', title: { 'zh-CN': '一道题', 'zh-TW': '一道題', en: 'One question' }, max: 1 },
  },
  takes: { plain: [asked], short: [asked.slice(0, 1)] },
  refuses: [
    { value: [{ id: 'q1', kind: 'rating', title: ' ' }], code: 'required', under: '/0/title' },
    {
      value: [{ id: 'q1', kind: 'choice', title: '选一个', options: [{ id: 'o1', title: '好' }] }],
      code: 'too-few-rows',
      under: '/0/options',
    },
    {
      value: [
        {
          id: 'q1',
          kind: 'choices',
          title: '选几个',
          options: [
            { id: 'o1', title: '好' },
            { id: 'o2', title: '好' },
          ],
        },
      ],
      code: 'not-unique',
      under: '/0/options',
    },
    { value: [{ id: 'q1', kind: 'text', title: 'x'.repeat(301) }], code: 'too-long', under: '/0/title' },
    { value: [{ id: 'q1', kind: 'riddle', title: '猜' }], code: 'wrong-type', under: '/0' },
    { value: [...asked, { id: 'q1', kind: 'flag', title: '两个 q1' }], code: 'not-unique' },
    { value: '您满意吗？', code: 'wrong-type' },
    { field: 'short', value: asked, code: 'too-many' },
  ],
  // The button that adds one stands first; the new question's title is five stops back.
  keyboard: {
    fill: [
      { press: 'Enter' },
      { press: 'Shift+Tab' },
      { press: 'Shift+Tab' },
      { press: 'Shift+Tab' },
      { type: '您满意吗？' },
    ],
    gives: [{ id: 'q1', kind: 'rating', title: '您满意吗？', required: true }],
    break: {
      keys: [{ press: 'Control+a' }, { press: 'Delete' }],
      code: 'required',
      mend: [{ type: '您满意吗？' }],
    },
  },
};
