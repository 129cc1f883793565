import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import { abstains, adds, agrees, rejects, starts, step } from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');

/** Leads l1 to l3 have seats 2 to 4. */
const three = (more: Partial<ApproveStep> = {}) =>
  [
    processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', more) }] }),
    { organisation: crowd(3) },
    starts('ada', { ask: { what: 'a pen' } }),
  ] as const;

describe('rule 4: any of them (或签)', () => {
  test('the first agreement completes the step, and the others read who decided', () => {
    const { state } = given(...three(), agrees('l2', 'check'));
    expect(state.status).toBe('completed');
    expect(state.steps[check]?.seats[0]?.end).toEqual({ rule: 'decided-any', params: { by: 'l2' } });
  });

  test('the first rejection is final where nothing else is said', () => {
    given(...three())
      .when(rejects('l2', 'check', 'Too dear.'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 3, opinion: 'Too dear.', cancelled: [2, 4] }));
  });

  test('where all have to reject, the others are still asked', () => {
    const told = given(...three({ reject: { by: 'all' } }), rejects('l2', 'check', 'Too dear.'));
    expect(asked(told.state)).toEqual({ check: ['l1', 'l3'] });
    told.when(agrees('l1', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('and the last rejection ends the case', () => {
    const past = [...three({ reject: { by: 'all' } }), rejects('l2', 'check'), rejects('l1', 'check')] as const;
    given(...past)
      .when(rejects('l3', 'check', 'No.'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 4, opinion: 'No.', cancelled: [], why: 'all' }));
  });

  test('nobody agreed, although not all rejected: the agreement is out of reach', () => {
    const rule = { reject: { by: 'all' }, abstain: 'count' } as const;
    given(...three(rule), rejects('l2', 'check'), abstains('l1', 'check'))
      .when(rejects('l3', 'check', 'No.'))
      .records(
        event('CaseRejected', { step: check, round: 1, seat: 4, opinion: 'No.', cancelled: [], why: 'impossible' }),
      );
  });

  test('an added signer decides for all, but fills no form for them', () => {
    const forms = { grade: { stars: { type: 'integer', title: 'Stars', required: true } } } as const;
    const graded = processOf({
      forms,
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { form: 'grade' }) }],
    });
    const added = [starts('ada', { ask: { what: 'a pen' } }), adds('ben', 'check', 'parallel', ['cleo'])] as const;
    const agreed = given(graded, ...added).when(agrees('cleo', 'check'));
    agreed.recordsTypes('SeatAgreed');
    expect(asked(agreed.state)).toEqual({ check: ['ben', 'dan'] });
    given(graded, ...added, agrees('cleo', 'check'))
      .when(agrees('dan', 'check', { values: { grade: { stars: 4 } } }))
      .recordsTypes('SeatAgreed', 'SeatsReopened', 'StepCompleted', 'CaseCompleted');
  });
});
