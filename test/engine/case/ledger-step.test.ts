import { describe, expect, test } from 'vitest';
import { neededRows } from '../../../engine/case/context.ts';
import { agrees, returns, starts, step, submits } from '../../support/acts.ts';
import { event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const forms = {
  ask: {
    what: { type: 'text', title: 'What' },
    unit: { type: 'unit', title: 'Unit' },
    amount: { type: 'money', title: 'Amount' },
  },
} as const;
const pen = starts('ada', { ask: { what: 'a pen', unit: 'sales', amount: '30' } });
const insert = { what: 'ask.what', amount: 'ask.amount', paid: '0', state: "'asked'" };
const cells = { what: 'a pen', amount: '30.00', paid: '0.00', open: '30.00', state: 'asked' };
const budget = { unit: 'sales', year: 2026, total: '100.00', spent: '10.00', left: '90.00' };
const withBudget = { rows: { 'budget/sales|2026': { version: 4, cells: budget } } };

/** Ada asks; a row is written at once; the boss decides; the row and the budget of the unit change. */
const booked = processOf({
  forms,
  steps: [
    { ask: fill('ask', 'starter') },
    { note: { ledger: 'requests', insert } },
    { last: approve('boss', { return: { to: ['ask'] } }) },
    { pay: { ledger: 'requests', update: { paid: 'row.paid + ask.amount', state: "'paid'" } } },
    {
      book: { ledger: 'budget', key: { unit: 'ask.unit', year: '2026' }, update: { spent: 'row.spent + ask.amount' } },
    },
  ],
});

describe('writing a row of the case itself', () => {
  test('inserts it under the id of the case, from nothing, with its computed columns', () => {
    const { events, state } = given(booked).when(pen);
    expect(events).toContainEqual(
      event('LedgerWritten', {
        step: step('note'),
        ledger: 'requests',
        row: 'case-1',
        write: 'insert',
        base: 0,
        cells,
      }),
    );
    expect(state.rows).toEqual({ requests: 'case-1' });
    expect(state.steps[step('note')]).toMatchObject({ status: 'done', seats: [] });
  });

  test('an update without a key changes that row: cells that are not named stay, computed ones follow', () => {
    const [update] = given(booked, withBudget, pen).when(agrees('cleo', 'last')).events.slice(2);
    expect(update).toEqual(
      event('LedgerWritten', {
        step: step('pay'),
        ledger: 'requests',
        row: 'case-1',
        write: 'update',
        base: 1,
        cells: { ...cells, paid: '30.00', open: '0.00', state: 'paid' },
      }),
    );
  });

  test('an insert that is passed again after a return changes the row it wrote', () => {
    const again = [pen, returns('cleo', 'last', 'ask')] as const;
    const { events } = given(booked, ...again).when(submits('ada', 'ask', { values: { ask: { amount: '40' } } }));
    expect(events.filter(({ type }) => type === 'LedgerWritten')).toEqual([
      event('LedgerWritten', {
        step: step('note'),
        ledger: 'requests',
        row: 'case-1',
        write: 'insert',
        base: 1,
        cells: { ...cells, amount: '40.00', open: '40.00' },
      }),
    ]);
  });

  test('a later step of the same command sees what an earlier one wrote', () => {
    const chained = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { note: { ledger: 'requests', insert } },
        { pay: { ledger: 'requests', update: { paid: 'row.amount - rows.requests.paid - 1' } } },
        {
          rest: {
            choose: [{ when: 'rows.requests.open == 1', steps: [{ check: approve('boss') }] }, { else: [] }],
          },
        },
      ],
    });
    const { events, state } = given(chained).when(pen);
    expect(events).toContainEqual(
      event('LedgerWritten', {
        step: step('pay'),
        ledger: 'requests',
        row: 'case-1',
        write: 'update',
        base: 1,
        cells: { ...cells, paid: '29.00', open: '1.00' },
      }),
    );
    expect(state.branches).toMatchObject({ rest: [{ taken: true }, { taken: false }] });
  });

  test('a cell that an update makes empty is taken out', () => {
    const cleared = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { note: { ledger: 'requests', insert } },
        { clear: { ledger: 'requests', update: { state: 'null' } } },
      ],
    });
    const writes = given(cleared)
      .when(pen)
      .events.filter(({ type }) => type === 'LedgerWritten');
    expect(writes.at(-1)?.data).toMatchObject({ base: 1, cells: { what: 'a pen' } });
    expect(writes.at(-1)).not.toHaveProperty('data.cells.state');
  });
});

