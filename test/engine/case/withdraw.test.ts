import { describe, expect, test } from 'vitest';
import type { Reason } from '#engine';
import {
  agrees,
  comments,
  on,
  opens,
  person,
  rejects,
  returns,
  starts,
  step,
  submits,
  transfers,
  withdraws,
} from '../../support/acts.ts';
import { asked, event, given } from '../../support/given.ts';
import { asLead, asStarter, seat } from '../../support/seats.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen' } });
const [ask, check, last] = [step('ask'), step('check'), step('last')];

/** Ada asks, the leads check, the boss decides; Ada may take it back until the boss has. */
const parts = {
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { return: { to: ['ask'] } }) },
    { last: approve('boss', { reject: false }) },
    { after: approve('lead') },
  ],
  withdraw: { until: 'last' },
};
const process = processOf(parts);

describe('withdrawing a case (撤回)', () => {
  test('to correct it: the first step is open again with everything typed so far', () => {
    const told = given(process, pen).when(withdraws('ada', 'keep', 'Wrong colour.'));
    told.records(
      event('CaseWithdrawn', {
        opinion: 'Wrong colour.',
        to: ask,
        reset: [ask, check, last, step('after')],
        cancelled: [2, 3],
      }),
      event('StepEntered', { step: ask, round: 2, seats: [seat(4, 'ada', asStarter)] }),
    );
    expect(told.state).toMatchObject({ status: 'open', values: { ask: { what: 'a pen' } } });
  });

  test('to end it: the case is over', () => {
    const told = given(process, pen).when(withdraws('ada', 'end', 'Not needed.'));
    told.records(event('CaseWithdrawn', { opinion: 'Not needed.', reset: [], cancelled: [2, 3] }));
    expect(told.state).toMatchObject({ status: 'withdrawn', endedAt: '2026-11-02T01:00:00.000Z' });
    expect(asked(told.state)).toEqual({});
  });

  test('a decision that comes after it is told so', () => {
    given(process, pen, withdraws('ada', 'keep'))
      .when(agrees('ben', 'check'))
      .refuses({ code: 'step-moved', step: check });
    given(process, pen, withdraws('ada', 'end')).when(agrees('ben', 'check')).refuses({ code: 'not-open' });
  });

  test.each(['ben', 'cleo', 'eve'])('is for whoever started it, not for %s', (who) => {
    given(process, pen).when(withdraws(who, 'end')).refuses({ code: 'withdraw-not-allowed' });
  });

  test('is possible while the named step is undecided, and no longer after it', () => {
    const until = [pen, agrees('ben', 'check')] as const;
    given(process, ...until)
      .when(withdraws('ada', 'end'))
      .recordsTypes('CaseWithdrawn');
    given(process, ...until, agrees('cleo', 'last'))
      .when(withdraws('ada', 'end'))
      .refuses({ code: 'withdraw-not-allowed' });
  });

  test('needs a process that names a step, and a reason', () => {
    given(processOf({ steps: parts.steps }), pen)
      .when(withdraws('ada', 'end'))
      .refuses({ code: 'withdraw-not-allowed' });
    given(process, pen)
      .when(withdraws('ada', 'end', ''))
      .refuses({ code: 'opinion-required' });
  });

  test('what nobody was asked about yet is not withdrawn', () => {
    given(process, opens('ada', {}, { case: 'case-0', step: step('next') }))
      .when(withdraws('ada', 'keep'))
      .refuses({ code: 'withdraw-not-allowed' });
  });
});

