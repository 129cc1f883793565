import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import { abstains, agrees, rejects, removes, returns, starts, step } from '../../../support/acts.ts';
import { crowd } from '../../../support/crowd.ts';
import { asked, digest, event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const check = step('check');
const pen = starts('ada', { ask: { what: 'a pen' } });

const process = (more: Partial<ApproveStep>) =>
  processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { return: { to: ['ask'] }, ...more }) },
      { last: approve('boss') },
    ],
  });

/** Leads l1 to ln have seats 2 to n + 1. */
const voting = (people: number, more: Partial<ApproveStep>) =>
  [process(more), { organisation: crowd(people) }, pen] as const;

describe('rule 3: a share of the votes', () => {
  test.each([
    { pass: '2/3', people: 4, needed: 3 },
    { pass: '2/3', people: 3, needed: 2 },
    { pass: '2/3', people: 1, needed: 1 },
    { pass: '1/2', people: 5, needed: 3 },
    { pass: '33.4%', people: 3, needed: 2 },
    { pass: '33.3%', people: 3, needed: 1 },
    { pass: '10%', people: 10, needed: 1 },
    { pass: '100%', people: 3, needed: 3 },
    { pass: 2, people: 5, needed: 2 },
  ] as const)('$pass of $people are $needed agreements, not one less', ({ pass, people, needed }) => {
    const agreements = Array.from({ length: needed }, (_, index) => agrees(`l${index + 1}`, 'check'));
    const [first, ...rest] = voting(people, { mode: { pass } });
    expect(given(first, ...rest, ...agreements.slice(1)).state.steps[check]?.status).toBe('open');
    expect(given(first, ...rest, ...agreements).state.steps[check]?.status).toBe('done');
  });

  test('an early decision cancels the other seats, and tells them why', () => {
    const told = given(...voting(4, { mode: { pass: '1/2' } }), agrees('l1', 'check'));
    const outcome = told.when(agrees('l3', 'check'));
    outcome.recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    expect(outcome.events[1]).toEqual(
      event('StepCompleted', { step: check, round: 1, why: 'votes', cancelled: [3, 5] }),
    );
    expect(outcome.state.steps[check]?.seats[1]).toMatchObject({
      status: 'cancelled',
      end: { rule: 'votes-reached', params: { by: 'l3' } },
    });
  });

  test('a rejection only counts until the agreements needed are out of reach', () => {
    const told = given(
      ...voting(4, { mode: { pass: '1/2' } }),
      rejects('l1', 'check'),
      rejects('l2', 'check', 'Dear.'),
    );
    expect(told.state.steps[check]?.seats[1]).toMatchObject({ status: 'rejected', opinion: 'Dear.' });
    expect(asked(told.state)).toEqual({ check: ['l3', 'l4'] });
    told
      .when(rejects('l4', 'check', 'No.'))
      .records(
        event('CaseRejected', { step: check, round: 1, seat: 5, opinion: 'No.', cancelled: [4], why: 'impossible' }),
      );
    const { state } = given(...voting(3, { mode: { pass: '2/3' } }), rejects('l1', 'check'), rejects('l2', 'check'));
    expect(state.steps[check]?.seats[2]?.end).toEqual({ rule: 'votes-impossible', params: { by: 'l2' } });
  });

  test('with fail: any the first rejection ends it', () => {
    given(...voting(4, { mode: { pass: '1/2', fail: 'any' } }))
      .when(rejects('l4', 'check', 'No.'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 5, opinion: 'No.', cancelled: [2, 3, 4] }));
  });

  test('a vote count that exceeds the people of the role is filled up, never clamped', () => {
    const told = given(...voting(1, { mode: { pass: 2 } }));
    expect(asked(told.state)).toEqual({ check: ['l1', 'boss'] });
    told.when(agrees('l1', 'check')).recordsTypes('SeatAgreed');
  });
});

