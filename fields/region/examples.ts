import type { Examples } from '../example.ts';

export const regionExamples: Examples<'region'> = {
  fields: {
    city: { type: 'region', title: { 'zh-CN': '所在城市', 'zh-TW': '所在城市', en: 'City' }, required: true },
    province: {
      type: 'region',
      title: { 'zh-CN': '所在省份', 'zh-TW': '所在省份', en: 'Province' },
      level: 'province',
    },
  },
  takes: { city: ['440100', '110000', '429004', '710000'], province: ['440000', '310000'] },
  refuses: [
    { value: '4401', code: 'wrong-type' },
    { value: 440100, code: 'wrong-type' },
    { value: '440000', code: 'city-missing' },
    { value: '449900', code: 'not-an-option' },
    { field: 'province', value: '440100', code: 'not-an-option' },
  ],
  // The second and fourth of their lists: 河北 is the third province, 唐山 its second city.
  keyboard: {
    fill: [
      { press: 'ArrowDown' },
      { press: 'ArrowDown' },
      { press: 'ArrowDown' },
      { press: 'Tab' },
      { press: 'ArrowDown' },
      { press: 'ArrowDown' },
    ],
    gives: '130200',
  },
};
