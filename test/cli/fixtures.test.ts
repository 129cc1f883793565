import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { catalogues, lineOf } from '../../cli/src/words/say.ts';
import { expected, fixtures, found, overlaid } from './overlay.ts';

/** Too big to keep: `test/engine/definition/yaml.test.ts` makes one. */
const ELSEWHERE = ['yaml-too-large'];

const results = new Map(fixtures.map((name) => [name, checkFiles(overlaid(name)).problems]));

describe('every fixture has exactly the findings it announces', () => {
  test.for(fixtures)('%s', (name) => {
    expect(results.get(name)?.map(found).toSorted()).toEqual(expected(name).toSorted());
  });
});

test('nothing is wrong with the folder they are laid over', () => {
  expect(checkFiles(overlaid('base')).problems).toEqual([]);
});

test('every code has a fixture named after it', () => {
  const codes = Object.keys(catalogues.en.findings);
  const shown = new Set(fixtures.flatMap(expected).map((line) => line.split(' ')[1]));
  expect(codes.filter((code) => !shown.has(code))).toEqual(ELSEWHERE);
  expect(codes.filter((code) => !fixtures.includes(code))).toEqual(ELSEWHERE);
});

test('the guide explains every code and no other', () => {
  const guide = readFileSync('docs/guide/checks.md', 'utf8').matchAll(/^\| (`[^|]*`) \|/gm);
  const explained = [...guide].flatMap(([, codes = '']) => codes.replaceAll('`', '').split(' '));
  expect(explained.toSorted()).toEqual(Object.keys(catalogues.en.findings).toSorted());
});

describe.for(['zh-CN', 'zh-TW', 'en'] as const)('in %s', (locale) => {
  test('every finding of the fixtures becomes a full sentence', () => {
    const words = catalogues[locale];
    const lines = [...results.values()].flat().map((problem) => lineOf(problem, words));
    expect(
      lines.filter((line) => !/^[\w./-]+:\d+:\d+ [a-z-]+: .{6,}$/u.test(line) || /undefined|\[object|: $/u.test(line)),
    ).toEqual([]);
  });
});
