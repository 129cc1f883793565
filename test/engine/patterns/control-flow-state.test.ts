import { describe, expect, test } from 'vitest';
import type { ApproveStep, StepEntry } from '../../../schemas/generated/process.ts';
import {
  agrees,
  cancels,
  childEnds,
  holds,
  opens,
  resumes,
  returns,
  step,
  submits,
  takesBack,
  ticks,
  withdraws,
} from '../../support/acts.ts';
import { asked, given } from '../../support/given.ts';
import { asking, askingWith, pen } from '../../support/pattern-process.ts';
import { approve, fill, formsOf } from '../../support/small-process.ts';

const [check, last] = [step('check'), step('last')];

describe('the state of the case', () => {
  test('WCP 16 deferred choice: decision, withdrawal or deadline, whichever comes first, rules the others out', () => {
    // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
    const overdue: ApproveStep['overdue'] = [{ then: { do: 'reject', because: 'Expired' } }];
    const racing = askingWith(
      {
        withdraw: { until: 'check' },
      },
      { check: approve('boss', { due: '1wd', overdue, reject: { ends: 'case' } }) },
    );
    const late = ticks('2026-11-04 00:00');
    const decided = given(racing, pen(), agrees('cleo', 'check'));
    decided.when(withdraws('ada', 'end')).refuses({ code: 'not-open' });
    decided.when(late).records();
    const withdrawn = given(racing, pen(), withdraws('ada', 'end'));
    withdrawn.when(agrees('cleo', 'check')).refuses({ code: 'not-open' });
    withdrawn.when(late).records();
    const expired = given(racing, pen(), late);
    expect(expired.state.status).toBe('rejected');
    expired.when(agrees('cleo', 'check')).refuses({ code: 'not-open' });
  });

  test('WCP 18 milestone: a case is withdrawn until the boss has decided, and not afterwards', () => {
    const until = askingWith(
      {
        withdraw: { until: 'last' },
      },
      { check: approve('lead') },
      { last: approve('boss') },
      { pay: approve('lead') },
    );
    const before = given(until, pen(), agrees('ben', 'check')).when(withdraws('ada', 'end'));
    expect(before.state.status).toBe('withdrawn');
    given(until, pen(), agrees('ben', 'check'), agrees('cleo', 'last'))
      .when(withdraws('ada', 'end'))
      .refuses({ code: 'withdraw-not-allowed' });
  });

  test('WCP 24 persistent trigger: a result that comes while the case is on hold is kept until it goes on', () => {
    const each = askingWith(
      {
        cancel: { by: ['lead'] },
      },
      { quotes: { start: 'quoting', as: 'starter', wait: true } },
      { last: approve('boss') },
    );
    const held = given(each, pen(), holds('cleo'), childEnds('case-1:quotes:1'));
    expect(held.state.steps[last]).toBeUndefined();
    expect(asked(held.when(resumes('cleo')).state)).toEqual({ last: ['cleo'] });
  });
});

describe('loops', () => {
  test('WCP 21 structured loop: a step is gone through again as often as it is returned, up to the limit', () => {
    const twice = asking({ check: approve('boss', { return: { to: ['ask'], max: 2 } }) });
    const loop = [returns('cleo', 'check', 'ask'), submits('ada', 'ask')] as const;
    expect(asked(given(twice, pen(), loop[0]).state)).toEqual({ ask: ['ada'] });
    const told = given(twice, pen(), ...loop, ...loop);
    expect(told.state.rounds).toEqual({ ask: 3, check: 3 });
    expect(asked(told.state)).toEqual({ check: ['cleo'] });
    told.when(loop[0]).refuses({ code: 'return-limit', step: check, max: 2 });
  });

  test('WCP 22 recursion: a process starts a case of itself for what is left, until nothing is', () => {
    const halving = askingWith(
      {
        foreign: {
          small: formsOf({
            ask: { what: { type: 'text', title: 'What' }, amount: { type: 'money', title: 'Amount' } },
          }),
        },
      },
      {
        rest: {
          choose: [
            {
              when: 'ask.amount > 100',
              steps: [
                {
                  again: {
                    start: 'small',
                    as: 'starter',
                    with: { 'ask.what': 'ask.what', 'ask.amount': 'ask.amount / 2' },
                    wait: true,
                  },
                },
              ],
            },
            { else: [] },
          ],
        },
      },
    );
    const outer = given(halving, pen('150'));
    const order = outer.told.entries[0]?.events.find(({ type }) => type === 'StartRequested');
    expect(order?.data).toMatchObject({ process: 'small', values: { ask: { what: 'a pen', amount: '75' } } });
    const inner = given(
      halving,
      opens('ada', { ask: { what: 'a pen', amount: '75' } }, { case: 'case-1', step: step('again') }),
    );
    expect(asked(inner.state)).toEqual({ ask: ['ada'] });
    expect(inner.when(submits('ada', 'ask')).state.status).toBe('completed');
    expect(outer.state.status).toBe('open');
    expect(outer.when(childEnds('case-1:again:1')).state.status).toBe('completed');
  });
});

describe('cancelling', () => {
  test('WCP 19 cancel task: a decision that is taken back takes the task that followed out of the inbox', () => {
    const line = asking({ check: approve('lead') }, { last: approve('boss') });
    const told = given(line, pen(), agrees('ben', 'check'), takesBack('ben', 'check'));
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    told.when(agrees('cleo', 'last')).refuses({ code: 'step-moved', step: last });
  });

  test('WCP 20 cancel case: everything that is open is cancelled at once', () => {
    const open = askingWith(
      { cancel: { by: ['starter'] } },
      { both: { parallel: [{ steps: [{ legal: approve('lead') }] }, { steps: [{ money: approve('boss') }] }] } },
    );
    const told = given(open, pen(), cancels('ada'));
    expect(told.state.status).toBe('cancelled');
    expect(['legal', 'money'].flatMap((id) => told.state.steps[step(id)]?.seats.map(({ status }) => status))).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    told.when(agrees('cleo', 'money')).refuses({ code: 'not-open' });
  });

  test('WCP 25 cancel region: a return inside one branch cancels what is open in it and nothing in the other', () => {
    const inner: StepEntry = {
      inner: {
        parallel: [{ steps: [{ one: approve('boss') }] }, { steps: [{ two: approve('lead') }] }],
        return: { to: ['draft'] },
      },
    };
    const region = asking({
      outer: {
        parallel: [{ steps: [{ draft: fill('ask', 'lead') }, inner] }, { steps: [{ beside: approve('lead') }] }],
      },
    });
    const before = [pen(), submits('ben', 'draft')] as const;
    expect(asked(given(region, ...before).state)).toEqual({
      one: ['cleo'],
      two: ['ben', 'dan'],
      beside: ['ben', 'dan'],
    });
    const told = given(region, ...before, returns('cleo', 'one', 'draft'));
    expect(asked(told.state)).toEqual({ draft: ['ben', 'dan'], beside: ['ben', 'dan'] });
    expect(told.state.rounds).toMatchObject({ draft: 2, beside: 1 });
  });
});
