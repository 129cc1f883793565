import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../../engine/case/context.ts';
import type { SeatEntered } from '../../../../engine/case/events.ts';
import { sightOf } from '../../../../engine/case/sight.ts';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import {
  adds,
  advises,
  agrees,
  claims,
  consults,
  delegates,
  on,
  person,
  rejects,
  removes,
  returns,
  starts,
  step,
  transfers,
} from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, event, given, instant } from '../../../support/given.ts';
import { asLead } from '../../../support/seats.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');

/** Leads l1 and l2 have seats 2 and 3. */
const two = (more: Partial<ApproveStep> = {}) =>
  [
    processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { mode: 'all', return: { to: ['ask'] }, ...more }) },
      ],
    }),
    { organisation: crowd(2) },
    starts('ada', { ask: { what: 'a pen' } }),
  ] as const;

describe('rule 7: transfer (转办)', () => {
  test('vector (8): not to somebody who has a seat in the round, decided or not', () => {
    const refusal = { code: 'transfer-not-allowed', to: 'l2', why: 'has-a-seat' } as const;
    given(...two())
      .when(transfers('l1', 'check', 'l2'))
      .refuses(refusal);
    given(...two(), agrees('l2', 'check'))
      .when(transfers('l1', 'check', 'l2'))
      .refuses(refusal);
    const added = given(...two(), adds('l1', 'check', 'parallel', ['h1']));
    added.when(transfers('l2', 'check', 'h1')).refuses({ code: 'transfer-not-allowed', to: 'h1', why: 'has-a-seat' });
  });

  test('may be switched off by the step', () => {
    given(...two({ allow: ['add'] }))
      .when(transfers('l1', 'check', 'h1'))
      .refuses({ code: 'not-allowed', action: 'transfer', why: 'not-in-this-process' });
  });

  test('an added signer’s seat stays one: the new person edits nothing and answers the adder', () => {
    const told = given(...two(), adds('l1', 'check', 'before', ['h1']), transfers('h1', 'check', 'h2'));
    expect(told.state.steps[check]?.seats[2]).toMatchObject({ person: 'h2', place: 'before', from: 2 });
    told.when(rejects('h2', 'check')).recordsTypes('SeatRejected', 'SeatActivated');
  });

  test('a claimed seat keeps its claim, and the others are still held back', () => {
    const told = given(...two({ mode: 'any', claim: true }), claims('l1', 'check'), transfers('l1', 'check', 'h1'));
    expect(asked(told.state)).toEqual({ check: ['h1'] });
    told.when(agrees('l2', 'check')).refuses({ code: 'taken', step: check, person: person('h1') });
  });

  test('the former person goes on reading what was shown', () => {
    const { told, state } = given(...two(), transfers('l1', 'check', 'h1'));
    const context = contextOf(told.definition, state.values, state, told.facts);
    expect(sightOf(state, person('l1'), context)).toEqual(sightOf(state, person('h1'), context));
    expect(sightOf(state, person('l1'), context)?.has('ask.what')).toBe(true);
  });
});

describe('rule 7: delegate (委派)', () => {
  test('asks somebody else while the owner waits and the clock stands still', () => {
    const told = given(...two({ due: '2d' }));
    const outcome = told.when(delegates('l1', 'check', 'h1', 'Is it any good?'));
    const to: SeatEntered = {
      id: 4,
      person: person('h1'),
      reason: { rule: 'delegated', params: { from: 'l1' }, because: [asLead] },
      from: 2,
      place: 'delegate',
    };
    const until = { at: instant('2026-11-05 00:00'), provisional: false };
    outcome.records(
      event('SeatDelegated', { step: check, round: 1, seat: 2, to, opinion: 'Is it any good?' }),
      event('ClockStopped', { step: check, round: 1, seat: 2, asked: until }),
    );
    expect(asked(outcome.state)).toEqual({ check: ['h1', 'l2'] });
  });

  test('the advice leads back to the owner, whose decision counts', () => {
    const past = [
      ...two({ due: '2d' }),
      on('2026-11-02 10:00', delegates('l1', 'check', 'h1')),
      agrees('l2', 'check'),
    ] as const;
    const outcome = given(...past).when(on('2026-11-04 10:00', advises('h1', 'check', 'Better not.')));
    outcome.recordsTypes('SeatAdvised', 'SeatActivated', 'ClockResumed');
    expect(outcome.state.steps[check]?.seats[1]).toMatchObject({ status: 'advised', opinion: 'Better not.' });
    given(...past, advises('h1', 'check'))
      .when(agrees('l1', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('whoever gives advice decides nothing and adds nobody', () => {
    const told = given(...two({ abstain: 'count' }), delegates('l1', 'check', 'h1'));
    const refusal = { code: 'not-your-task', step: check } as const;
    told.when(agrees('h1', 'check')).refuses(refusal);
    told.when(rejects('h1', 'check')).refuses(refusal);
    told.when(returns('h1', 'check', 'ask')).refuses(refusal);
    told.when(adds('h1', 'check', 'parallel', ['h2'])).refuses(refusal);
    told.when(delegates('h1', 'check', 'h2')).refuses(refusal);
    told.when(advises('l2', 'check')).refuses(refusal);
    told.when(advises('h1', 'check', ' ')).refuses({ code: 'opinion-required' });
  });

  test('whoever gives advice may pass the question on or ask a question of their own', () => {
    const told = given(...two(), delegates('l1', 'check', 'h1'));
    told.when(consults('h1', 'check', 'h2')).recordsTypes('Consulted');
    given(...two(), delegates('l1', 'check', 'h1'), transfers('h1', 'check', 'h2'))
      .when(advises('h2', 'check'))
      .recordsTypes('SeatAdvised', 'SeatActivated');
  });

  test('the advice is not among the votes, and the owner’s still is', () => {
    const told = given(...two({ mode: { pass: '1/2' } }), delegates('l1', 'check', 'h1'));
    expect(told.when(agrees('l2', 'check')).events[1]).toEqual(
      event('StepCompleted', { step: check, round: 1, why: 'votes', cancelled: [2, 4] }),
    );
  });

  test('the owner takes the question back by removing the delegate', () => {
    const told = given(...two(), delegates('l1', 'check', 'h1'));
    const outcome = told.when(removes('l1', 'check', 4));
    outcome.recordsTypes('SignerRemoved', 'SeatActivated');
    expect(asked(outcome.state)).toEqual({ check: ['l1', 'l2'] });
  });

  test('is refused for whoever may not sit there, and where the step does not allow it', () => {
    given(...two())
      .when(delegates('l1', 'check', 'ada'))
      .refuses({ code: 'delegate-not-allowed', to: 'ada', why: 'starter' });
    given(...two({ allow: ['add'] }))
      .when(delegates('l1', 'check', 'h1'))
      .refuses({ code: 'not-allowed', action: 'delegate', why: 'not-in-this-process' });
  });

  test('a fill step is delegated as well, and completed by its owner', () => {
    const shared = processOf({ steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'lead') }] });
    const past = [{ organisation: crowd(1) }, starts('ada', { ask: { what: 'a pen' } }), delegates('l1', 'add', 'h1')];
    expect(asked(given(shared, ...past, advises('h1', 'add')).state)).toEqual({ add: ['l1'] });
  });
});
