import { describe, expect, test } from 'vitest';
import { compileDecisionTable } from '../../../engine/table/decision-table.ts';
import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';

/** The key of the outputs; an object with it written out looks like a promise. */
const THEN = 'then';
type Cell = string | number | boolean;
type Row = readonly [amount: Cell, ...outputs: Cell[]];

const tableOf = (
  hit: DecisionTableDocument['hit'],
  outputs: DecisionTableDocument['outputs'],
  rows: readonly Row[],
  more: Partial<DecisionTableDocument> = {},
): DecisionTableDocument => ({
  format: 'table/v1',
  id: 'a',
  title: 'a',
  hit,
  inputs: { amount: { type: 'money', title: 'Amount' }, rush: { type: 'flag', title: 'Rush' } },
  outputs,
  rules: rows.map(([amount, ...answers]) => ({
    when: { amount },
    [THEN]: Object.fromEntries(Object.keys(outputs).map((id, at) => [id, answers[at] ?? ''])),
  })),
  ...more,
});

function decide(document: DecisionTableDocument, amount: string) {
  const table = compileDecisionTable(document);
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return table.value.decide({ amount });
}

const level: DecisionTableDocument['outputs'] = {
  level: { type: 'choice', title: 'Level', values: ['high', 'middle', 'low'] },
};
const points = { points: { type: 'integer', title: 'Points' }, share: { type: 'percent', title: 'Share' } } as const;
const overlapping: readonly Row[] = [
  ['>= 10', 'low'],
  ['>= 20', 'high'],
  ['>= 30', 'middle'],
];
const counting: readonly Row[] = [
  ['>= 10', 1, '2.50'],
  ['>= 20', '4', '0.5'],
  ['>= 30', 2, '10'],
];

describe('who answers', () => {
  test.each([
    ['unique', '25', [0], 'low'],
    ['first', '35', [0], 'low'],
    ['any', '15', [0], 'low'],
    ['priority', '15', [0], 'low'],
    ['priority', '25', [1], 'high'],
    ['priority', '35', [1], 'high'],
  ] as const)('with %s and %s it is rule %j: %s', (hit, amount, rules, answer) => {
    expect(decide(tableOf(hit, level, overlapping), amount)).toEqual({ rules, outputs: { level: answer } });
  });

  test('nobody, where no rule fits', () => {
    expect(decide(tableOf('unique', level, overlapping), '5')).toBeUndefined();
  });

  test('the default, where no rule fits and there is one', () => {
    const table = tableOf('priority', level, overlapping, { default: { level: 'low' } });
    expect(decide(table, '5')).toEqual({ rules: [], outputs: { level: 'low' } });
  });

  test('all in their order with ruleOrder', () => {
    expect(decide(tableOf('ruleOrder', level, overlapping), '35')).toEqual({
      rules: [0, 1, 2],
      outputs: { level: ['low', 'high', 'middle'] },
    });
  });
});

describe('what is collected', () => {
  test.each([
    ['sum', { points: 7, share: '13' }],
    ['min', { points: 1, share: '0.5' }],
    ['max', { points: 4, share: '10' }],
    ['count', { points: 3, share: 3 }],
    ['list', { points: [1, 4, 2], share: ['2.5', '0.5', '10'] }],
  ] as const)('%s', (aggregate, outputs) => {
    expect(decide(tableOf('collect', points, counting, { aggregate }), '35')?.outputs).toEqual(outputs);
  });

  test.each([
    ['sum', { points: 0, share: '0' }],
    ['min', undefined],
    ['count', { points: 0, share: 0 }],
    ['list', { points: [], share: [] }],
  ] as const)('%s of nothing', (aggregate, outputs) => {
    expect(decide(tableOf('collect', points, counting, { aggregate }), '5')?.outputs).toEqual(outputs);
  });
});

describe('what a cell of an output stands for', () => {
  const outputs = {
    who: { type: 'post', title: 'Who' },
    days: { type: 'integer', title: 'Days' },
    most: { type: 'money', title: 'Most' },
    soon: { type: 'duration', title: 'Soon' },
    open: { type: 'flag', title: 'Open' },
  } as const;

  test('numbers, amounts, flags and texts', () => {
    expect(decide(tableOf('first', outputs, [['-', 'boss', '3', '100.00', '2wd', 'true']]), '1')?.outputs).toEqual({
      who: 'boss',
      days: 3,
      most: '100',
      soon: '2wd',
      open: true,
    });
  });

  test.each([
    ['days', ['boss', '1.5', '1', '2wd', true]],
    ['most', ['boss', 1, 'much', '2wd', true]],
    ['soon', ['boss', 1, '1', 'soon', true]],
    ['open', ['boss', 1, '1', '2wd', 'maybe']],
  ] as const)('nothing that %s can be', (column, answers) => {
    const table = compileDecisionTable(tableOf('first', outputs, [['-', ...answers]]));
    expect(table).toMatchObject({ ok: false, error: [{ code: 'bad-cell', path: ['rules', 0, 'then', column] }] });
  });
});
