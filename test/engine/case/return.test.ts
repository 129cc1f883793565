import { describe, expect, test } from 'vitest';
import { agrees, returns, starts, step, submits } from '../../support/acts.ts';
import { asked, event, given } from '../../support/given.ts';
import { asLead, asStarter, seat } from '../../support/seats.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen', amount: '500' } });
const [ask, check, last] = [step('ask'), step('check'), step('last')];

/** Ada asks, the leads check, the boss decides last and may send it back. */
const straight = processOf({
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { return: { to: ['ask'], max: 2 } }) },
    { last: approve('boss', { return: { to: ['ask', 'check'] } }) },
  ],
});

describe('returning a case (退回)', () => {
  test('everything from the step returned to on begins anew, and that step is entered again', () => {
    given(straight, pen)
      .when(returns('ben', 'check', 'ask', 'Which colour?'))
      .records(
        event('StepReturned', {
          step: check,
          round: 1,
          seat: 2,
          to: ask,
          opinion: 'Which colour?',
          reset: [ask, check, last],
          cancelled: [3],
        }),
        event('StepEntered', { step: ask, round: 2, seats: [seat(4, 'ada', asStarter)] }),
      );
  });

  test('values stay, rounds count on, and steps that were passed are gone from the present', () => {
    const { state } = given(straight, pen, agrees('ben', 'check'), returns('cleo', 'last', 'ask'));
    expect(state.values).toEqual({ ask: { what: 'a pen', amount: '500.00' } });
    expect(state.rounds).toEqual({ ask: 2, check: 1, last: 1 });
    expect(Object.keys(state.steps)).toEqual(['ask']);
    expect(state).toMatchObject({ status: 'open', reopened: ['ask'], returns: { last: 1 } });
  });

  test('handing in again goes the whole way again', () => {
    const back = [pen, agrees('ben', 'check'), returns('cleo', 'last', 'ask')] as const;
    const told = given(straight, ...back, submits('ada', 'ask', { values: { ask: { what: 'a red pen' } } }));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    expect(told.state.reopened).toEqual([]);
    expect(told.state.steps[check]).toMatchObject({ round: 2, status: 'open', late: 0 });
  });

  test('a step in between keeps its work when the return stops after it', () => {
    const { state } = given(straight, pen, agrees('ben', 'check'), returns('cleo', 'last', 'check'));
    expect(state.steps[ask]).toMatchObject({ round: 1, status: 'done' });
    expect(asked(state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('a reason is needed', () => {
    given(straight, pen)
      .when(returns('ben', 'check', 'ask', ' \n'))
      .refuses({ code: 'opinion-required' });
  });

  test('only to the steps it names', () => {
    given(straight, pen)
      .when(returns('ben', 'check', 'last'))
      .refuses({ code: 'return-not-allowed', step: check, to: last });
    given(straight, pen)
      .when(returns('ben', 'check', 'check'))
      .refuses({ code: 'return-not-allowed', step: check, to: check });
  });

  test('only by somebody with an open seat', () => {
    given(straight, pen)
      .when(returns('cleo', 'check', 'ask'))
      .refuses({ code: 'not-your-task', step: check });
    given(straight, pen)
      .when(returns('cleo', 'last', 'ask'))
      .refuses({ code: 'step-moved', step: last });
  });

  test('two returns at once: the first wins, the second learns that the step has moved on', () => {
    given(straight, pen, returns('ben', 'check', 'ask'))
      .when(returns('dan', 'check', 'ask'))
      .refuses({ code: 'step-moved', step: check });
  });

  test('not more often than the step may, counted over all rounds', () => {
    const again = submits('ada', 'ask');
    const twice = [pen, returns('ben', 'check', 'ask'), again, returns('dan', 'check', 'ask'), again] as const;
    given(straight, ...twice)
      .when(returns('ben', 'check', 'ask'))
      .refuses({ code: 'return-limit', step: check, max: 2 });
    given(straight, ...twice, agrees('ben', 'check'))
      .when(returns('cleo', 'last', 'ask'))
      .recordsTypes('StepReturned', 'StepEntered');
  });

  test('people are looked for again', () => {
    const told = given(straight, pen, agrees('ben', 'check'), returns('cleo', 'last', 'check'));
    expect(told.state.steps[check]?.seats.map(({ id, person }) => [id, person])).toEqual([
      [5, 'ben'],
      [6, 'dan'],
    ]);
  });

  test('a fill step returns as well', () => {
    const fills = processOf({
      steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'boss', { return: { to: ['ask'] } }) }],
    });
    const [returned] = given(fills, pen).when(returns('cleo', 'add', 'ask')).events;
    expect(returned).toMatchObject({ type: 'StepReturned', data: { step: 'add', seat: 2, to: 'ask', cancelled: [] } });
  });
});

describe('returning out of and inside a parallel block', () => {
  const opinions = processOf({
    roles: { manager: { managerOf: 'starter' } },
    steps: [
      { ask: fill('ask', 'starter') },
      { pre: approve('manager') },
      {
        both: {
          return: { to: ['ask', 'pre'] },
          parallel: [
            { steps: [{ a1: approve('manager') }, { a2: approve('manager', { return: { to: ['a1'] } }) }] },
            { steps: [{ b1: approve('lead', { mode: 'all' }) }, { b2: approve('boss') }] },
          ],
        },
      },
      { last: approve('boss') },
    ],
  });
  const atBoth = [pen, agrees('ben', 'pre')] as const;

  test('out of it, the seats of the sibling branches are cancelled with the step they belong to', () => {
    given(opinions, ...atBoth, agrees('dan', 'b1'))
      .when(returns('ben', 'a1', 'ask'))
      .records(
        event('StepReturned', {
          step: step('a1'),
          round: 1,
          seat: 3,
          to: ask,
          opinion: 'Look again.',
          reset: [ask, step('pre'), step('both'), step('a1'), step('a2'), step('b1'), step('b2'), last],
          cancelled: [4],
        }),
        event('StepEntered', { step: ask, round: 2, seats: [seat(6, 'ada', asStarter)] }),
      );
  });

  test('a sibling who decides after that is told that the step has moved on', () => {
    given(opinions, ...atBoth, returns('ben', 'a1', 'ask'))
      .when(agrees('dan', 'b1'))
      .refuses({ code: 'step-moved', step: step('b1') });
  });

  test('to a step just before the block, the whole block begins anew', () => {
    const again = [...atBoth, agrees('dan', 'b1'), agrees('ben', 'b1'), returns('cleo', 'b2', 'pre')] as const;
    const { state } = given(opinions, ...again, agrees('ben', 'pre'));
    expect(asked(state)).toEqual({ a1: ['ben'], b1: ['ben', 'dan'] });
    expect(state.rounds).toMatchObject({ ask: 1, pre: 2, a1: 2, b1: 2 });
  });

  test('inside one branch, the other branch is left alone', () => {
    const told = given(opinions, ...atBoth, agrees('ben', 'a1'), agrees('dan', 'b1'));
    told.when(returns('ben', 'a2', 'a1')).records(
      event('StepReturned', {
        step: step('a2'),
        round: 1,
        seat: 6,
        to: step('a1'),
        opinion: 'Look again.',
        reset: [step('a1'), step('a2')],
        cancelled: [],
      }),
      event('StepEntered', {
        step: step('a1'),
        round: 2,
        seats: [seat(7, 'ben', { rule: 'manager-of', params: { person: 'ada' } })],
      }),
    );
    expect(asked(told.when(returns('ben', 'a2', 'a1')).state)).toEqual({ a1: ['ben'], b1: ['ben'] });
  });

  test('the block still ends when both branches have ended', () => {
    const b = [agrees('ben', 'b1'), agrees('dan', 'b1'), agrees('cleo', 'b2')] as const;
    const a = [agrees('ben', 'a1'), returns('ben', 'a2', 'a1'), agrees('ben', 'a1'), agrees('ben', 'a2')] as const;
    expect(asked(given(opinions, ...atBoth, ...a, ...b).state)).toEqual({ last: ['cleo'] });
    expect(asked(given(opinions, ...atBoth, ...b, ...a).state)).toEqual({ last: ['cleo'] });
  });
});

describe('returning across a choice', () => {
  const chosen = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      {
        size: {
          choose: [
            {
              when: 'ask.amount > 100',
              steps: [{ big: approve('boss') }, { more: approve('lead', { return: { to: ['ask', 'big'] } }) }],
            },
            { else: [{ small: approve('lead') }] },
          ],
        },
      },
      { last: approve('boss', { return: { to: ['big', 'small'] } }) },
    ],
  });
  const atMore = [pen, agrees('cleo', 'big')] as const;

  test('a step that was not taken is no target', () => {
    given(chosen, ...atMore, agrees('dan', 'more'))
      .when(returns('cleo', 'last', 'small'))
      .refuses({ code: 'return-not-allowed', step: last, to: step('small') });
  });

  test('back into the branch that was taken, the choice stands', () => {
    const told = given(chosen, ...atMore, agrees('dan', 'more')).when(returns('cleo', 'last', 'big'));
    told.recordsTypes('StepReturned', 'StepEntered');
    expect(asked(told.state)).toEqual({ big: ['cleo'] });
  });

  test('back to a step before it, the choice is made again', () => {
    const smaller = submits('ada', 'ask', { values: { ask: { amount: '5' } } });
    const { state } = given(chosen, ...atMore, returns('ben', 'more', 'ask'), smaller);
    expect(asked(state)).toEqual({ small: ['ben', 'dan'] });
  });
});

test('a case can be returned round after round without losing anybody', () => {
  const loop = [submits('ada', 'ask'), agrees('ben', 'check'), returns('cleo', 'last', 'ask')];
  const told = given(straight, pen, agrees('ben', 'check'), returns('cleo', 'last', 'ask'), ...loop, ...loop, ...loop);
  expect(told.state.rounds).toEqual({ ask: 5, check: 4, last: 4 });
  expect(told.state.steps[ask]?.seats).toEqual([{ id: 17, person: 'ada', reason: asStarter, status: 'open' }]);
  told.when(submits('ada', 'ask')).recordsTypes('StepSubmitted', 'StepCompleted', 'StepEntered');
  expect(told.when(submits('ada', 'ask')).state.steps[check]?.seats.map(({ reason }) => reason)).toEqual([
    { rule: 'familiar', params: { person: 'ben' }, because: [asLead] },
    asLead,
  ]);
});