describe('writing a row that a key names', () => {
  test('changes it from the version it had', () => {
    const [, update] = given(booked, withBudget, pen).when(agrees('cleo', 'last')).events.slice(2);
    expect(update).toEqual(
      event('LedgerWritten', {
        step: step('book'),
        ledger: 'budget',
        row: 'sales|2026',
        write: 'update',
        base: 4,
        cells: { ...budget, spent: '40.00', left: '60.00' },
      }),
    );
  });

  test('a row that does not exist refuses the decision, and nothing of it is recorded', () => {
    given(booked, pen)
      .when(agrees('cleo', 'last'))
      .refuses({ code: 'no-such-row', step: step('book'), ledger: 'budget' });
  });

  test('an incomplete key names no row', () => {
    given(booked, withBudget, starts('ada', { ask: { what: 'a pen', amount: '1' } }))
      .when(agrees('cleo', 'last'))
      .refuses({ code: 'no-such-row', step: step('book'), ledger: 'budget' });
  });

  test('an update without a key before anything was inserted has no row', () => {
    const early = processOf({
      forms,
      steps: [{ ask: fill('ask', 'starter') }, { pay: { ledger: 'requests', update: { paid: 'ask.amount' } } }],
    });
    given(early)
      .when(pen)
      .refuses({ code: 'no-such-row', step: step('pay'), ledger: 'requests' });
  });

  const opened = processOf({
    forms,
    steps: [
      { ask: fill('ask', 'starter') },
      { open: { ledger: 'budget', insert: { unit: 'ask.unit', year: '2026', total: 'ask.amount', spent: '0' } } },
      { last: approve('boss', { return: { to: ['ask'] } }) },
    ],
  });

  test('an insert takes its key from its own cells', () => {
    const { events, state } = given(opened).when(pen);
    expect(events).toContainEqual(
      event('LedgerWritten', {
        step: step('open'),
        ledger: 'budget',
        row: 'sales|2026',
        write: 'insert',
        base: 0,
        cells: { unit: 'sales', year: 2026, total: '30.00', spent: '0.00', left: '30.00' },
      }),
    );
    expect(state.rows).toEqual({ budget: 'sales|2026' });
  });

  test('passed again after a return, it goes on from the row it wrote', () => {
    const again = given(opened, pen, returns('cleo', 'last', 'ask')).when(submits('ada', 'ask'));
    expect(again.events.find(({ type }) => type === 'LedgerWritten')?.data).toMatchObject({
      row: 'sales|2026',
      base: 1,
    });
  });

  test('an insert whose key is incomplete is refused', () => {
    given(opened)
      .when(starts('ada', { ask: { what: 'a pen' } }))
      .refuses({ code: 'no-such-row', step: step('open'), ledger: 'budget' });
  });
});

describe('the rows a decision needs', () => {
  test('are the keyed rows of its steps, its own rows and the rows its forms look up', () => {
    const looking = processOf({
      forms: {
        ask: {
          ...forms.ask,
          left: {
            type: 'money',
            title: 'Left',
            lookup: { ledger: 'budget', key: { unit: 'ask.unit', year: '2026' }, column: 'left' },
          },
          old: { type: 'reference', title: 'Old', to: { ledger: 'requests' } },
        },
      },
      steps: booked.document.steps,
    });
    const { facts, state } = given(
      looking,
      withBudget,
      {
        rows: { ...withBudget.rows, 'requests/case-0': { version: 1, cells } },
      },
      starts('ada', { ask: { what: 'a pen', unit: 'sales', old: 'case-0' } }),
    ).told;
    if (state === undefined) throw new Error('not started');
    expect(neededRows(looking, state.values, state, facts)).toEqual([
      'budget/sales|2026',
      'requests/case-0',
      'requests/case-1',
    ]);
    expect(neededRows(looking, {}, { ...state, rows: {} }, facts)).toEqual([]);
    expect(state.values).toMatchObject({ ask: { left: '90.00' } });
  });

  test('include the row an insert would meet', () => {
    const opened = processOf({
      forms,
      steps: [
        { ask: fill('ask', 'starter') },
        { open: { ledger: 'budget', insert: { unit: 'ask.unit', year: '2026' } } },
      ],
    });
    const { facts, state } = given(opened, pen).told;
    if (state === undefined) throw new Error('not started');
    expect(neededRows(opened, state.values, { ...state, rows: {} }, facts)).toEqual(['budget/sales|2026']);
  });
});
