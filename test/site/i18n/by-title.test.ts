import { expect, test } from 'vitest';
import { byTitle } from '../../../site/src/i18n/by-title.ts';

test('lists stand in the order of their titles, which is another one in another language', () => {
  const items = [
    { id: 'b', title: { 'zh-CN': '预算台账', en: 'Budget' } },
    { id: 'a', title: { 'zh-CN': '单据台账', en: 'Cases' } },
  ];
  expect(byTitle(items, 'zh-CN').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(byTitle(items, 'en').map(({ id }) => id)).toEqual(['b', 'a']);
});
