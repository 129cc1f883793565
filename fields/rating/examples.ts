import type { Examples } from '../example.ts';

export const ratingExamples: Examples<'rating'> = {
  fields: {
    plain: { type: 'rating', title: { 'zh-CN': '满意度', 'zh-TW': '滿意度', en: 'Satisfaction' }, required: true },
    ten: { type: 'rating', title: { 'zh-CN': '推荐意愿', 'zh-TW': '推薦意願', en: 'Would recommend' }, max: 10 },
  },
  takes: { plain: [1, 5], ten: [1, 10] },
  refuses: [
    { value: '5', code: 'wrong-type' },
    { value: 4.5, code: 'wrong-type' },
    { value: 0, code: 'out-of-range' },
    { value: 6, code: 'out-of-range' },
    { field: 'ten', value: 11, code: 'out-of-range' },
  ],
  keyboard: { fill: [{ press: 'Space' }, { press: 'ArrowRight' }, { press: 'ArrowRight' }], gives: 3 },
};
