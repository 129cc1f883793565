import type { Examples } from '../example.ts';

const questions = [
  { id: 'q1', kind: 'rating', title: '您对产品质量满意吗？', required: true },
  {
    id: 'q2',
    kind: 'choices',
    title: '您最希望我们改进哪些方面？',
    options: [
      { id: 'o1', title: '款式' },
      { id: 'o2', title: '售后' },
    ],
  },
  { id: 'q3', kind: 'scale', title: '您有多大可能推荐我们？' },
  { id: 'q4', kind: 'text', title: '一句话意见' },
];
const answered = (given: object) => ({ questions, given });

/** The questions come with the link; without any there is nothing to press. */
export const answersExamples: Examples<'answers'> = {
  fields: {
    plain: { type: 'answers', title: { 'zh-CN': '您的回答', 'zh-TW': '您的回答', en: 'Your answers' }, required: true },
  },
  takes: {
    plain: [answered({ q1: 5 }), answered({ q1: 1, q2: ['o2'], q3: 0, q4: '很好' }), answered({ q1: 3, q2: [] })],
  },
  refuses: [
    { value: answered({}), code: 'required', under: '/given/q1' },
    { value: answered({ q1: 6 }), code: 'out-of-range', under: '/given/q1' },
    { value: answered({ q1: 5, q2: ['o9'] }), code: 'not-an-option', under: '/given/q2' },
    { value: answered({ q1: 5, q3: 11 }), code: 'out-of-range', under: '/given/q3' },
    { value: answered({ q1: 5, q4: 'x'.repeat(301) }), code: 'too-long', under: '/given/q4' },
    { value: answered({ q1: '5' }), code: 'wrong-type', under: '/given/q1' },
    { value: answered({ q1: 5, q9: 'x' }), code: 'unknown-field', under: '/given/q9' },
    { value: { given: { q1: 5 } }, code: 'wrong-type', under: '/questions' },
    { value: [5], code: 'wrong-type' },
  ],
};