describe('rejecting (驳回)', () => {
  test('ends the case with a reason', () => {
    const told = given(process, pen).when(rejects('dan', 'check', 'No money.'));
    told.records(event('CaseRejected', { step: check, round: 1, seat: 3, opinion: 'No money.', cancelled: [2] }));
    expect(told.state).toMatchObject({ status: 'rejected', endedAt: '2026-11-02T01:00:00.000Z' });
    given(process, pen)
      .when(rejects('dan', 'check', ''))
      .refuses({ code: 'opinion-required' });
  });

  test('is not for every step', () => {
    given(process, pen, agrees('ben', 'check'))
      .when(rejects('cleo', 'last'))
      .refuses({ code: 'reject-not-allowed', step: last });
    given(process, pen, returns('ben', 'check', 'ask'))
      .when(rejects('ada', 'ask'))
      .refuses({ code: 'reject-not-allowed', step: ask });
  });

  test('nothing but comments happens to a case that is over', () => {
    const over = given(process, pen, rejects('ben', 'check'));
    const refusal = { code: 'not-open' } as const;
    over.when(agrees('dan', 'check')).refuses(refusal);
    over.when(submits('ada', 'ask')).refuses(refusal);
    over.when(returns('dan', 'check', 'ask')).refuses(refusal);
    over.when(transfers('dan', 'check', 'cleo')).refuses(refusal);
    over.when(withdraws('ada', 'keep')).refuses(refusal);
    over.when(comments('ada', 'Why?')).records(event('Commented', { text: 'Why?' }));
  });
});

describe('transferring a seat (转办)', () => {
  test('moves it to somebody else, with the reason it had', () => {
    const told = given(process, pen).when(transfers('ben', 'check', 'cleo', 'Away.'));
    const reason: Reason = { rule: 'transfer', params: { from: 'ben' }, because: [asLead] };
    told.records(event('SeatMoved', { step: check, round: 1, seat: 2, to: seat(4, 'cleo', reason), opinion: 'Away.' }));
    expect(asked(told.state)).toEqual({ check: ['cleo', 'dan'] });
  });

  test('whoever moved it may not decide any more, the other may', () => {
    const moved = given(process, pen, transfers('ben', 'check', 'cleo'));
    moved.when(agrees('ben', 'check')).refuses({ code: 'not-your-task', step: check });
    moved.when(agrees('cleo', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
    expect(moved.state.seen).toMatchObject({ ben: ['check'], cleo: ['check'] });
  });

  test('may go on, and back to who had it', () => {
    const moved = given(process, pen, transfers('ben', 'check', 'cleo'), transfers('cleo', 'check', 'ben'));
    expect(asked(moved.state)).toEqual({ check: ['ben', 'dan'] });
    expect(moved.state.steps[check]?.seats.map(({ id, status }) => [id, status])).toEqual([
      [2, 'moved'],
      [4, 'moved'],
      [5, 'open'],
      [3, 'open'],
    ]);
  });

  test.each([
    ['dan', 'has a seat in the round already', 'has-a-seat'],
    ['ben', 'is oneself', 'has-a-seat'],
    ['ada', 'started the case', 'starter'],
    ['eve', 'is external', 'external'],
    ['fay', 'has left', 'left'],
    ['zoe', 'is unknown', 'unknown'],
  ] as const)('not to %s, who %s', (to, _, why) => {
    given(process, pen)
      .when(transfers('ben', 'check', to))
      .refuses({ code: 'transfer-not-allowed', to, why });
  });

  test('to whoever started the case where that is allowed', () => {
    const own = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { self: 'allow' }) }] });
    given(own, pen)
      .when(transfers('ben', 'check', 'ada'))
      .recordsTypes('SeatMoved');
  });

  test('a fill step is transferred as well, and the deadline goes along', () => {
    const timed = processOf({ steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'boss', { due: '3d' }) }] });
    const { state } = given(timed, pen).when(transfers('cleo', 'add', 'ada'));
    expect(state.steps[step('add')]).toMatchObject({ due: { at: '2026-11-05T16:00:00.000Z' }, round: 1 });
    expect(asked(state)).toEqual({ add: ['ada'] });
  });

  test('needs a reason and a seat of one’s own', () => {
    given(process, pen)
      .when(transfers('ben', 'check', 'cleo', ' '))
      .refuses({ code: 'opinion-required' });
    given(process, pen)
      .when(transfers('cleo', 'check', 'ben'))
      .refuses({ code: 'not-your-task', step: check });
  });
});

describe('commenting', () => {
  test('changes nothing but what was said, by whom and when', () => {
    const told = given(process, pen).when(on('2026-11-03 08:30', comments('eve', 'In stock.')));
    told.records(event('Commented', { text: 'In stock.' }));
    expect(told.state.comments).toEqual([{ by: person('eve'), at: '2026-11-03T00:30:00.000Z', text: 'In stock.' }]);
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
  });
});
