import { describe, expect, test } from 'vitest';
import { agrees, returns, starts, submits } from '../../support/acts.ts';
import { given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const rows = {
  'requests/case-7': { version: 1, cells: { what: 'sales', amount: '5.00', state: 'case-8' } },
  'requests/case-8': { version: 1, cells: { what: 'hq', amount: '8.00' } },
  'budget/sales|2026': { version: 1, cells: { left: '90.00' } },
};

/** What is looked up leads to what is looked up next: a request names its follower, a follower its amount. */
const chained = processOf({
  forms: {
    ask: {
      what: { type: 'text', title: 'What' },
      old: { type: 'reference', title: 'Old', to: { ledger: 'requests' } },
      amount: { type: 'money', title: 'Amount', compute: 'ask.old.amount * 2' },
      follower: { type: 'text', title: 'Follower', lookup: { ledger: 'requests', key: 'ask.old.id', column: 'state' } },
      last: { type: 'money', title: 'Last', lookup: { ledger: 'requests', key: 'ask.follower', column: 'amount' } },
    },
  },
  steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { return: { to: ['ask'] } }) }],
});

describe('values that come from ledgers', () => {
  test('follow what was handed in, also where one leads to the next', () => {
    const { state } = given(chained, { rows }, starts('ada', { ask: { what: 'a pen', old: 'case-7' } }));
    expect(state.values.ask).toEqual({
      what: 'a pen',
      old: 'case-7',
      amount: '10.00',
      follower: 'case-8',
      last: '8.00',
    });
  });

  test('are gone when what they followed is taken out', () => {
    const asked = [starts('ada', { ask: { what: 'a pen', old: 'case-7' } }), returns('ben', 'check', 'ask')] as const;
    const { state } = given(chained, { rows }, ...asked, submits('ada', 'ask', { values: { ask: { old: null } } }));
    expect(state.values.ask).toEqual({ what: 'a pen' });
  });
});

describe('a form that a later step opens', () => {
  const later = processOf({
    forms: {
      ask: {
        what: { type: 'text', title: 'What' },
        left: {
          type: 'money',
          title: 'Left then',
          lookup: { ledger: 'budget', key: { unit: "'sales'", year: '2026' }, column: 'left' },
        },
      },
      pay: {
        unit: { type: 'unit', title: 'Unit', default: "'sales'" },
        left: {
          type: 'money',
          title: 'Left now',
          lookup: { ledger: 'budget', key: { unit: 'pay.unit', year: '2026' }, column: 'left' },
        },
        less: { type: 'money', title: 'Less', compute: 'ask.left - pay.left' },
      },
    },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }, { pay: approve('boss', { form: 'pay' }) }],
  });
  const now = { rows: { 'budget/sales|2026': { version: 2, cells: { left: '60.00' } } } };
  const atPay = given(later, { rows }, starts('ada', { ask: { what: 'a pen' } }), now, agrees('ben', 'check'));

  test('shows what its own defaults lead to, and leaves the forms of others as they were', () => {
    expect(atPay.state.values).toEqual({
      ask: { what: 'a pen', left: '90.00' },
      pay: { unit: 'sales', left: '60.00', less: '30.00' },
    });
  });

  test('is settled again when it is handed in, the others are not', () => {
    const handed = given(later, { rows }, starts('ada', { ask: { what: 'a pen' } }), now, agrees('ben', 'check'), {
      rows,
    }).when(agrees('cleo', 'pay'));
    expect(handed.events[0]?.data).toMatchObject({ changed: { 'pay.left': '90.00', 'pay.less': '0.00' } });
    expect(handed.state.values.ask).toEqual({ what: 'a pen', left: '90.00' });
  });
});
