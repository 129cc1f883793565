import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../../engine/case/reason.ts';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import {
  abstains,
  adds,
  agrees,
  on,
  person,
  rejects,
  returns,
  starts,
  step,
  submits,
  transfers,
} from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, digest, event, given } from '../../../support/given.ts';
import { asLead } from '../../../support/seats.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
const content = { ask: { what: 'a pen' } };

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
    starts('ada', content),
  ] as const;

const addedBefore = (from: string): Reason => ({ rule: 'added-before', params: { from }, because: [asLead] });
const activated = (seat: number) => event('SeatActivated', { step: check, round: 1, seat });

describe('rule 6: signers asked before (前加签)', () => {
  test('are not asked again because the adder then fills in the form of the step', () => {
    const process = processOf({
      forms: { review: { note: { type: 'text', title: 'Note', required: true } } },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { form: 'review' }) }],
    });
    const told = given(
      process,
      { organisation: crowd(1) },
      starts('ada', content),
      adds('l1', 'check', 'before', ['h1']),
      agrees('h1', 'check'),
    );
    const outcome = told.when(agrees('l1', 'check', { values: { review: { note: 'fine' } } }));
    outcome.recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('are recorded with who added them, and the adder waits', () => {
    const told = given(...two());
    const outcome = told.when(adds('l1', 'check', 'before', ['h1']));
    outcome.records(
      event('SignersAdded', {
        step: check,
        round: 1,
        seat: 2,
        place: 'before',
        seats: [{ id: 4, person: person('h1'), reason: addedBefore('l1'), from: 2, place: 'before' }],
        opinion: 'Ask them too.',
      }),
    );
    expect(asked(outcome.state)).toEqual({ check: ['h1', 'l2'] });
  });

  test('open the adder’s seat again when all of them have answered', () => {
    const told = given(...two(), adds('l1', 'check', 'before', ['h1', 'h2']), agrees('h1', 'check'));
    expect(asked(told.state)).toEqual({ check: ['h2', 'l2'] });
    const answered = told.when(agrees('h2', 'check', { opinion: 'Good.' }));
    expect(answered.events[1]).toEqual(activated(2));
    expect(answered.state.steps[check]?.seats[2]).toMatchObject({ person: 'h2', status: 'agreed', opinion: 'Good.' });
  });

  test('send a rejection back to the adder, who decides', () => {
    const told = given(...two({ mode: 'any' }), adds('l1', 'check', 'before', ['h1']));
    const outcome = told.when(rejects('h1', 'check', 'Too dear.'));
    outcome.records(
      event('SeatRejected', { step: check, round: 1, seat: 4, opinion: 'Too dear.', digest: digest(content) }),
      activated(2),
    );
    expect(outcome.state.status).toBe('open');
    given(...two(), adds('l1', 'check', 'before', ['h1']), rejects('h1', 'check'), agrees('l2', 'check'))
      .when(agrees('l1', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('are awaited whatever the others decide', () => {
    const told = given(...two({ mode: 'any' }), adds('l1', 'check', 'before', ['h1']));
    const agreed = told.when(agrees('l2', 'check'));
    agreed.recordsTypes('SeatAgreed');
    const rejected = given(...two({ mode: 'any' }), adds('l1', 'check', 'before', ['h1']), agrees('l2', 'check'));
    rejected.when(agrees('h1', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
    const undecided = rejected.when(rejects('h1', 'check'));
    undecided.recordsTypes('SeatRejected', 'SeatActivated');
    expect(undecided.state.steps[check]?.status).toBe('open');
  });

  test('may say no although the step may not reject', () => {
    given(...two({ reject: false }), adds('l1', 'check', 'before', ['h1']))
      .when(rejects('h1', 'check'))
      .recordsTypes('SeatRejected', 'SeatActivated');
  });

  test('do not abstain: somebody wanted their answer', () => {
    given(...two({ abstain: 'count' }), adds('l1', 'check', 'before', ['h1']))
      .when(abstains('h1', 'check'))
      .refuses({ code: 'not-allowed', action: 'abstain', why: 'not-in-this-process' });
  });

  test('stop the clock of the step until they have answered', () => {
    const timed = given(...two({ due: '2d' }), on('2026-11-02 10:00', adds('l1', 'check', 'before', ['h1'])));
    const asked = { at: '2026-11-04T16:00:00.000Z', provisional: false };
    expect(timed.state.steps[check]?.stopped).toEqual({ at: '2026-11-02T02:00:00.000Z', seat: 2, asked });
    const answered = timed.when(on('2026-11-03 10:00', agrees('h1', 'check')));
    answered.recordsTypes('SeatAgreed', 'SeatActivated', 'ClockResumed');
    expect(answered.state.steps[check]).toMatchObject({ due: { at: '2026-11-05T16:00:00.000Z' } });
    expect(answered.state.steps[check]?.stopped).toBeUndefined();
  });

  test('are asked again together with the adder when something else has changed that both saw', () => {
    const sided = processOf({
      forms: { grade: { stars: { type: 'integer', title: 'Stars' } } },
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [
              { steps: [{ check: approve('lead', { see: ['ask', 'grade'] }) }] },
              { steps: [{ side: fill('grade', 'starter') }] },
            ],
          },
        },
      ],
    });
    const told = given(
      sided,
      { organisation: crowd(2) },
      starts('ada', content),
      adds('l1', 'check', 'before', ['h1']),
      agrees('h1', 'check'),
      agrees('l1', 'check'),
    );
    const outcome = told.when(submits('ada', 'side', { values: { grade: { stars: 4 } } }));
    expect(asked(outcome.state)).toEqual({ check: ['h1'] });
  });

  test('answer whoever has taken the adder’s seat over', () => {
    const told = given(
      ...two(),
      adds('l1', 'check', 'before', ['h1']),
      rejects('h1', 'check'),
      transfers('l1', 'check', 'h2'),
    );
    expect(asked(told.state)).toEqual({ check: ['h2', 'l2'] });
    given(
      ...two(),
      adds('l1', 'check', 'before', ['h1']),
      agrees('h1', 'check'),
      transfers('l1', 'check', 'h2'),
      agrees('h2', 'check'),
    )
      .when(agrees('l2', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });
});

describe('rule 6: signers asked after (后加签)', () => {
  test('let the adder agree with the same command, and have to agree too', () => {
    const told = given(...two({ mode: 'any' }));
    const outcome = told.when(adds('l1', 'check', 'after', ['h1'], { opinion: 'Fine; finance too.' }));
    outcome.recordsTypes('SeatAgreed', 'SignersAdded');
    expect(outcome.events[0]?.data).toMatchObject({ seat: 2, opinion: 'Fine; finance too.', digest: digest(content) });
    expect(asked(outcome.state)).toEqual({ check: ['h1', 'l2'] });
    given(...two({ mode: 'any' }), adds('l1', 'check', 'after', ['h1']))
      .when(agrees('h1', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('count as a rejection of the step when they reject', () => {
    given(...two({ mode: { pass: 1 } }), adds('l1', 'check', 'after', ['h1']))
      .when(rejects('h1', 'check', 'No.'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 4, opinion: 'No.', cancelled: [3] }));
  });

  test('are not added on content that has changed', () => {
    given(...two())
      .when(adds('l1', 'check', 'after', ['h1'], { seen: digest({ ask: { what: 'two pens' } }) }))
      .refuses({ code: 'content-changed', step: check, seen: digest(content) });
  });
});

describe('rule 6: signers beside (并加签)', () => {
  test('vote with the others, and the threshold grows with them', () => {
    const half = two({ mode: { pass: '1/2' } });
    const told = given(...half, adds('l1', 'check', 'parallel', ['h1']));
    expect(asked(told.state)).toEqual({ check: ['l1', 'h1', 'l2'] });
    given(...half, adds('l1', 'check', 'parallel', ['h1']), agrees('l1', 'check'))
      .when(agrees('h1', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
    expect(told.when(agrees('l1', 'check')).state.steps[check]?.status).toBe('open');
  });

  test('of somebody asked first are asked first as well', () => {
    const nested = [
      ...two({ mode: 'any' }),
      adds('l1', 'check', 'before', ['h1']),
      adds('h1', 'check', 'parallel', ['h2']),
      agrees('h1', 'check'),
    ] as const;
    expect(asked(given(...nested).state)).toEqual({ check: ['h2', 'l2'] });
    given(...nested)
      .when(agrees('h2', 'check'))
      .recordsTypes('SeatAgreed', 'SeatActivated');
  });

  test('edit nothing and are shown what the step shows', () => {
    const { state } = given(...two(), adds('l1', 'check', 'parallel', ['h1']));
    expect(state.seen).toMatchObject({ h1: ['check'] });
    given(...two(), adds('l1', 'check', 'parallel', ['h1']))
      .when(agrees('h1', 'check', { values: { ask: { what: 'two pens' } } }))
      .refuses({ code: 'invalid-values', issues: [{ code: 'not-writable', path: '/ask/what', params: {} }] });
  });
});

describe('rule 6: adding, in general', () => {
  test('may be switched off by the step', () => {
    given(...two({ allow: ['transfer'] }))
      .when(adds('l1', 'check', 'before', ['h1']))
      .refuses({ code: 'not-allowed', action: 'addSigners', why: 'not-in-this-process' });
  });

  test('is for people with an open seat who name somebody and say why', () => {
    given(...two())
      .when(adds('h1', 'check', 'before', ['h2']))
      .refuses({ code: 'not-your-task', step: check });
    given(...two())
      .when(adds('l1', 'check', 'before', []))
      .refuses({ code: 'not-allowed', action: 'addSigners', why: 'not-in-this-process' });
  });

  test.each([
    ['somebody with a seat', ['l2'], 'l2', 'has-a-seat'],
    ['the same person twice', ['h1', 'h1'], 'h1', 'has-a-seat'],
    ['oneself', ['l1'], 'l1', 'has-a-seat'],
    ['who started the case', ['ada'], 'ada', 'starter'],
    ['somebody unknown', ['h1', 'zoe'], 'zoe', 'unknown'],
  ] as const)('refuses %s and adds nobody', (_, people, to, why) => {
    given(...two())
      .when(adds('l1', 'check', 'parallel', people))
      .refuses({ code: 'add-not-allowed', to, why });
  });

  test('goes three levels deep', () => {
    const deep = [
      ...two(),
      adds('l1', 'check', 'before', ['h1']),
      adds('h1', 'check', 'parallel', ['h2']),
      adds('h2', 'check', 'before', ['h3']),
    ] as const;
    given(...deep)
      .when(adds('h3', 'check', 'before', ['h4']))
      .refuses({ code: 'add-not-allowed', to: 'h4', why: 'too-deep' });
    expect(asked(given(...deep, agrees('h3', 'check')).state)).toEqual({ check: ['h1', 'h2', 'l2'] });
  });

  test('never comes back to somebody who was asked already', () => {
    given(...two(), adds('l1', 'check', 'before', ['h1']))
      .when(adds('h1', 'check', 'before', ['l1']))
      .refuses({ code: 'add-not-allowed', to: 'l1', why: 'has-a-seat' });
  });

  test('a return cancels all that were added', () => {
    const tree = [...two(), adds('l1', 'check', 'before', ['h1']), adds('h1', 'check', 'before', ['h2'])] as const;
    const outcome = given(...tree).when(returns('l2', 'check', 'ask'));
    expect(outcome.events[0]?.data).toMatchObject({ seat: 3, cancelled: [2, 4, 5] });
  });

  test('vector (6): a signer added with the deciding vote keeps the round open', () => {
    const last = [...two(), agrees('l1', 'check')] as const;
    expect(asked(given(...last).when(adds('l2', 'check', 'after', ['h1'])).state)).toEqual({ check: ['h1'] });
    expect(asked(given(...last).when(adds('l2', 'check', 'before', ['h1'])).state)).toEqual({ check: ['h1'] });
    const beside = given(...last, adds('l2', 'check', 'parallel', ['h1']));
    beside.when(agrees('l2', 'check')).recordsTypes('SeatAgreed');
  });
});
