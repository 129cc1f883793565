import { describe, expect, test } from 'vitest';
import { agrees, returns, starts, step, submits, transfers, withdraws } from '../../support/acts.ts';
import { asked, digest, event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const rules = {
  nobody: { to: { post: 'boss' } },
  self: { to: { managerOf: 'self' } },
  repeat: 'skip-unchanged',
} as const;
const roles = { manager: { managerOf: 'starter' } } as const;
const pen = starts('ada', { ask: { what: 'a pen', amount: '500' } });
const same = submits('ada', 'ask');
const other = submits('ada', 'ask', { values: { ask: { what: 'a red pen' } } });

/** Ada asks, her manager Ben checks, Cleo decides and may send it back. */
const chain = processOf({
  rules,
  roles,
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('manager', { hide: ['ask.amount'] }) },
    { last: approve('boss', { return: { to: ['ask', 'check'] } }) },
  ],
  withdraw: { until: 'last' },
});
const returned = [pen, agrees('ben', 'check'), returns('cleo', 'last', 'ask')] as const;

describe('nobody is asked again for what has not changed', () => {
  test('after a return, an approval of the same content is given again by itself, with its origin', () => {
    given(chain, ...returned)
      .when(same)
      .records(
        event('StepSubmitted', {
          step: step('ask'),
          round: 2,
          seat: 4,
          changed: {},
          digest: digest({ ask: { what: 'a pen', amount: '500.00' } }),
        }),
        event('StepCompleted', { step: step('ask'), round: 2, why: 'submitted', cancelled: [] }),
        event('StepEntered', {
          step: step('check'),
          round: 2,
          seats: [expect.objectContaining({ id: 5, person: 'ben' })],
        }),
        event('SeatAgreed', {
          step: step('check'),
          round: 2,
          seat: 5,
          changed: {},
          digest: digest({ ask: { what: 'a pen' } }),
          like: { step: step('check'), round: 1, seat: 2 },
        }),
        event('StepCompleted', { step: step('check'), round: 2, why: 'any', cancelled: [] }),
        event('StepEntered', {
          step: step('last'),
          round: 2,
          seats: [expect.objectContaining({ id: 6, person: 'cleo' })],
        }),
      );
    expect(given(chain, ...returned, same).state.steps[step('check')]?.seats).toMatchObject([{ auto: true }]);
  });

  test('when what it shows has changed, the person is asked', () => {
    expect(asked(given(chain, ...returned, other).state)).toEqual({ check: ['ben'] });
  });

  test('a vote is cast by hand, unless the step itself takes what was agreed to before', () => {
    const voting = (last: Parameters<typeof approve>[1]) =>
      processOf({
        rules,
        roles,
        steps: [{ ask: fill('ask', 'starter') }, { check: approve('manager') }, { last: approve('manager', last) }],
      });
    const agreed = [pen, agrees('ben', 'check')] as const;
    expect(asked(given(voting({ mode: { pass: 1 } }), ...agreed).state)).toEqual({ last: ['ben'] });
    expect(asked(given(voting({ mode: { pass: 1 }, repeat: 'skip-unchanged' }), ...agreed).state)).toEqual({});
    expect(asked(given(voting({}), ...agreed).state)).toEqual({});
  });

  test('a change of what the step hides is no change', () => {
    const dearer = submits('ada', 'ask', { values: { ask: { amount: '900' } } });
    expect(asked(given(chain, ...returned, dearer).state)).toEqual({ last: ['cleo'] });
  });

  test('a change that was taken back is no change', () => {
    const back = submits('ada', 'ask', { values: { ask: { what: 'a pen' } } });
    const twice = [...returned, other, agrees('ben', 'check'), returns('cleo', 'last', 'ask')] as const;
    expect(asked(given(chain, ...twice, same).state)).toEqual({ last: ['cleo'] });
    expect(asked(given(chain, ...returned, other, withdraws('ada', 'keep'), back).state)).toEqual({ last: ['cleo'] });
  });

  test('the step that a return leads to is asked although nothing changed', () => {
    const { state } = given(chain, pen, agrees('ben', 'check'), returns('cleo', 'last', 'check'));
    expect(asked(state)).toEqual({ check: ['ben'] });
  });

  test('after it has agreed once more, it is skipped like any other', () => {
    const asksAgain = [pen, agrees('ben', 'check'), returns('cleo', 'last', 'check'), agrees('ben', 'check')] as const;
    const told = given(chain, ...asksAgain, returns('cleo', 'last', 'ask'), same);
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
    expect(told.state.agreements).toContainEqual(expect.objectContaining({ person: 'ben', step: 'check', round: 3 }));
  });

  test('another person is asked, whoever agreed before', () => {
    const moved = [
      pen,
      transfers('ben', 'check', 'dan'),
      agrees('dan', 'check'),
      returns('cleo', 'last', 'ask'),
    ] as const;
    expect(asked(given(chain, ...moved, same).state)).toEqual({ check: ['ben'] });
  });

  test('a step that says so asks every time, and so does a process that does not skip', () => {
    const asking = { check: approve('manager', { repeat: 'ask' }) };
    const last = { last: approve('boss', { return: { to: ['ask'] } }) };
    const ask = { ask: fill('ask', 'starter') };
    const step = processOf({ rules, roles, steps: [ask, asking, last] });
    const whole = processOf({ roles, steps: [ask, { check: approve('manager') }, last] });
    expect(asked(given(step, ...returned, same).state)).toEqual({ check: ['ben'] });
    expect(asked(given(whole, ...returned, same).state)).toEqual({ check: ['ben'] });
  });
});

