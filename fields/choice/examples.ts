import type { Option } from '../../schemas/generated/process.ts';
import type { Examples } from '../example.ts';

const options: Option[] = [
  { id: 'ad', title: { 'zh-CN': '广告投放', 'zh-TW': '廣告投放', en: 'Advertising' } },
  { id: 'fair', title: { 'zh-CN': '展会', 'zh-TW': '展會', en: 'Trade fair' } },
  { id: 'other', title: { 'zh-CN': '其他', 'zh-TW': '其他', en: 'Other' } },
];

const models = Array.from({ length: 36 }, (_, index) => 2000 + index).map(
  (year): Option => ({
    id: `y${year}`,
    title: { 'zh-CN': `${year} 款`, 'zh-TW': `${year} 款`, en: `Model of ${year}` },
  }),
);

export const choiceExamples: Examples<'choice'> = {
  fields: {
    plain: { type: 'choice', title: { 'zh-CN': '类型', 'zh-TW': '類型', en: 'Kind' }, required: true, options },
    select: { type: 'choice', title: { 'zh-CN': '渠道', 'zh-TW': '管道', en: 'Channel' }, show: 'select', options },
    search: { type: 'choice', title: { 'zh-CN': '款式', 'zh-TW': '款式', en: 'Model' }, options: models },
  },
  takes: { plain: ['ad', 'other'], select: ['fair'], search: ['y2000', 'y2035'] },
  refuses: [
    { value: 5, code: 'wrong-type' },
    { value: 'gone', code: 'not-an-option' },
    { value: 'toString', code: 'not-an-option' },
    { value: 'x'.repeat(201), code: 'too-long' },
  ],
  keyboard: { fill: [{ press: 'Space' }, { press: 'ArrowDown' }], gives: 'fair' },
};
