import { describe, expect, test } from 'vitest';
import { checkCoverage } from '../../../engine/definition/checks/coverage.ts';
import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';

/** The key of the outputs; an object with it written out looks like a promise. */
const THEN = 'then';

type Inputs = Readonly<Record<string, DecisionTableDocument['inputs'][string]['type']>>;

/** What is found in a table whose rules are the cells of its inputs in order. */
function findingsOf(
  inputs: Inputs,
  rules: readonly (readonly string[])[],
  hit: DecisionTableDocument['hit'] = 'unique',
) {
  const columns = Object.keys(inputs);
  const table: DecisionTableDocument = {
    format: 'table/v1',
    id: 'a',
    title: 'a',
    hit,
    inputs: Object.fromEntries(Object.entries(inputs).map(([id, type]) => [id, { type, title: id }])),
    outputs: { post: { type: 'post', title: 'post' } },
    rules: rules.map((cells) => ({
      when: Object.fromEntries(columns.map((id, at) => [id, cells[at] ?? '-'])),
      [THEN]: { post: 'a' },
    })),
  };
  return checkCoverage(table, { lists: {} }).map(({ code, params }) => `${code} ${params.case}`);
}

describe('one numeric input', () => {
  test('adjoining ranges cover everything once', () => {
    expect(findingsOf({ x: 'decimal' }, [['<= 100'], ['(100..500]'], ['> 500']])).toEqual([]);
  });

  test('a gap of one point is found', () => {
    expect(findingsOf({ x: 'decimal' }, [['< 100'], ['> 100']])).toEqual(['table-without-answer x = 100']);
  });

  test('between whole numbers and between cents nothing is missing', () => {
    expect(findingsOf({ x: 'integer' }, [['<= 9'], ['>= 10']])).toEqual([]);
    expect(findingsOf({ x: 'money' }, [['<= 9.99'], ['>= 10.00']])).toEqual([]);
    expect(findingsOf({ x: 'decimal' }, [['<= 9.99'], ['>= 10']])).toEqual(['table-without-answer x (9.99..10)']);
  });

  test('amounts below zero count only where the table speaks of them', () => {
    expect(findingsOf({ x: 'money' }, [['[0..10]'], ['> 10']])).toEqual([]);
    expect(findingsOf({ x: 'money' }, [['> 5']])).toEqual(['table-without-answer x [0..5)']);
    expect(findingsOf({ x: 'money' }, [['[-5..10]'], ['> 10']])).toEqual(['table-without-answer x < -5']);
  });

  test('overlapping rules are found unless the first one counts', () => {
    const rules = [['<= 100'], ['>= 100']];
    expect(findingsOf({ x: 'decimal' }, rules)).toEqual(['table-overlap x = 100']);
    expect(findingsOf({ x: 'decimal' }, rules, 'first')).toEqual([]);
  });
});

describe('several inputs', () => {
  test('a missing combination is named', () => {
    const rules = [
      ['<= 10', 'true'],
      ['> 10', '-'],
    ];
    expect(findingsOf({ x: 'decimal', y: 'flag' }, rules)).toEqual(['table-without-answer x [0..10), y = false']);
  });

  test('rules that differ in one input do not overlap', () => {
    const rules = [
      ['<= 10', 'a'],
      ['<= 10', 'b, c'],
      ['> 10', '-'],
    ];
    expect(findingsOf({ x: 'decimal', y: 'choice' }, rules)).toEqual([]);
  });
});
