import { describe, expect, test } from 'vitest';
import { agrees, rejects, returns, starts, step } from '../../support/acts.ts';
import { asked, event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const ask = (amount: string) => starts('ada', { ask: { what: 'a pen', amount } });
const taken = (index: number, rule: 'chosen' | 'otherwise', when?: string) => ({
  index,
  taken: true,
  because: when === undefined ? { rule } : { rule, params: { when } },
});
const notTaken = (index: number, when?: string) => ({
  index,
  taken: false,
  because: when === undefined ? { rule: 'not-chosen' as const } : { rule: 'not-chosen' as const, params: { when } },
});

describe('a choice (条件分支)', () => {
  const chosen = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      {
        size: {
          choose: [
            { when: 'ask.amount > 1000', steps: [{ big: approve('boss') }] },
            { when: 'ask.amount > 100', steps: [{ middle: approve('lead') }] },
            { else: [] },
          ],
        },
      },
    ],
  });

  test('takes the first branch whose condition holds, and says why', () => {
    const { events, state } = given(chosen).when(ask('2000'));
    expect(events).toContainEqual(
      event('PathChosen', {
        block: step('size'),
        branches: [taken(0, 'chosen', 'ask.amount > 1000'), notTaken(1, 'ask.amount > 100'), notTaken(2)],
      }),
    );
    expect(asked(state)).toEqual({ big: ['cleo'] });
  });

  test('takes a later one when the earlier ones do not hold', () => {
    expect(asked(given(chosen, ask('500')).state)).toEqual({ middle: ['ben', 'dan'] });
  });

  test('otherwise takes the else branch; an empty one asks nobody', () => {
    const { events, state } = given(chosen).when(ask('5'));
    expect(events.at(-2)).toEqual(
      event('PathChosen', {
        block: step('size'),
        branches: [notTaken(0, 'ask.amount > 1000'), notTaken(1, 'ask.amount > 100'), taken(2, 'otherwise')],
      }),
    );
    expect(state.status).toBe('completed');
  });

  test('a missing answer is no answer: its condition does not hold', () => {
    const { state } = given(chosen, starts('ada', { ask: { what: 'a pen' } }));
    expect(state.branches).toMatchObject({ size: [{ taken: false }, { taken: false }, { taken: true }] });
  });
});

describe('branches side by side (并行)', () => {
  /** Ada's lead always, the boss for more than 100, Dan's whole team never. */
  const parallel = processOf({
    roles: { manager: { managerOf: 'starter' } },
    steps: [
      { ask: fill('ask', 'starter') },
      {
        both: {
          parallel: [
            { when: 'ask.amount > 0', steps: [{ own: approve('manager') }, { more: approve('manager') }] },
            { when: 'ask.amount > 100', steps: [{ big: approve('boss') }] },
          ],
        },
      },
      { last: approve('lead') },
    ],
  });

  test('all branches whose condition holds are open at once', () => {
    expect(asked(given(parallel, ask('500')).state)).toEqual({ own: ['ben'], big: ['cleo'] });
  });

  test('what follows waits for all of them, in whatever order they end', () => {
    const own = [agrees('ben', 'own'), agrees('ben', 'more')] as const;
    expect(asked(given(parallel, ask('500'), ...own).state)).toEqual({ big: ['cleo'] });
    expect(asked(given(parallel, ask('500'), agrees('cleo', 'big')).state)).toEqual({ own: ['ben'] });
    expect(asked(given(parallel, ask('500'), ...own, agrees('cleo', 'big')).state)).toEqual({ last: ['ben', 'dan'] });
    expect(asked(given(parallel, ask('500'), agrees('cleo', 'big'), ...own).state)).toEqual({ last: ['ben', 'dan'] });
  });

  test('with one branch taken the block ends with it, and the other is recorded as not taken', () => {
    const told = given(parallel, ask('5'));
    expect(told.state.branches).toEqual({
      both: [taken(0, 'chosen', 'ask.amount > 0'), notTaken(1, 'ask.amount > 100')],
    });
    expect(asked(given(parallel, ask('5'), agrees('ben', 'own'), agrees('ben', 'more')).state)).toEqual({
      last: ['ben', 'dan'],
    });
  });

  test('with none taken the block is passed at once', () => {
    given(parallel)
      .when(ask('0'))
      .recordsTypes('CaseStarted', 'StepEntered', 'StepSubmitted', 'StepCompleted', 'PathChosen', 'StepEntered');
    expect(asked(given(parallel, ask('0')).state)).toEqual({ last: ['ben', 'dan'] });
  });

  test('a rejection in one branch ends the case and cancels the seats of the others', () => {
    const told = given(parallel, ask('500')).when(rejects('ben', 'own', 'No.'));
    told.records(event('CaseRejected', { step: step('own'), round: 1, seat: 2, opinion: 'No.', cancelled: [3] }));
    expect(told.state).toMatchObject({ status: 'rejected', endedAt: '2026-11-02T01:00:00.000Z' });
    expect(asked(told.state)).toEqual({});
  });

  test('blocks nest: a choice inside a branch inside a block', () => {
    const nested = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          outer: {
            parallel: [
              {
                steps: [
                  {
                    inner: {
                      choose: [{ when: 'ask.amount > 100', steps: [{ deep: approve('boss') }] }, { else: [] }],
                    },
                  },
                ],
              },
              { steps: [{ side: approve('lead') }] },
            ],
          },
        },
      ],
    });
    expect(asked(given(nested, ask('500')).state)).toEqual({ deep: ['cleo'], side: ['ben', 'dan'] });
    expect(asked(given(nested, ask('5')).state)).toEqual({ side: ['ben', 'dan'] });
    expect(given(nested, ask('5'), agrees('dan', 'side')).state.status).toBe('completed');
  });

  test('conditions are asked when the block is reached, and again when a return went back before it', () => {
    const twice = processOf({
      forms: { limit: { top: { type: 'money', title: 'Top' } } },
      steps: [
        { ask: fill('ask', 'starter') },
        { set: fill('limit', 'boss') },
        {
          both: {
            parallel: [
              { when: 'limit.top > 10', steps: [{ one: approve('lead', { return: { to: ['set'] } }) }] },
              { when: 'limit.top <= 10', steps: [{ two: approve('boss') }] },
            ],
          },
        },
      ],
    });
    const set = (top: string) =>
      ({ by: 'cleo', command: { do: 'submit', step: step('set'), values: { limit: { top } } } }) as const;
    const back = [ask('5'), set('20'), returns('ben', 'one', 'set')] as const;
    expect(asked(given(twice, ...back).state)).toEqual({ set: ['cleo'] });
    expect(asked(given(twice, ...back, set('3')).state)).toEqual({ two: ['cleo'] });
  });
});
