import { describe, expect, test } from 'vitest';
import { matchWords } from '../../../site/src/i18n/match-words.ts';

describe('a search', () => {
  const places = ['R12', { 'zh-CN': '应收账龄', 'zh-TW': '應收賬齡', en: 'Ageing of receivables' }, undefined];

  test('finds every word of it in whichever language, however it is written', () => {
    for (const search of ['应收', '應收', 'ageing R12', 'ＲＥＣＥＩＶＡＢＬＥＳ', '  '])
      expect(matchWords(places, search), search).toBe(true);
  });

  test('does not find what misses one of its words', () => {
    expect(matchWords(places, '应收 R13')).toBe(false);
  });
});
