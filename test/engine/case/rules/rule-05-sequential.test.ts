import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import {
  abstains,
  adds,
  agrees,
  delegates,
  handsOver,
  reassigns,
  rejects,
  removes,
  starts,
  step,
  transfers,
} from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
const activated = (seat: number) => event('SeatActivated', { step: check, round: 1, seat });

/** Leads l1 to l3 have seats 2 to 4, in this order. */
const three = (more: Partial<ApproveStep> = {}) =>
  [
    processOf({
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'sequential', ...more }) }],
    }),
    { organisation: crowd(3) },
    starts('ada', { ask: { what: 'a pen' } }),
  ] as const;

describe('rule 5: one after the other (依次)', () => {
  test('only the first seat is active, and each decision activates the next', () => {
    const told = given(...three());
    expect(asked(told.state)).toEqual({ check: ['l1'] });
    expect(told.when(agrees('l1', 'check')).events[1]).toEqual(activated(3));
    told.when(agrees('l2', 'check')).refuses({ code: 'not-your-task', step: check });
  });

  test('an abstention passes the turn on', () => {
    const told = given(...three({ abstain: 'shrink' }));
    expect(told.when(abstains('l1', 'check')).events[1]).toEqual(activated(3));
  });

  test('a rejection decides at once', () => {
    given(...three(), agrees('l1', 'check'))
      .when(rejects('l2', 'check', 'No.'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 3, opinion: 'No.', cancelled: [4] }));
  });

  test('whoever is added beside the active one is next in turn', () => {
    const told = given(...three(), adds('l1', 'check', 'parallel', ['h1', 'h2']));
    expect(asked(told.state)).toEqual({ check: ['l1'] });
    expect(told.state.steps[check]?.seats.map(({ person }) => person)).toEqual(['l1', 'h1', 'h2', 'l2', 'l3']);
    expect(told.when(agrees('l1', 'check')).events[1]).toEqual(activated(5));
  });

  test('whoever is added after goes between the adder and the next', () => {
    const told = given(...three(), adds('l1', 'check', 'after', ['h1', 'h2']), agrees('h1', 'check'));
    expect(asked(told.state)).toEqual({ check: ['h2'] });
    expect(told.when(agrees('h2', 'check')).events[1]).toEqual(activated(3));
  });

  test('whoever is asked first comes before the adder, whose turn it is again then', () => {
    const told = given(...three(), adds('l1', 'check', 'before', ['h1']));
    expect(asked(told.state)).toEqual({ check: ['h1'] });
    told.when(agrees('h1', 'check')).recordsTypes('SeatAgreed', 'SeatActivated');
    expect(asked(told.when(agrees('h1', 'check')).state)).toEqual({ check: ['l1'] });
  });

  test('seats that still wait can be taken out, and the turn skips them', () => {
    const told = given(...three(), removes('boss', 'check', 3));
    expect(told.when(agrees('l1', 'check')).events[1]).toEqual(activated(4));
  });

  test('taking out the active one passes the turn on, one that has decided stays', () => {
    const told = given(...three(), removes('boss', 'check', 2));
    expect(asked(told.state)).toEqual({ check: ['l2'] });
    given(...three(), agrees('l1', 'check'))
      .when(removes('boss', 'check', 2))
      .refuses({ code: 'not-allowed', action: 'removeSigner', why: 'acted-upon' });
  });

  test('vector (19): a seat keeps its turn when it is transferred, or handed over while it waits', () => {
    const moved = given(...three(), transfers('l1', 'check', 'h1'), handsOver('boss', 'check', 3, 'h2'));
    expect(asked(moved.state)).toEqual({ check: ['h1'] });
    expect(asked(moved.when(agrees('h1', 'check')).state)).toEqual({ check: ['h2'] });
  });

  test('an owner who waits for advice keeps the turn, also when somebody else takes the seat over', () => {
    const told = given(...three(), delegates('l1', 'check', 'h1'), reassigns('boss', 'check', 2, 'h2'));
    expect(asked(told.state)).toEqual({ check: ['h1'] });
  });
});
