import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../schemas/generated/process.ts';
import {
  abstains,
  adds,
  advises,
  agrees,
  claims,
  delegates,
  person,
  releases,
  removes,
  starts,
  step,
  submits,
} from '../../support/acts.ts';
import { crowd } from '../../support/crowd.ts';
import { asked, event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const check = step('check');

/** Leads l1 to l3 have seats 2 to 4; the boss is an administrator. */
const pool = (more: Partial<ApproveStep> = {}) =>
  [
    processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { claim: true, ...more }) }] }),
    { organisation: crowd(3) },
    starts('ada', { ask: { what: 'a pen' } }),
  ] as const;

describe('a pool (抢办)', () => {
  test('whoever claims the task has it, the others are held back', () => {
    const told = given(...pool());
    const outcome = told.when(claims('l2', 'check'));
    outcome.records(event('SeatClaimed', { step: check, round: 1, seat: 3, held: [2, 4] }));
    expect(asked(outcome.state)).toEqual({ check: ['l2'] });
  });

  test('the others are told who has it, whatever they try', () => {
    const told = given(...pool(), claims('l2', 'check'));
    const taken = { code: 'taken', step: check, person: person('l2') } as const;
    told.when(agrees('l1', 'check')).refuses(taken);
    told.when(claims('l1', 'check')).refuses(taken);
    told.when(claims('l2', 'check')).refuses(taken);
    told.when(agrees('h1', 'check')).refuses({ code: 'not-your-task', step: check });
  });

  test('the decision of whoever claimed it completes the step', () => {
    const outcome = given(...pool(), claims('l2', 'check')).when(agrees('l2', 'check'));
    expect(outcome.events[1]).toEqual(event('StepCompleted', { step: check, round: 1, why: 'any', cancelled: [2, 4] }));
  });

  test('deciding without a claim is possible: it needs none', () => {
    given(...pool())
      .when(agrees('l1', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('is given back by whoever claimed it or by an administrator', () => {
    const told = given(...pool(), claims('l2', 'check'));
    told
      .when(releases('l2', 'check'))
      .records(event('SeatReleased', { step: check, round: 1, seat: 3, freed: [2, 4] }));
    expect(asked(told.when(releases('boss', 'check')).state)).toEqual({ check: ['l1', 'l2', 'l3'] });
    told.when(releases('l1', 'check')).refuses({ code: 'not-allowed', action: 'release', why: 'not-yours' });
    given(...pool())
      .when(releases('l1', 'check'))
      .refuses({ code: 'not-allowed', action: 'release', why: 'not-claimed' });
    given(...pool(), claims('l2', 'check'), releases('l2', 'check'))
      .when(claims('l1', 'check'))
      .recordsTypes('SeatClaimed');
  });

  test('opens again when whoever claimed it abstains or is taken out', () => {
    const abstained = given(...pool({ abstain: 'shrink' }), claims('l2', 'check')).when(abstains('l2', 'check'));
    abstained.recordsTypes('SeatAbstained', 'SeatReleased');
    expect(asked(abstained.state)).toEqual({ check: ['l1', 'l3'] });
    const removed = given(...pool(), claims('l2', 'check')).when(removes('boss', 'check', 3));
    expect(asked(removed.state)).toEqual({ check: ['l1', 'l3'] });
  });

  test('whoever asks somebody first has claimed it, and does not let go of it meanwhile', () => {
    const delegated = given(...pool(), delegates('l1', 'check', 'h1'));
    expect(asked(delegated.state)).toEqual({ check: ['h1'] });
    delegated.when(releases('l1', 'check')).refuses({ code: 'not-allowed', action: 'release', why: 'already-asked' });
    delegated.when(agrees('l2', 'check')).refuses({ code: 'taken', step: check, person: person('l1') });
    expect(asked(delegated.when(advises('h1', 'check')).state)).toEqual({ check: ['l1'] });
    given(...pool())
      .when(adds('l1', 'check', 'before', ['h1']))
      .recordsTypes('SeatClaimed', 'SignersAdded');
  });

  test('whoever was added to agree takes no task from the others', () => {
    given(...pool(), adds('l1', 'check', 'after', ['h1']))
      .when(claims('h1', 'check'))
      .refuses({ code: 'not-allowed', action: 'claim', why: 'not-in-this-process' });
    given(...pool(), claims('l1', 'check'), adds('l1', 'check', 'parallel', ['h1']))
      .when(claims('h1', 'check'))
      .refuses({ code: 'taken', step: check, person: person('l1') });
  });

  test('is there only where the step is one', () => {
    const plain = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });
    given(plain, { organisation: crowd(3) }, starts('ada', { ask: { what: 'a pen' } }))
      .when(claims('l1', 'check'))
      .refuses({ code: 'not-allowed', action: 'claim', why: 'not-in-this-process' });
  });

  test('a fill step is claimed as well', () => {
    const shared = processOf({
      steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'lead', { claim: true }) }],
    });
    const told = given(
      shared,
      { organisation: crowd(2) },
      starts('ada', { ask: { what: 'a pen' } }),
      claims('l1', 'add'),
    );
    told.when(submits('l2', 'add')).refuses({ code: 'taken', step: step('add'), person: person('l1') });
    const done = told.when(submits('l1', 'add'));
    expect(done.state.steps[step('add')]?.seats.map(({ status }) => status)).toEqual(['submitted', 'cancelled']);
  });
});
