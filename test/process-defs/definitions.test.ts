import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { coverageOf } from '../../cli/src/coverage.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { storiesOf } from '../../cli/src/scenarios.ts';
import { catalogues, lineOf } from '../../cli/src/words/say.ts';

const { problems, definitions } = checkFiles(readFolder('process-defs'));
const stories = definitions === undefined ? [] : storiesOf(definitions);

test('the definitions that ship have no finding', () => {
  expect(problems.map((problem) => lineOf(problem, catalogues['zh-CN']))).toEqual([]);
});

test('every process that ships has stories', () => {
  const told = new Set(definitions?.scenarios.map(({ document }) => document.process));
  expect(Object.keys(definitions?.processes ?? {}).filter((id) => !told.has(id))).toEqual([]);
});

describe('the stories of the definitions come true', () => {
  // A story over a year in a company with ninety processes takes seconds on a busy machine.
  const played = stories.map(({ file, title, play }) => [`${file}: ${title}`, play] as const);
  test.for(played)('%s', { timeout: 60_000 }, ([, play]) => {
    expect(play()).toEqual([]);
  });
});

test('the stories reach every step and branch, and send back, reject and run late whatever can be', {
  timeout: 120_000,
}, () => {
  if (definitions === undefined) throw new Error('the definitions cannot be read');
  const { steps, branches, returns, rejections, overdue } = coverageOf(definitions, stories);
  expect([steps, branches, returns, rejections, overdue].flatMap(({ missing }) => missing)).toEqual([]);
});
