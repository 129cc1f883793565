import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import { adds, agrees, delegates, rejects, removes, starts, step, transfers } from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
const notYours = { code: 'not-allowed', action: 'removeSigner', why: 'not-yours' } as const;
const lastOne = { code: 'not-allowed', action: 'removeSigner', why: 'the-last-one' } as const;

/** Leads l1 and l2 have seats 2 and 3; the boss is an administrator. */
const two = (more: Partial<ApproveStep> = {}) =>
  [
    processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'all', ...more }) }] }),
    { organisation: crowd(2) },
    starts('ada', { ask: { what: 'a pen' } }),
  ] as const;

describe('rule 6: removing signers (减签)', () => {
  test('whoever added somebody takes them out again, and the adder’s turn comes back', () => {
    const told = given(...two(), adds('l1', 'check', 'before', ['h1']));
    const outcome = told.when(removes('l1', 'check', 4, 'Ill.'));
    outcome.records(
      event('SignerRemoved', { step: check, round: 1, seat: 4, opinion: 'Ill.', cancelled: [] }),
      event('SeatActivated', { step: check, round: 1, seat: 2 }),
    );
    expect(outcome.state.steps[check]?.seats[1]).toMatchObject({
      status: 'cancelled',
      end: { rule: 'removed', params: { by: 'l1' } },
    });
    expect(outcome.state.interventions).toEqual([]);
  });

  test('the clock runs again when nobody is asked first any more', () => {
    given(...two({ due: '2d' }), adds('l1', 'check', 'before', ['h1']))
      .when(removes('l1', 'check', 4))
      .recordsTypes('SignerRemoved', 'SeatActivated', 'ClockResumed');
  });

  test('the whole tree goes with whoever added it', () => {
    const tree = [...two(), adds('l1', 'check', 'before', ['h1']), adds('h1', 'check', 'before', ['h2'])] as const;
    const outcome = given(...tree).when(removes('l1', 'check', 4));
    expect(outcome.events[0]?.data).toMatchObject({ seat: 4, cancelled: [5] });
    expect(asked(outcome.state)).toEqual({ check: ['l1', 'l2'] });
  });

  test('nobody takes out what somebody else has added, nor a seat of the step itself', () => {
    const told = given(...two(), adds('l1', 'check', 'parallel', ['h1']));
    told.when(removes('l2', 'check', 4)).refuses(notYours);
    told.when(removes('h1', 'check', 4)).refuses(notYours);
    told.when(removes('l1', 'check', 3)).refuses(notYours);
    told.when(removes('l1', 'check', 99)).refuses(notYours);
  });

  test('an administrator takes out anybody, for everybody to see', () => {
    const { state } = given(...two(), removes('boss', 'check', 3, 'Left the project.'));
    expect(asked(state)).toEqual({ check: ['l1'] });
    expect(state.interventions).toEqual([
      { kind: 'removed', by: 'boss', at: '2026-11-02T01:00:00.000Z', opinion: 'Left the project.', step: 'check' },
    ]);
  });

  test('whoever has taken the adder’s seat over may take them out, the former one may not', () => {
    const told = given(...two(), adds('l1', 'check', 'parallel', ['h1']), transfers('l1', 'check', 'h2'));
    told.when(removes('h2', 'check', 4)).recordsTypes('SignerRemoved');
    told.when(removes('l1', 'check', 4)).refuses(notYours);
  });

  test('a decision stays: only seats that have not decided are taken out', () => {
    given(...two(), adds('l1', 'check', 'before', ['h1']), agrees('h1', 'check'))
      .when(removes('l1', 'check', 4))
      .refuses({ code: 'not-allowed', action: 'removeSigner', why: 'acted-upon' });
  });

  test('it needs a reason and a step that is open', () => {
    const told = given(...two(), adds('l1', 'check', 'parallel', ['h1']));
    told.when(removes('l1', 'check', 4, ' ')).refuses({ code: 'opinion-required' });
    given(...two(), rejects('l1', 'check'))
      .when(removes('l1', 'check', 3))
      .refuses({ code: 'not-open' });
    told.when(removes('l1', 'ask', 1)).refuses({ code: 'step-moved', step: step('ask') });
  });

  test('it may complete the step: the votes are counted anew', () => {
    given(...two(), adds('l1', 'check', 'after', ['h1']), agrees('l2', 'check'))
      .when(removes('l1', 'check', 4))
      .recordsTypes('SignerRemoved', 'StepCompleted', 'CaseCompleted');
  });

  test('it never decides against the case: what the agreements need stays', () => {
    const half = [...two({ mode: { pass: '2/3' } }), adds('l1', 'check', 'parallel', ['h1'])] as const;
    given(...half, agrees('l1', 'check'), rejects('l2', 'check'))
      .when(removes('boss', 'check', 4))
      .refuses(lastOne);
  });

  test('vector (7): the only open seat is taken out when others have decided, and never when nobody has', () => {
    given(...two(), agrees('l1', 'check'))
      .when(removes('boss', 'check', 3))
      .recordsTypes('SignerRemoved', 'StepCompleted', 'CaseCompleted');
    given(...two(), removes('boss', 'check', 3))
      .when(removes('boss', 'check', 2))
      .refuses(lastOne);
  });

  test('a fill step keeps somebody, too, and an owner takes the delegate back', () => {
    const shared = processOf({ steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'lead') }] });
    const told = given(
      shared,
      { organisation: crowd(1) },
      starts('ada', { ask: { what: 'a pen' } }),
      delegates('l1', 'add', 'h1'),
    );
    told.when(removes('boss', 'add', 2)).refuses(lastOne);
    expect(asked(told.when(removes('l1', 'add', 3)).state)).toEqual({ add: ['l1'] });
  });
});
