import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../engine/case/facts.ts';
import type { ProcessDocument } from '../../../../schemas/generated/process.ts';
import { agrees, on, returns, starts, step, submits } from '../../../support/acts.ts';
import { event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

/** Spends from the budget of head office; the spending is taken back when the case goes back. */
const spending = processOf({
  forms: { ask: { what: { type: 'text', title: 'What' }, amount: { type: 'money', title: 'Amount' } } },
  steps: [
    { ask: fill('ask', 'starter') },
    {
      book: {
        ledger: 'budget',
        title: 'Book',
        key: { unit: "'hq'", year: '2026' },
        update: { spent: 'row.spent + ask.amount' },
        undo: { spent: 'row.spent - ask.amount' },
      },
    },
    { last: approve('boss', { return: { to: ['ask'] } }) },
  ],
});

type Trigger = NonNullable<ProcessDocument['triggers']>[number];

/** An alarm: started when less than a tenth of a budget is left. */
const alarm = (more: Partial<Trigger> = {}) =>
  processOf({
    id: 'alarm',
    forms: {
      note: {
        unit: { type: 'unit', title: 'Unit' },
        left: { type: 'money', title: 'Left' },
        who: { type: 'person', title: 'Who' },
      },
    },
    steps: [{ note: fill('note', 'starter') }],
    triggers: [
      {
        ledger: 'budget',
        when: 'row.left < row.total / 10',
        as: { post: 'lead' },
        with: { 'note.unit': 'row.unit', 'note.left': 'row.left' },
        ...more,
      },
    ],
  });

const budget = (spent: string, left: string, version = 3) => ({
  'budget/hq|2026': { version, cells: { unit: 'hq', year: 2026, total: '100.00', spent, left } },
});
const world = (facts: Partial<Facts> = {}): Partial<Facts> => ({
  triggered: [alarm()],
  rows: budget('10.00', '90.00'),
  ...facts,
});
const spend = (amount: string) => starts('ada', { ask: { what: 'pens', amount } });
const requested = (told: ReturnType<ReturnType<typeof given>['when']>) =>
  told.events.filter(({ type }) => type === 'StartRequested');

describe('rule 11: a row of a ledger starts a case', () => {
  test('when its condition becomes true of what is written', () => {
    const told = given(spending, world()).when(spend('85.00'));
    expect(requested(told)).toEqual([
      event('StartRequested', {
        step: step('book'),
        key: 'budget/hq|2026@4:alarm:0',
        process: 'alarm',
        starter: 'ben' as never,
        values: { note: { unit: 'hq', left: '5' } },
        ledger: 'budget',
      }),
    ]);
    expect(told.state.children['budget/hq|2026@4:alarm:0']).toEqual({ step: 'book', process: 'alarm' });
  });

  test('not while it is false, and not again while it stays true', () => {
    expect(requested(given(spending, world()).when(spend('20.00')))).toEqual([]);
    expect(requested(given(spending, world({ rows: budget('95.00', '5.00') })).when(spend('1.00')))).toEqual([]);
  });

  test('a row that did not exist crosses from nothing', () => {
    const inserting = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          add: {
            ledger: 'budget',
            title: 'Add',
            insert: { unit: "'hq'", year: '2026', total: 'ask.amount', spent: 'ask.amount' },
          },
        },
      ],
    });
    const told = given(inserting, world({ rows: {} })).when(spend('50.00'));
    expect(requested(told)[0]?.data).toMatchObject({ key: 'budget/hq|2026@1:alarm:0' });
  });

  test('again once it was false in between: each crossing has a key of its own', () => {
    const back = [world(), spend('85.00'), returns('cleo', 'last', 'ask')] as const;
    const again = given(spending, ...back).when(submits('ada', 'ask', { values: { ask: { amount: '88.00' } } }));
    expect(requested(again)[0]?.data).toMatchObject({ key: 'budget/hq|2026@6:alarm:0' });
    expect(again.state.steps[step('book')]?.status).toBe('done');
  });

  test('a return that undoes the write leaves the step to run again', () => {
    const low = processOf({
      id: 'relief',
      steps: [{ ask: fill('ask', 'starter') }],
      triggers: [{ ledger: 'budget', when: 'row.left > 50', as: { post: 'lead' } }],
    });
    const told = given(spending, world({ triggered: [low] }), spend('85.00')).when(returns('cleo', 'last', 'ask'));
    expect(requested(told)).toHaveLength(1);
    expect(told.state.steps[step('book')]).toBeUndefined();
  });

  test('a starter that the condition names by a handed-over field, else the nobody rule', () => {
    const byField = alarm({ as: { field: 'note.who' }, with: { 'note.who': 'starter' } });
    expect(requested(given(spending, world({ triggered: [byField] })).when(spend('85.00')))[0]?.data).toMatchObject({
      starter: 'ada',
    });
    const nobody = alarm({ as: { field: 'note.who' } });
    expect(requested(given(spending, world({ triggered: [nobody] })).when(spend('85.00')))[0]?.data).toMatchObject({
      starter: 'cleo',
    });
  });

  test('other ledgers and processes without a condition start nothing', () => {
    const elsewhere = alarm({ ledger: 'requests', when: 'row.amount > 0', with: {} });
    expect(requested(given(spending, world({ triggered: [elsewhere] })).when(spend('85.00')))).toEqual([]);
    expect(requested(given(spending, world({ triggered: [] })).when(spend('85.00')))).toEqual([]);
  });

  test('an agreement later on, which writes nothing, starts nothing', () => {
    const told = given(spending, world(), spend('85.00'));
    expect(requested(told.when(on('2026-11-03 09:00', agrees('cleo', 'last'))))).toEqual([]);
  });
});
