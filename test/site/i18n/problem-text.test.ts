import { expect, test } from 'vitest';
import { problemText } from '../../../site/src/i18n/problems.ts';

const limit = (words: unknown) => ({
  type: '/problems/ledger-limit',
  status: 422,
  code: 'ledger-limit',
  params: { ledger: 'shelf', row: 'pen', words },
});

test('a limit of a ledger is told in its own words, in the language of the reader', () => {
  const words = { 'zh-CN': '不能超过库存。', 'zh-TW': '不能超過庫存。', en: 'No more than there is.' };
  expect(problemText(limit(words), 'zh-TW').next).toBe('不能超過庫存。');
  expect(problemText(limit(words), 'en').next).toBe('No more than there is.');
  expect(problemText(limit('不能超过库存。'), 'en').next).toBe('不能超过库存。');
});

test('a limit that says nothing leaves it at the refusal', () => {
  expect(problemText(limit(undefined), 'en')).toMatchObject({
    what: 'This would break a limit of the ledger. Everything you typed is kept.',
    next: undefined,
  });
});
