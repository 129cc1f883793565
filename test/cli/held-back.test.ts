import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { coverageOf } from '../../cli/src/coverage.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { storiesOf } from '../../cli/src/scenarios.ts';

/** A company beside the demo one, so that the language is not only tried on what it grew with. */
const { definitions, problems } = checkFiles(readFolder('test/fixtures/held-back'));
if (definitions === undefined) throw new Error('the company cannot be read');

test('nothing is wrong with a company the language was not made for', () => {
  expect(problems).toEqual([]);
  expect(Object.keys(definitions.processes).length).toBeGreaterThanOrEqual(14);
});

describe('what it lives through comes true', () => {
  test.for(storiesOf(definitions).map((story) => [`${story.process}: ${story.title}`, story] as const))(
    '%s',
    ([, { play }]) => {
      expect(play()).toEqual([]);
    },
  );
});

test('its stories reach every step', () => {
  expect(coverageOf(definitions).steps.missing).toEqual([]);
});
