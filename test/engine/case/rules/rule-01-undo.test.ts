import { describe, expect, test } from 'vitest';
import type { ReturnRule, StepEntry } from '../../../../schemas/generated/process.ts';
import { agrees, returns, starts, step, submits, withdraws } from '../../../support/acts.ts';
import { event, given } from '../../../support/given.ts';
import { approve, fill, processOf, straightBackTo } from '../../../support/small-process.ts';

const forms = {
  ask: {
    what: { type: 'text', title: 'What' },
    unit: { type: 'unit', title: 'Unit' },
    amount: { type: 'money', title: 'Amount' },
  },
} as const;
const key = { unit: 'ask.unit', year: '2026' };
const pen = starts('ada', { ask: { what: 'a pen', unit: 'sales', amount: '30' } });
const fix = (ask: object = {}) => submits('ada', 'ask', { values: { ask } });
const budget = (unit: string, spent: string) => ({ unit, year: 2026, total: '100.00', spent, left: '0.00' });
const world = {
  rows: {
    'budget/sales|2026': { version: 4, cells: budget('sales', '10.00') },
    'budget/hq|2026': { version: 1, cells: budget('hq', '0.00') },
  },
};

const booking = (back: ReturnRule = { to: ['ask'] }) =>
  processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      {
        book: {
          ledger: 'budget',
          key,
          update: { spent: 'row.spent + ask.amount' },
          undo: { spent: 'row.spent - ask.amount' },
        },
      },
      { edit: fill('ask', 'lead') },
      { last: approve('boss', { return: back }) },
    ],
    withdraw: { until: 'last' },
  });
const spent = (told: ReturnType<typeof given>, unit = 'sales') =>
  told.told.facts.rows[`budget/${unit}|2026`]?.cells.spent;
const atLast = [world, pen, submits('ben', 'edit')] as const;

describe('rule 1: what was written to ledgers is undone as declared', () => {
  test('going back past a write undoes it over the row as it is now, and says so', () => {
    const changed = { rows: { 'budget/sales|2026': { version: 9, cells: budget('sales', '90.00') } } };
    const told = given(booking(), ...atLast, changed).when(returns('cleo', 'last', 'ask'));
    expect(told.events[0]).toEqual(
      event('LedgerWritten', {
        step: step('book'),
        ledger: 'budget',
        row: 'sales|2026',
        write: 'update',
        base: 9,
        cells: { ...budget('sales', '60.00'), left: '40.00' },
        undo: true,
      }),
    );
    told.recordsTypes('LedgerWritten', 'StepReturned', 'StepEntered');
  });

  test('a counting write that runs again counts once', () => {
    const told = given(booking(), ...atLast);
    expect(spent(told)).toBe('40.00');
    const again = given(booking(), ...atLast, returns('cleo', 'last', 'ask'), fix());
    expect(spent(again)).toBe('40.00');
    expect(spent(given(booking(), ...atLast, returns('cleo', 'last', 'ask'), fix({ amount: '50' })))).toBe('60.00');
  });

  test('exactly what was written is undone, in the row it was written to, whoever changed the case since', () => {
    const moved = [world, pen, submits('ben', 'edit', { values: { ask: { unit: 'hq', amount: '70' } } })] as const;
    const told = given(booking(), ...moved, returns('cleo', 'last', 'ask'));
    expect(spent(told)).toBe('10.00');
    expect(spent(told, 'hq')).toBe('0.00');
    const again = given(booking(), ...moved, returns('cleo', 'last', 'ask'), fix());
    expect([spent(again), spent(again, 'hq')]).toEqual(['10.00', '70.00']);
  });

  test('a write without a way back stays, and is written over when its step runs again', () => {
    const noted = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { note: { ledger: 'requests', insert: { what: 'ask.what' } } },
        { last: approve('boss', { return: { to: ['ask'] } }) },
      ],
    });
    given(noted, pen)
      .when(returns('cleo', 'last', 'ask'))
      .recordsTypes('StepReturned', 'StepEntered');
    const told = given(noted, pen, returns('cleo', 'last', 'ask'), fix({ what: 'a red pen' }));
    expect(told.told.facts.rows['requests/case-1']).toMatchObject({ version: 2, cells: { what: 'a red pen' } });
  });

  test('withdrawing undoes it, to correct the case and to end it', () => {
    for (const how of ['keep', 'end'] as const) {
      const told = given(booking(), ...atLast, withdraws('ada', how));
      expect(spent(told)).toBe('10.00');
    }
    expect(spent(given(booking(), ...atLast, withdraws('ada', 'keep'), fix()))).toBe('40.00');
  });
});

describe('rule 1: straight back past a write', () => {
  const direct = booking(straightBackTo('ask'));

  test('it stands while it would write the same, whatever others have written meanwhile', () => {
    const others = { rows: { 'budget/sales|2026': { version: 9, cells: budget('sales', '90.00') } } };
    const told = given(direct, ...atLast, returns('cleo', 'last', 'ask'), others).when(fix({ what: 'a red pen' }));
    told.recordsTypes('StepSubmitted', 'StepCompleted', 'StepEntered');
  });

  test('it is undone and runs again when it would write something else', () => {
    const told = given(direct, ...atLast, returns('cleo', 'last', 'ask'));
    expect(spent(told)).toBe('40.00');
    const other = told.when(fix({ amount: '50' }));
    other.recordsTypes('StepSubmitted', 'StepCompleted', 'LedgerWritten', 'PathsReset', 'LedgerWritten', 'StepEntered');
    expect(spent(given(direct, ...atLast, returns('cleo', 'last', 'ask'), fix({ amount: '50' })))).toBe('60.00');
  });

  test('it moves to another row when it would write there', () => {
    const told = given(direct, ...atLast, returns('cleo', 'last', 'ask'), fix({ unit: 'hq' }));
    expect([spent(told), spent(told, 'hq')]).toEqual(['10.00', '30.00']);
  });
});

test('rule 1: a write that ran again on the way straight back runs once, however long the way is', () => {
  const long = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      {
        book: {
          ledger: 'budget',
          key,
          update: { spent: 'row.spent + ask.amount' },
          undo: { spent: 'row.spent - ask.amount' },
        },
      },
      { check: approve('lead') },
      { last: approve('boss', { return: straightBackTo('ask') }) },
    ],
  });
  const way = [world, pen, agrees('ben', 'check'), returns('cleo', 'last', 'ask'), fix({ amount: '50' })] as const;
  expect(spent(given(long, ...way))).toBe('60.00');
  given(long, ...way)
    .when(agrees('ben', 'check'))
    .recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
});

test('rule 1: a write in a branch that would not be taken any more is undone with its branch', () => {
  const big: StepEntry = {
    book: {
      ledger: 'budget',
      key,
      update: { spent: 'row.spent + ask.amount' },
      undo: { spent: 'row.spent - ask.amount' },
    },
  };
  const chosen = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      { size: { choose: [{ when: 'ask.amount > 20', steps: [big] }, { else: [{ small: approve('lead') }] }] } },
      { last: approve('boss', { return: straightBackTo('ask') }) },
    ],
  });
  const told = given(chosen, world, pen, returns('cleo', 'last', 'ask'));
  expect(spent(told)).toBe('40.00');
  told
    .when(fix({ amount: '5' }))
    .recordsTypes('StepSubmitted', 'StepCompleted', 'LedgerWritten', 'PathsReset', 'PathChosen', 'StepEntered');
  expect(spent(given(chosen, world, pen, returns('cleo', 'last', 'ask'), fix({ amount: '5' })))).toBe('10.00');
});
