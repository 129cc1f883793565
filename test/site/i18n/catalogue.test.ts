import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LazyCatalogue } from '../../../site/src/i18n/lazy.ts';
import { allTexts, locales, pick } from '../../../site/src/i18n/locale.ts';
import { isExplained, problemText } from '../../../site/src/i18n/problems.ts';
import { statusOf } from '../../../worker/src/http/problem.ts';

const folder = join(import.meta.dirname, '../../../site/src/i18n');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCatalogue = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && locales.every((locale) => locale in value);

const modules: Record<string, unknown>[] = await Promise.all(files.map((name) => import(join(folder, name))));
const catalogues = modules.flatMap((module) => Object.entries(module)).filter(([, value]) => isCatalogue(value));

// Words that pages fetch in one language are all needed here.
const isLazy = (value: unknown): value is LazyCatalogue<unknown> => isRecord(value) && 'load' in value;
const lazy = catalogues.map(([, value]) => value).filter(isLazy);
await Promise.all(lazy.flatMap((words) => locales.map((locale) => words.load(locale))));

/** Every text with the path to it; functions are words with blanks and count by their path. */
function texts(value: unknown, path = ''): [string, string | undefined][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, undefined]];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
}

const inLocale = (value: unknown, locale: string) => (isRecord(value) ? value[locale] : undefined);

describe.each(catalogues)('%s', (_, words) => {
  test('says the same things in every language', () => {
    const [first, ...others] = locales.map((locale) => texts(inLocale(words, locale)).map(([path]) => path));
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('has no empty words', () => {
    const empty = locales.flatMap((locale) => texts(inLocale(words, locale)).filter(([, text]) => text?.trim() === ''));
    expect(empty).toEqual([]);
  });

  test('has no Chinese words on the English page', () => {
    expect(texts(inLocale(words, 'en')).filter(([, text]) => /\p{Script=Han}/u.test(text ?? ''))).toEqual([]);
  });
});

test('the folder of words holds catalogues', () => expect(catalogues.length).toBeGreaterThan(5));

describe('problems', () => {
  test.each(Object.keys(statusOf))('%s, which the API can send, is explained in every language', (code) => {
    expect(isExplained(code)).toBe(true);
    for (const locale of locales) {
      const { what } = problemText({ type: `/problems/${code}`, status: 400, code }, locale);
      expect(what).not.toBe('');
    }
  });

  test.each(['offline', 'no-answer', 'too-slow', 'cancelled', 'not-readable'])(
    'so is %s, which arises here',
    (code) => {
      expect(isExplained(code)).toBe(true);
    },
  );

  test('a code nobody knows says at least that something went wrong', () => {
    const unknown = { type: '/problems/toString', status: 418, code: 'toString' };
    expect(problemText(unknown, 'en')).toEqual(problemText({ ...unknown, code: 'unexpected' }, 'en'));
  });
});

describe('words of definitions', () => {
  test('fall back to zh-CN', () => {
    expect(pick({ 'zh-CN': '方案', en: 'Plan' }, 'en')).toBe('Plan');
    expect(pick({ 'zh-CN': '方案' }, 'zh-TW')).toBe('方案');
    expect(pick('方案', 'en')).toBe('方案');
  });

  test('are searched in every language they have', () => {
    expect(allTexts({ 'zh-CN': '方案', en: 'Plan' })).toEqual(['方案', 'Plan']);
    expect(allTexts('方案')).toEqual(['方案']);
  });
});
