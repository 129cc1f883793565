import { describe, expect, test } from 'vitest';
import { adds, agrees, rejects, starts, step, submits } from '../../../support/acts.ts';
import { asked, event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const legal = step('legal');
const pen = starts('ada', { ask: { what: 'a pen' } });

/** The leads in one branch, then the boss there; the starter in the other branch at the same time. */
const sideBySide = (ends: 'case' | 'branch') =>
  processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      {
        both: {
          parallel: [
            {
              steps: [{ legal: approve('lead', { mode: 'all', reject: { ends } }) }, { chief: approve('boss') }],
            },
            { steps: [{ more: fill('ask', 'starter') }] },
          ],
        },
      },
      { last: approve('boss') },
    ],
  });

describe('rule 2: a rejection inside a parallel branch', () => {
  test('ends the case where nothing else is said, other branches included', () => {
    const { state } = given(sideBySide('case'), pen, rejects('ben', 'legal', 'No.'));
    expect(state.status).toBe('rejected');
    expect(state.steps[step('more')]?.seats[0]).toMatchObject({ status: 'cancelled', end: { rule: 'rejected' } });
  });

  test('ends only its branch where the step says so: the rest of the branch never runs', () => {
    const told = given(sideBySide('branch'), pen);
    told.when(rejects('ben', 'legal', 'No.')).records(
      event('BranchRejected', {
        step: legal,
        round: 1,
        block: step('both'),
        branch: 0,
        why: 'any',
        cancelled: [3],
        seat: 2,
        opinion: 'No.',
      }),
    );
    const { state } = told.when(rejects('ben', 'legal', 'No.'));
    expect(state.status).toBe('open');
    expect(asked(state)).toEqual({ more: ['ada'] });
    expect(state.branches[step('both')]?.[0]).toMatchObject({ taken: true, rejected: true });
    expect(state.steps[step('chief')]).toBeUndefined();
    expect(state.steps[legal]?.seats.map(({ status }) => status)).toEqual(['rejected', 'cancelled']);
  });

  test('the block is passed when the other branches have ended', () => {
    const rejected = [pen, rejects('ben', 'legal')] as const;
    const { state } = given(sideBySide('branch'), ...rejected, submits('ada', 'more'));
    expect(asked(state)).toEqual({ last: ['cleo'] });
  });

  test('signers that were added go with the branch', () => {
    const added = [pen, adds('ben', 'legal', 'before', ['cleo'])] as const;
    const { state } = given(sideBySide('branch'), ...added, rejects('dan', 'legal'));
    expect(state.steps[legal]?.seats.map(({ person, status }) => [person, status])).toEqual([
      ['ben', 'cancelled'],
      ['cleo', 'cancelled'],
      ['dan', 'rejected'],
    ]);
  });

  test('outside of parallel blocks the case is the only branch there is', () => {
    const plain = processOf({
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { reject: { ends: 'branch' } }) }],
    });
    expect(given(plain, pen, rejects('ben', 'check')).state.status).toBe('rejected');
  });

  test('an agreement of all goes on in the branch', () => {
    const { state } = given(sideBySide('branch'), pen, agrees('ben', 'legal'), agrees('dan', 'legal'));
    expect(asked(state)).toEqual({ chief: ['cleo'], more: ['ada'] });
  });
});
