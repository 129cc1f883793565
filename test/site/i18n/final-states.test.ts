import { describe, expect, test } from 'vitest';
import api from '../../../schemas/api.schema.json' with { type: 'json' };
import { commonWords } from '../../../site/src/i18n/common.ts';
import { locales } from '../../../site/src/i18n/locale.ts';

const FINAL = ['completed', 'rejected', 'withdrawn', 'cancelled', 'revoked'] as const;
const finalWords = (locale: (typeof locales)[number]): readonly string[] =>
  FINAL.map((state) => commonWords[locale].status[state]);

describe('rule 22: the names of the final states', () => {
  test('are 已通过, 已驳回 (the word of the glossary for a rejection), 已撤回, 已作废 and 已撤销', () => {
    expect(finalWords('zh-CN')).toEqual(['已通过', '已驳回', '已撤回', '已作废', '已撤销']);
    expect(finalWords('zh-TW')).toEqual(['已通過', '已駁回', '已撤回', '已作廢', '已撤銷']);
  });

  test.each(locales)('are all different from each other and from an open case in %s', (locale) => {
    const words = Object.values(commonWords[locale].status);
    expect(words).toHaveLength(FINAL.length + 1);
    expect(new Set(words).size).toBe(words.length);
  });

  test('are all there are: a case that was returned is open', () => {
    expect(api.$defs.status.enum).toEqual(['open', ...FINAL]);
    for (const locale of locales) expect(Object.keys(commonWords[locale].status)).toEqual(['open', ...FINAL]);
    const said = locales.flatMap((locale) => Object.values(commonWords[locale].status));
    expect(said.filter((word) => /退回|returned/i.test(word))).toEqual([]);
  });
});
