import { describe, expect, test } from 'vitest';
import { adds, agrees, on, rejects, returns, starts, step, submits, ticks, withdraws } from '../../../support/acts.ts';
import { asked, event, given } from '../../../support/given.ts';
import { asLead, asStarter, seat } from '../../../support/seats.ts';
import { approve, fill, formsOf, processOf } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen', amount: '50' } });
const check = step('check');

describe('rule 1: returning when everybody has decided (全员表态后退回)', () => {
  const afterAll = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { mode: 'all', return: { to: ['ask', 'first'], when: 'afterAll', max: 1 } }) },
      { last: approve('boss') },
    ],
  });

  test('the first return is counted and waits for the others', () => {
    const told = given(afterAll, pen).when(returns('dan', 'check', 'ask', 'Which colour?'));
    told.records(event('SeatReturned', { step: check, round: 1, seat: 3, to: step('ask'), opinion: 'Which colour?' }));
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    expect(told.state.returns).toEqual({});
  });

  test('it takes place when the last of them has decided, whatever they decided', () => {
    const told = given(afterAll, pen, returns('dan', 'check', 'ask', 'Which colour?')).when(agrees('ben', 'check'));
    told.recordsTypes('SeatAgreed', 'StepReturned', 'StepEntered');
    expect(told.events[1]).toMatchObject({ data: { seat: 3, opinion: 'Which colour?', cancelled: [] } });
    expect(asked(told.state)).toEqual({ ask: ['ada'] });
    expect(told.state.returns).toEqual({ check: 1 });
  });

  test('of several returns the first takes place', () => {
    const told = given(afterAll, pen, returns('dan', 'check', 'ask', 'One.')).when(
      on('2026-11-02 10:00', returns('ben', 'check', 'ask', 'Two.')),
    );
    told.recordsTypes('SeatReturned', 'StepReturned', 'StepEntered');
    expect(told.events[1]).toMatchObject({ data: { seat: 3, opinion: 'One.' } });
  });

  test('a rejection that decides is stronger than a return', () => {
    const told = given(afterAll, pen, returns('dan', 'check', 'ask')).when(rejects('ben', 'check'));
    told.recordsTypes('CaseRejected');
  });

  test('an added signer is waited for as well', () => {
    const told = given(afterAll, pen, adds('ben', 'check', 'parallel', ['cleo']), returns('dan', 'check', 'ask'));
    expect(asked(told.when(agrees('ben', 'check')).state)).toEqual({ check: ['cleo'] });
  });
});

describe('rule 1: the same people first (优先原处理人)', () => {
  const pool = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { work: fill('ask', 'lead') },
      { check: approve('boss', { return: { to: ['work'] } }) },
    ],
  });

  test('whoever had the last word is asked first and told so, the others are asked too', () => {
    const told = given(pool, pen, submits('dan', 'work')).when(returns('cleo', 'check', 'work'));
    expect(told.events[1]).toEqual(
      event('StepEntered', {
        step: step('work'),
        round: 2,
        seats: [
          seat(5, 'dan', { rule: 'familiar', params: { person: 'dan' }, because: [asLead] }),
          seat(6, 'ben', asLead),
        ],
      }),
    );
  });

  test('a step that asks everybody in order keeps its order', () => {
    const ordered = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { mode: 'sequential' }) },
        { last: approve('boss', { return: { to: ['check'] } }) },
      ],
    });
    const told = given(ordered, pen, agrees('ben', 'check'), agrees('dan', 'check'), returns('cleo', 'last', 'check'));
    expect(told.state.steps[check]?.seats.map(({ person, reason }) => [person, reason.rule])).toEqual([
      ['ben', 'post'],
      ['dan', 'post'],
    ]);
  });
});

describe('rule 1: out of countersigning and with added signers', () => {
  const many = processOf({
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'all', return: { to: ['ask'] } }) }],
  });

  test('the whole tree of added signers goes with the round', () => {
    const told = given(many, pen, adds('ben', 'check', 'before', ['cleo'])).when(returns('dan', 'check', 'ask'));
    expect(told.events[0]).toMatchObject({ data: { seat: 3, cancelled: [2, 4] } });
    expect(told.state.steps).toMatchObject({ ask: { status: 'open' } });
    expect(told.state.steps[check]).toBeUndefined();
  });

  test('whoever returns has agreed to nothing any more, in no step', () => {
    const rules = {
      nobody: { to: { post: 'boss' } },
      self: { to: { managerOf: 'self' } },
      repeat: 'skip-unchanged',
    } as const;
    const twice = processOf({
      rules,
      steps: [
        { ask: fill('ask', 'starter') },
        { one: approve('boss') },
        { two: approve('boss', { repeat: 'ask', return: { to: ['ask'] } }) },
      ],
    });
    const told = given(twice, pen, agrees('cleo', 'one'), returns('cleo', 'two', 'ask'), submits('ada', 'ask'));
    expect(asked(told.state)).toEqual({ one: ['cleo'] });
  });
});

