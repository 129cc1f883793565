import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../../engine/case/context.ts';
import { readsOpinions, sightOf } from '../../../../engine/case/sight.ts';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import {
  adds,
  agrees,
  consults,
  delegates,
  on,
  person,
  rejects,
  removes,
  replies,
  starts,
  step,
  urges,
} from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, event, given, instant } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
const pen = starts('ada', { ask: { what: 'a pen', amount: '9.00' } });

const process = (more: Partial<ApproveStep> = {}) =>
  processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { mode: 'all', hide: ['ask.amount'], ...more }) },
      { last: approve('boss') },
    ],
  });
/** Leads l1 and l2 have seats 2 and 3. */
const two = (more: Partial<ApproveStep> = {}) => [process(more), { organisation: crowd(2) }, pen] as const;

function sightIn({ told, state }: ReturnType<typeof given>, who: string) {
  const context = contextOf(told.definition, state.values, state, told.facts);
  const sight = sightOf(state, person(who), context);
  return {
    sees: sight === undefined ? undefined : [...sight].sort(),
    opinions: readsOpinions(state, person(who), context),
  };
}

describe('rule 17: urging (催办)', () => {
  test('reminds everybody else who is asked now', () => {
    const told = given(...two());
    told.when(urges('ada', 'Today, please.')).records(event('Urged', { seats: [2, 3], text: 'Today, please.' }));
    given(...two(), agrees('l1', 'check'))
      .when(urges('l1'))
      .records(event('Urged', { seats: [3] }));
  });

  test('is for the starter and for whoever has decided', () => {
    const refusal = { code: 'not-allowed', action: 'urge', why: 'not-yours' } as const;
    given(...two())
      .when(urges('h1'))
      .refuses(refusal);
    given(...two())
      .when(urges('l1'))
      .refuses(refusal);
  });

  test('needs somebody else’s open seat', () => {
    const own = processOf({ steps: [{ ask: fill('ask', 'starter') }, { more: fill('ask', 'starter') }] });
    given(own, pen).when(urges('ada')).refuses({ code: 'not-allowed', action: 'urge', why: 'nothing-open' });
  });

  test('is possible again after four hours, whoever urged', () => {
    const told = given(...two(), agrees('l1', 'check'), on('2026-11-02 09:00', urges('ada')));
    told
      .when(on('2026-11-02 12:59', urges('l1')))
      .refuses({ code: 'urged-lately', until: instant('2026-11-02 13:00') });
    told.when(on('2026-11-02 13:00', urges('l1'))).recordsTypes('Urged');
  });

  test('leaves those alone who wait for somebody else', () => {
    const told = given(...two(), delegates('l1', 'check', 'h1'));
    told.when(urges('ada')).records(event('Urged', { seats: [4, 3] }));
  });
});

describe('rule 17: consulting (征询)', () => {
  test('asks a question without changing the round', () => {
    const told = given(...two());
    const outcome = told.when(consults('l1', 'check', 'h1', 'Do we need it?'));
    outcome.records(
      event('Consulted', {
        consultation: 1,
        step: check,
        to: { id: 4, person: person('h1'), reason: { rule: 'consulted', params: { from: 'l1' } } },
        question: 'Do we need it?',
        see: ['ask.what'],
      }),
    );
    expect(outcome.state.steps).toEqual(told.state.steps);
    expect(asked(outcome.state)).toEqual({ check: ['l1', 'l2'] });
  });

  test('several people may be asked at once, each answers once, also after the end', () => {
    const questions = [
      ...two(),
      consults('l1', 'check', 'h1'),
      consults('l1', 'check', 'h2'),
      rejects('l2', 'check'),
    ] as const;
    const told = given(...questions);
    told.when(replies('h2', 2, 'Yes.')).records(event('Replied', { consultation: 2, text: 'Yes.' }));
    told.when(replies('h1', 2)).refuses({ code: 'not-allowed', action: 'reply', why: 'not-yours' });
    told.when(replies('h1', 3)).refuses({ code: 'not-allowed', action: 'reply', why: 'not-yours' });
    const answered = given(...questions, replies('h1', 1, 'Yes.'));
    expect(answered.state.consultations[0]).toMatchObject({ to: 'h1', answer: 'Yes.', by: 'l1' });
    answered.when(replies('h1', 1)).refuses({ code: 'not-allowed', action: 'reply', why: 'acted-upon' });
  });

  test('the same person is asked again only after an answer', () => {
    const told = given(...two(), consults('l1', 'check', 'h1'));
    told.when(consults('l1', 'check', 'h1')).refuses({ code: 'not-allowed', action: 'consult', why: 'already-asked' });
    told.when(consults('l2', 'check', 'h1')).recordsTypes('Consulted');
    given(...two(), consults('l1', 'check', 'h1'), replies('h1', 1))
      .when(consults('l1', 'check', 'h1'))
      .recordsTypes('Consulted');
  });

  test('also the starter is asked, nobody who has left, is outside or oneself', () => {
    given(process(), pen)
      .when(consults('ben', 'check', 'ada'))
      .recordsTypes('Consulted');
    for (const [to, why] of [
      ['eve', 'external'],
      ['fay', 'left'],
      ['zoe', 'unknown'],
      ['ben', 'has-a-seat'],
    ] as const)
      given(process(), pen)
        .when(consults('ben', 'check', to))
        .refuses({ code: 'add-not-allowed', to, why });
    given(process(), { organisation: peopleChanged({ fay: { active: true } }) }, pen)
      .when(consults('ben', 'check', 'fay'))
      .recordsTypes('Consulted');
  });

  test('needs an open seat and a question', () => {
    given(...two())
      .when(consults('h1', 'check', 'h2'))
      .refuses({ code: 'not-your-task', step: check });
    given(...two())
      .when(consults('l1', 'check', 'h2', ' '))
      .refuses({ code: 'opinion-required' });
  });
});

describe('rule 17: what people beside the step’s own are shown', () => {
  const shown = { sees: ['ask.what'], opinions: true };

  test('added signers and delegates see what the step shows, also after they were taken out', () => {
    expect(sightIn(given(...two(), adds('l1', 'check', 'before', ['h1'])), 'h1')).toEqual(shown);
    expect(sightIn(given(...two(), delegates('l1', 'check', 'h1')), 'h1')).toEqual(shown);
    expect(sightIn(given(...two(), delegates('l1', 'check', 'h1'), removes('l1', 'check', 4)), 'h1')).toEqual(shown);
  });

  test('whoever was only consulted sees the same, and none of the opinions', () => {
    const consulted = given(...two(), consults('l1', 'check', 'h1'));
    expect(sightIn(consulted, 'h1')).toEqual({ sees: ['ask.what'], opinions: false });
    expect(sightIn(consulted, 'h2')).toEqual({ sees: undefined, opinions: false });
  });
});