describe('several seats', () => {
  const many = (mode: 'all' | 'sequential' | 'any') =>
    processOf({
      rules,
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { mode }) },
        { last: approve('boss', { return: { to: ['ask', 'check'] } }) },
      ],
    });
  const both = [agrees('ben', 'check'), agrees('dan', 'check')] as const;

  test('all: whoever agreed is not asked, the others are', () => {
    expect(asked(given(many('all'), pen, ...both, returns('cleo', 'last', 'ask'), same).state)).toEqual({
      last: ['cleo'],
    });
    const half = [pen, agrees('ben', 'check'), withdraws('ada', 'keep')] as const;
    const withdrawable = processOf({ ...partsOf(many('all')), withdraw: { until: 'last' } });
    expect(asked(given(withdrawable, ...half, same).state)).toEqual({ check: ['dan'] });
  });

  test('any: the step is passed when one of them agreed to the same', () => {
    const told = given(many('any'), pen, agrees('dan', 'check'), returns('cleo', 'last', 'ask'), same);
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
    expect(told.state.steps[step('check')]?.seats).toMatchObject([
      { person: 'dan', status: 'agreed', auto: true },
      { person: 'ben', status: 'cancelled' },
    ]);
  });

  test('sequential: each seat is judged when its turn comes', () => {
    const told = given(many('sequential'), pen, ...both, returns('cleo', 'last', 'ask'));
    told
      .when(same)
      .recordsTypes(
        'StepSubmitted',
        'StepCompleted',
        'StepEntered',
        'SeatAgreed',
        'SeatActivated',
        'SeatAgreed',
        'StepCompleted',
        'StepEntered',
      );
    expect(asked(told.when(same).state)).toEqual({ last: ['cleo'] });
  });

  test('sequential: the step returned to asks every seat in its turn', () => {
    const told = given(many('sequential'), pen, ...both, returns('cleo', 'last', 'check'));
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    expect(asked(told.when(agrees('ben', 'check')).state)).toEqual({ check: ['dan'] });
  });
});

test('returns in two branches at once: each step returned to asks every seat in its turn', () => {
  const steps = (id: string, role: string, to: string) => [
    { [id]: approve(role, { mode: 'sequential' }) },
    { [to]: approve('boss', { return: { to: [id] } }) },
  ];
  const branches = processOf({
    rules,
    steps: [
      { ask: fill('ask', 'starter') },
      { both: { parallel: [{ steps: steps('a1', 'lead', 'a2') }, { steps: steps('b1', 'boss', 'b2') }] } },
    ],
  });
  const a1 = [agrees('ben', 'a1'), agrees('dan', 'a1')] as const;
  const told = given(
    branches,
    pen,
    transfers('cleo', 'b1', 'dan'),
    ...a1,
    agrees('dan', 'b1'),
    returns('cleo', 'a2', 'a1'),
    returns('cleo', 'b2', 'b1'),
  );
  expect(told.state.reopened).toEqual(['a1', 'b1']);
  expect(asked(told.when(agrees('ben', 'a1')).state)).toEqual({ a1: ['dan'], b1: ['cleo'] });
  expect(told.when(agrees('ben', 'a1')).state.reopened).toEqual(['a1', 'b1']);
});