describe('rule 1: cases that were started', () => {
  const memo = formsOf({ memo: { text: { type: 'text', title: 'Text' } } });
  const starting = (onReturn: 'stop' | 'detach') =>
    processOf({
      foreign: { other: memo },
      steps: [
        { ask: fill('ask', 'starter') },
        { next: { start: 'other', as: 'starter', onReturn } },
        { last: approve('boss', { return: { to: ['ask'] } }) },
      ],
      withdraw: { until: 'last' },
    });
  const stopped = event('ChildStopped', { key: 'case-1:next:1' });

  test('stop when the case goes back past them or ends, unless they are left alone', () => {
    for (const act of [returns('cleo', 'last', 'ask'), withdraws('ada', 'keep'), withdraws('ada', 'end')]) {
      expect(given(starting('stop'), pen).when(act).events[0]).toEqual(stopped);
      expect(given(starting('detach'), pen).when(act).events).not.toContainEqual(stopped);
    }
  });

  test('are asked for anew when the case comes by again', () => {
    const told = given(starting('stop'), pen, returns('cleo', 'last', 'ask')).when(submits('ada', 'ask'));
    expect(told.events).toContainEqual(
      expect.objectContaining({ type: 'StartRequested', data: expect.objectContaining({ key: 'case-1:next:2' }) }),
    );
  });
});

test('vector (13): returned three times, the deadline and its reminders begin anew each time', () => {
  const timed = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { due: '1d', overdue: [{ copy: ['boss'] }], return: { to: ['ask'] } }) },
    ],
  });
  const late = ticks('2026-11-04 08:00');
  const first = given(timed, pen, late);
  expect(first.state.steps[check]).toMatchObject({ late: 1, due: { at: '2026-11-03T16:00:00.000Z' } });
  const loop = [returns('ben', 'check', 'ask'), submits('ada', 'ask')] as const;
  const { state, when } = given(timed, pen, late, ...loop, ...loop, ...loop);
  expect(state.steps[check]).toMatchObject({ round: 4, late: 0, reminded: 0, due: { at: '2026-11-05T16:00:00.000Z' } });
  expect(when(ticks('2026-11-06 08:00')).events).toMatchObject([
    { type: 'DeadlinePassed', data: { round: 4, level: 1 } },
  ]);
});

describe('rule 13: two commands at once, one after the other', () => {
  const parallel = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { pre: approve('boss') },
      {
        both: {
          return: { to: ['ask', 'pre'] },
          parallel: [{ steps: [{ a: approve('boss') }] }, { steps: [{ b: approve('lead', { mode: 'all' }) }] }],
        },
      },
    ],
  });
  const way = [pen, agrees('cleo', 'pre')] as const;

  test('vector (4): a return from one branch and an agreement in the other: whoever is second learns what happened', () => {
    given(parallel, ...way, returns('cleo', 'a', 'ask'))
      .when(agrees('ben', 'b'))
      .refuses({ code: 'step-moved', step: step('b') });
    const other = given(parallel, ...way, agrees('ben', 'b')).when(returns('cleo', 'a', 'ask'));
    expect(other.events[0]).toMatchObject({ type: 'StepReturned', data: { cancelled: [5] } });
    expect(other.events[1]).toEqual(
      event('StepEntered', { step: step('ask'), round: 2, seats: [seat(6, 'ada', asStarter)] }),
    );
  });

  test('vector (5): two returns to different steps: the first takes place, the second learns what happened', () => {
    given(parallel, ...way, returns('cleo', 'a', 'pre'))
      .when(returns('ben', 'b', 'ask'))
      .refuses({ code: 'step-moved', step: step('b') });
    given(parallel, ...way, returns('ben', 'b', 'ask'))
      .when(returns('cleo', 'a', 'pre'))
      .refuses({ code: 'step-moved', step: step('a') });
  });
});
