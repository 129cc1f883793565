import { expect, test } from 'vitest';
import { numberExample } from '../../../site/src/rule-book/number-example.ts';

test('a pattern of numbers reads as the first number of its month', () => {
  const now = Date.parse('2026-11-23T04:00:00Z');
  expect(numberExample('FA-{yyyy}-{seq:4}', now)).toBe('FA-2026-0001');
  expect(numberExample('XH-{yyyy}{mm}-{seq:2}', now)).toBe('XH-202611-01');
});