describe('rule 3: abstaining', () => {
  test('is open only where the step says so', () => {
    given(...voting(2, { mode: { pass: '1/2' } }))
      .when(abstains('l1', 'check'))
      .refuses({ code: 'not-allowed', action: 'abstain', why: 'not-in-this-process' });
  });

  test('records the opinion, if any, and what was seen', () => {
    const { events } = given(...voting(2, { mode: { pass: '1/2' }, abstain: 'count' })).when(
      abstains('l1', 'check', { opinion: 'I know them.' }),
    );
    expect(events[0]?.data).toMatchObject({
      seat: 2,
      opinion: 'I know them.',
      digest: expect.stringMatching(/^\w{64}$/),
    });
  });

  test('on other content than was seen is refused', () => {
    given(...voting(2, { abstain: 'count' }))
      .when(abstains('l1', 'check', { seen: digest({ ask: { what: 'two pens' } }) }))
      .refuses({ code: 'content-changed', step: check, seen: digest({ ask: { what: 'a pen' } }) });
  });

  test('counts among the votes, so that the others have to make up for it', () => {
    const abstained = [...voting(4, { mode: { pass: '1/2' }, abstain: 'count' }), abstains('l1', 'check')] as const;
    given(...abstained, agrees('l2', 'check'))
      .when(agrees('l3', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    given(...abstained, abstains('l2', 'check'))
      .when(abstains('l3', 'check'))
      .records(
        expect.objectContaining({ type: 'SeatAbstained' }),
        event('CaseRejected', { step: check, round: 1, opinion: '', cancelled: [5], why: 'impossible' }),
      );
  });

  test('shrinks the votes where the step says so: one of the two left is half', () => {
    const told = given(
      ...voting(4, { mode: { pass: '1/2' }, abstain: 'shrink' }),
      abstains('l1', 'check'),
      abstains('l2', 'check'),
    );
    told.when(agrees('l3', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
  });

  test('may decide: who is left has agreed', () => {
    given(...voting(2, { mode: 'all', abstain: 'shrink' }), agrees('l1', 'check'))
      .when(abstains('l2', 'check'))
      .recordsTypes('SeatAbstained', 'StepCompleted', 'StepEntered');
  });
});

describe('rule 3: no votes at all', () => {
  test('never pass: when all have abstained, the nobody rule is asked', () => {
    const told = given(...voting(2, { mode: 'all', abstain: 'shrink' }), abstains('l1', 'check'));
    const outcome = told.when(abstains('l2', 'check'));
    outcome.recordsTypes('SeatAbstained', 'SignersAdded');
    expect(asked(outcome.state)).toEqual({ check: ['boss'] });
    expect(outcome.events[1]?.data).toMatchObject({ seats: [{ person: 'boss', reason: { rule: 'nobody' } }] });
  });

  test('and the last one cannot abstain when there is nobody else', () => {
    const past = [...voting(1, { mode: 'any', abstain: 'shrink' }), abstains('l1', 'check')] as const;
    given(...past)
      .when(abstains('boss', 'check'))
      .refuses({ code: 'nobody', step: check, role: 'lead' });
  });

  test('votes that abstentions leave too few of are filled up as well', () => {
    const told = given(...voting(2, { mode: { pass: 2 }, abstain: 'shrink' }), agrees('l1', 'check'));
    const outcome = told.when(abstains('l2', 'check'));
    expect(asked(outcome.state)).toEqual({ check: ['boss'] });
  });

  test('a step that cannot reject asks others when its votes are out of reach', () => {
    const told = given(...voting(2, { mode: { pass: 2 }, abstain: 'count', reject: false }), agrees('l1', 'check'));
    expect(asked(told.when(abstains('l2', 'check')).state)).toEqual({ check: ['boss'] });
  });

  test('a seat that the votes need is not removed, not even by an administrator', () => {
    const refusal = { code: 'not-allowed', action: 'removeSigner', why: 'the-last-one' } as const;
    given(...voting(1, { mode: 'all' }))
      .when(removes('boss', 'check', 2))
      .refuses(refusal);
    given(...voting(2, { mode: { pass: 2 } }))
      .when(removes('boss', 'check', 2))
      .refuses(refusal);
  });
});

describe('rule 3: a return by one countersigner', () => {
  const later: Partial<ApproveStep> = { mode: 'all', return: { to: ['ask'], when: 'afterAll' } };

  test('decides at once, unless the step waits for all', () => {
    given(...voting(2, { mode: 'all' }))
      .when(returns('l1', 'check', 'ask'))
      .recordsTypes('StepReturned', 'StepEntered');
  });

  test('waits for the others where the step says so, and no agreement completes the round', () => {
    const told = given(...voting(3, later), returns('l1', 'check', 'ask'), agrees('l2', 'check'));
    expect(asked(told.state)).toEqual({ check: ['l3'] });
    expect(told.when(agrees('l3', 'check')).events[1]?.data).toMatchObject({ to: 'ask', seat: 2 });
  });

  test('a rejection that decides does not wait', () => {
    given(...voting(3, later), returns('l1', 'check', 'ask'))
      .when(rejects('l2', 'check'))
      .recordsTypes('CaseRejected');
  });
});

describe('rule 3: the vectors', () => {
  test('vector (1): the last of two countersigners decides, whoever comes first', () => {
    const [definition, ...past] = voting(2, { mode: 'all' });
    for (const [first, last] of [
      ['l1', 'l2'],
      ['l2', 'l1'],
    ] as const) {
      given(definition, ...past, agrees(first, 'check'))
        .when(agrees(last, 'check'))
        .recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
      given(definition, ...past, agrees(first, 'check'), agrees(last, 'check'))
        .when(agrees(first, 'check'))
        .refuses({ code: 'step-moved', step: check });
    }
  });

  test('vector (11): two thirds of four are three, of one one, and of none never', () => {
    const twoThirds = { mode: { pass: '2/3' }, abstain: 'shrink' } as const;
    const four = given(...voting(4, twoThirds), agrees('l1', 'check'), agrees('l2', 'check'));
    expect(four.state.steps[check]?.status).toBe('open');
    four.when(agrees('l3', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    given(...voting(1, twoThirds))
      .when(agrees('l1', 'check'))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    given(...voting(1, twoThirds))
      .when(abstains('l1', 'check'))
      .recordsTypes('SeatAbstained', 'SignersAdded');
  });

  test('vector (12): 33.4 % of three are two', () => {
    const told = given(...voting(3, { mode: { pass: '33.4%' } }), agrees('l1', 'check'));
    expect(told.state.steps[check]?.status).toBe('open');
    told.when(agrees('l2', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
  });
});