describe('the same person at two steps', () => {
  const twice = (second: Parameters<typeof approve>[1], first: Parameters<typeof approve>[1] = {}) =>
    processOf({
      rules,
      roles,
      forms: { note: { text: { type: 'text', title: 'Text' } } },
      steps: [
        { ask: fill('ask', 'starter') },
        { one: approve('manager', first) },
        { two: approve('manager', second) },
        { last: approve('boss') },
      ],
    });
  const askedAfter = (definition: ReturnType<typeof twice>) =>
    asked(given(definition, pen, agrees('ben', 'one')).state);

  test('is not asked twice when the first step showed all that the second shows', () => {
    expect(askedAfter(twice({}))).toEqual({ last: ['cleo'] });
    expect(askedAfter(twice({ hide: ['ask.amount'] }))).toEqual({ last: ['cleo'] });
  });

  test('is asked when the second step shows more', () => {
    expect(askedAfter(twice({}, { hide: ['ask.amount'] }))).toEqual({ two: ['ben'] });
  });

  test('is asked when the second step has a form of its own', () => {
    expect(askedAfter(twice({ form: 'note' }))).toEqual({ two: ['ben'] });
    expect(askedAfter(twice({ form: 'note' }, { see: ['ask', 'note'] }))).toEqual({ two: ['ben'] });
  });

  test('is asked when something shown at the first step was changed in between', () => {
    const changed = processOf({
      rules,
      roles,
      steps: [
        { ask: fill('ask', 'starter') },
        { one: approve('manager') },
        { edit: fill('ask', 'boss') },
        { two: approve('manager') },
      ],
    });
    const edit = (what: string) => submits('cleo', 'edit', { values: { ask: { what } } });
    const edited = given(changed, pen, agrees('ben', 'one'), edit('a red pen'));
    expect(asked(edited.state)).toEqual({ one: ['ben'] });
    expect(edited.when(agrees('ben', 'one')).state.status).toBe('completed');
    expect(given(changed, pen, agrees('ben', 'one'), edit('a pen')).state.status).toBe('completed');
  });

  test('submitting is not agreeing: who asked for it is asked to approve it', () => {
    const own = processOf({
      rules: { ...rules, self: 'allow' },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('starter') }],
    });
    expect(asked(given(own, pen).state)).toEqual({ check: ['ada'] });
  });
});

describe('a form whose values come from elsewhere', () => {
  const checked = processOf({
    rules,
    forms: {
      funds: {
        left: {
          type: 'money',
          title: 'Left',
          lookup: { ledger: 'budget', key: { unit: "'sales'", year: '2026' }, column: 'left' },
        },
      },
    },
    checks: [{ that: 'ask.amount <= funds.left', at: 'funds.left', else: 'Not enough.' }],
    steps: [
      { ask: fill('ask', 'starter') },
      { money: approve('boss', { form: 'funds', see: ['ask.amount'] }) },
      { last: approve('lead', { return: { to: ['ask'] } }) },
    ],
  });
  const left = (amount: string) => ({ rows: { 'budget/sales|2026': { version: 1, cells: { left: amount } } } });
  const back = [left('900.00'), pen, agrees('cleo', 'money'), returns('ben', 'last', 'ask')] as const;

  test('is looked at again when its step is entered again: an agreement on other values does not stand', () => {
    const told = given(checked, ...back, left('100.00'), same);
    expect(told.state.values.funds).toEqual({ left: '100.00' });
    expect(asked(told.state)).toEqual({ money: ['cleo'] });
    told.when(agrees('cleo', 'money')).refuses({
      code: 'invalid-values',
      issues: [{ code: 'check-failed', path: '/funds/left', params: { check: 0 } }],
    });
  });

  test('changes nothing while it is the same', () => {
    expect(asked(given(checked, ...back, same).state)).toEqual({ last: ['ben', 'dan'] });
  });

  test('moves on with nobody else: what was agreed to stays as it was', () => {
    const told = given(checked, left('900.00'), pen, agrees('cleo', 'money'), left('1.00'));
    expect(told.when(agrees('ben', 'last')).state.values.funds).toEqual({ left: '900.00' });
  });
});

function partsOf({ document }: ReturnType<typeof processOf>) {
  const { rules: ruled, steps } = document;
  return { rules: ruled, steps };
}
