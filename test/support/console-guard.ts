import { afterEach, beforeEach, expect, vi } from 'vitest';

let expected: RegExp[] = [];
const spoken: string[] = [];

/** Says that this test makes the console speak; anything the console says beside it fails the test. */
export function expectOnConsole(...patterns: readonly RegExp[]): void {
  expected.push(...patterns);
}

beforeEach(() => {
  expected = [];
  spoken.length = 0;
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      spoken.push(`console.${level}: ${words.map(String).join(' ')}`);
    });
});

afterEach(() => {
  vi.restoreAllMocks();
  const patterns = expected;
  expect(spoken.filter((line) => !patterns.some((pattern) => pattern.test(line)))).toEqual([]);
  for (const pattern of patterns) expect(spoken.join('\n')).toMatch(pattern);
});
