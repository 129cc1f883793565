import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../engine/case/reason.ts';
import type { ProcessDocument, RoleRule } from '../../../schemas/generated/process.ts';
import { agrees, person, starts, step } from '../../support/acts.ts';
import { peopleChanged } from '../../support/company.ts';
import { given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

type Rules = Partial<ProcessDocument['rules']>;

/** A process whose only approval asks the people of one rule. */
function askedBy(who: RoleRule, rules: Rules = {}, more: Parameters<typeof approve>[1] = {}) {
  return processOf({
    roles: { who },
    rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask', ...rules },
    forms: {
      ask: {
        what: { type: 'text', title: 'What' },
        amount: { type: 'money', title: 'Amount' },
        unit: { type: 'unit', title: 'Unit' },
        one: { type: 'person', title: 'One' },
        many: { type: 'people', title: 'Many' },
        rows: { type: 'table', title: 'Rows', columns: { who: { type: 'person', title: 'Who' } } },
      },
    },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('who', more) }],
  });
}

/** People asked, each with the reason recorded for it. */
function found(process: ReturnType<typeof askedBy>, values: object = {}, by = 'ada') {
  const seats = given(process, starts(by, { ask: values })).state.steps[step('check')]?.seats ?? [];
  return seats.map(({ person: who, reason }): readonly [string, Reason] => [who, reason]);
}

describe('who is asked, and the reason that is recorded', () => {
  test('whoever started the case', () => {
    expect(found(askedBy({ starter: true }))).toEqual([['ada', { rule: 'starter' }]]);
  });

  test('the holders of a post', () => {
    const reason = { rule: 'post', params: { post: 'lead' } };
    expect(found(askedBy({ post: 'lead' }))).toEqual([
      ['ben', reason],
      ['dan', reason],
    ]);
  });

  test.each([
    ['sales', 'ben'],
    ['shop', 'ben'],
    ['hq', 'dan'],
  ])('the holder of a post in %s is %s, found upwards', (unit, who) => {
    expect(found(askedBy({ post: 'lead', unit: 'ask.unit' }), { unit })).toEqual([
      [who, { rule: 'post-in-unit', params: { post: 'lead', unit } }],
    ]);
  });

  test('the manager of somebody', () => {
    const managed = askedBy({ managerOf: 'starter' });
    expect(found(managed)).toEqual([['ben', { rule: 'manager-of', params: { person: 'ada' } }]]);
    expect(found(managed, {}, 'ben')).toEqual([['cleo', { rule: 'manager-of', params: { person: 'ben' } }]]);
  });

  test('the head of a unit', () => {
    const reason = (unit: string) => ({ rule: 'head-of', params: { unit } });
    expect(found(askedBy({ headOf: 'ask.unit' }), { unit: 'sales' })).toEqual([['ben', reason('sales')]]);
    expect(found(askedBy({ headOf: 'ask.unit' }), { unit: 'shop' })).toEqual([['ben', reason('shop')]]);
    expect(found(askedBy({ headOf: { unit: 'shop' } }), { unit: 'hq' })).toEqual([['ben', reason('shop')]]);
  });

  test.each([
    ['ask.one', { one: 'dan' }, ['dan']],
    ['ask.many', { many: ['dan', 'ben'] }, ['dan', 'ben']],
    ['ask.rows.who', { rows: [{ who: 'cleo' }, { who: 'ben' }, { who: 'cleo' }] }, ['cleo', 'ben']],
  ])('the people in %s, each once', (field, values, people) => {
    const reason = { rule: 'field', params: { field } };
    expect(found(askedBy({ field }), values)).toEqual(people.map((who) => [who, reason]));
  });

  test.each([
    ['1000', 'lead', '1', ['ben', 'dan']],
    ['1000.01', 'boss', '2', ['cleo']],
  ])('the post that a decision table names for %s', (amount, post, row, people) => {
    const authority = askedBy({ table: 'authority', input: { amount: 'ask.amount' } });
    const params = { amount, table: 'authority', row, post };
    expect(found(authority, { amount })).toEqual(people.map((who) => [who, { rule: 'table', params }]));
  });
});

describe('when a rule finds nobody (找不到人)', () => {
  const instead = (reason: Reason): Reason => ({
    rule: 'nobody',
    because: [{ rule: 'post', params: { post: 'boss' } }, reason],
  });

  test.each<[string, RoleRule, object, Reason]>([
    ['a field is empty', { field: 'ask.one' }, {}, { rule: 'field', params: { field: 'ask.one' } }],
    [
      'there is no unit to look in',
      { post: 'lead', unit: 'ask.unit' },
      {},
      { rule: 'post-in-unit', params: { post: 'lead', unit: '' } },
    ],
    ['no unit is named', { headOf: 'ask.unit' }, {}, { rule: 'head-of', params: { unit: '' } }],
    [
      'no rule of the table hits',
      { table: 'authority', input: { amount: 'ask.amount' } },
      { amount: '9000' },
      { rule: 'table', params: { amount: '9000', table: 'authority', row: '', post: '' } },
    ],
  ])('%s: whoever the nobody rule names is asked, and both reasons are kept', (_, rule, values, reason) => {
    expect(found(askedBy(rule), values)).toEqual([['cleo', instead(reason)]]);
  });

  test('somebody at the top has no manager', () => {
    const reason = { rule: 'manager-of', params: { person: 'cleo' } } as const;
    const process = askedBy({ managerOf: 'starter' }, { nobody: { to: { post: 'lead' } } });
    expect(found(process, {}, 'cleo').map(([who, { because }]) => [who, because?.[1]])).toEqual([
      ['ben', reason],
      ['dan', reason],
    ]);
  });

  test('when the nobody rule finds nobody either, the administrators are asked', () => {
    const process = askedBy({ field: 'ask.one' }, { nobody: { to: { headOf: 'ask.unit' } } });
    const because = [
      { rule: 'head-of', params: { unit: '' } },
      { rule: 'field', params: { field: 'ask.one' } },
    ] as const;
    expect(found(process)).toEqual([['cleo', { rule: 'last-resort', because }]]);
  });

  test('without an administrator either, the command is refused and nothing is recorded', () => {
    const process = askedBy({ field: 'ask.one' }, { nobody: { to: { headOf: 'ask.unit' } } });
    given(process, { organisation: peopleChanged({ cleo: { active: false } }) })
      .when(starts('ada', { ask: { what: 'a pen' } }))
      .refuses({ code: 'nobody', step: step('check'), role: 'who' });
  });

  test('an agreement is refused as well when nobody can be asked after it', () => {
    const process = processOf({
      roles: { one: { headOf: 'ask.unit' } },
      rules: { nobody: { to: { headOf: 'ask.unit' } }, self: 'allow', repeat: 'ask' },
      forms: { ask: { what: { type: 'text', title: 'What' }, unit: { type: 'unit', title: 'Unit' } } },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }, { last: approve('one') }],
    });
    const gone = { organisation: peopleChanged({ cleo: { active: false } }) };
    given(process, gone, starts('ada', { ask: { what: 'a pen' } }))
      .when(agrees('ben', 'check'))
      .refuses({ code: 'nobody', step: step('last'), role: 'one' });
  });
});

describe('people who have left, and people from outside', () => {
  test('whoever has left is never asked', () => {
    const left = { organisation: peopleChanged({ ben: { active: false } }) };
    const process = askedBy({ post: 'lead' });
    const { state } = given(process, left, starts('ada', { ask: {} }));
    expect(state.steps[step('check')]?.seats.map(({ person: who }) => who)).toEqual(['dan']);
    expect(
      given(askedBy({ managerOf: 'starter' }), left, starts('ada', { ask: {} })).state.steps[step('check')],
    ).toMatchObject({
      seats: [{ person: 'cleo' }],
    });
  });

  test('a field cannot name somebody who has left', () => {
    given(askedBy({ field: 'ask.one' }))
      .when(starts('ada', { ask: { one: 'fay' } }))
      .refuses({
        code: 'invalid-values',
        issues: [{ code: 'unknown-person', path: '/ask/one', params: { id: 'fay' } }],
      });
  });

  test('somebody from outside is asked where the process names them, and decides like anybody', () => {
    const process = askedBy({ field: 'ask.one' });
    const outside = given(process, starts('ada', { ask: { one: 'eve' } }));
    outside.when(agrees('eve', 'check')).recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });

  test('a seat stays with whoever leaves later; new rounds look again', () => {
    const told = given(askedBy({ post: 'lead' }), starts('ada', { ask: {} }), {
      organisation: peopleChanged({ ben: { active: false } }),
    });
    expect(told.state.steps[step('check')]?.seats.map(({ person: who }) => who)).toEqual(['ben', 'dan']);
  });
});

describe('one’s own case (本人)', () => {
  const managed = { self: { to: { managerOf: 'self' } } } as const;
  const post = { rule: 'post', params: { post: 'lead' } } as const;
  const bySelf = (who: string, manager: string): readonly [string, Reason] => [
    manager,
    { rule: 'self', params: { person: who }, because: [{ rule: 'manager-of', params: { person: who } }, post] },
  ];

  test('somebody else decides on it, in the place of whoever started it', () => {
    expect(found(askedBy({ post: 'lead' }, managed), {}, 'ben')).toEqual([bySelf('ben', 'cleo'), ['dan', post]]);
  });

  test('whoever stands in is asked once, however often they are found', () => {
    const process = askedBy({ field: 'ask.many' }, managed);
    expect(found(process, { many: ['ben', 'cleo'] }, 'ben').map(([who]) => who)).toEqual(['cleo']);
  });

  test('whoever the self rule names does not include oneself', () => {
    const process = askedBy({ post: 'boss' }, { self: { to: { field: 'ask.many' } } });
    expect(found(process, { many: ['cleo', 'dan'] }, 'cleo').map(([who]) => who)).toEqual(['dan']);
  });

  test('a step or a process may allow it', () => {
    expect(found(askedBy({ starter: true }, managed, { self: 'allow' }))).toEqual([['ada', { rule: 'starter' }]]);
    expect(found(askedBy({ starter: true }, { self: 'allow' }))).toEqual([['ada', { rule: 'starter' }]]);
  });

  test('where the self rule finds nobody, the nobody rule does', () => {
    const process = askedBy({ starter: true }, { ...managed, nobody: { to: { post: 'lead' } } });
    expect(found(process, {}, 'cleo').map(([who, { rule }]) => [who, rule])).toEqual([
      ['ben', 'nobody'],
      ['dan', 'nobody'],
    ]);
  });

  test('the nobody rule does not make anybody decide on their own case either', () => {
    const reason = { rule: 'field', params: { field: 'ask.one' } } as const;
    const process = askedBy({ field: 'ask.one' }, { ...managed, nobody: { to: { post: 'lead' } } });
    const [first, second] = found(process, {}, 'ben');
    expect(second).toEqual(['dan', { rule: 'nobody', because: [post, reason] }]);
    expect(first).toEqual([
      'cleo',
      {
        rule: 'self',
        params: { person: 'ben' },
        because: [
          { rule: 'manager-of', params: { person: 'ben' } },
          { rule: 'nobody', because: [post, reason] },
        ],
      },
    ]);
  });

  test('when only oneself is left, the command is refused', () => {
    const process = askedBy({ field: 'ask.one' }, managed);
    given(process)
      .when(starts('cleo', { ask: {} }))
      .refuses({ code: 'nobody', step: step('check'), role: 'who' });
  });

  test('filling in one’s own case is no decision on it', () => {
    const process = processOf({ steps: [{ ask: fill('ask', 'starter') }, { more: fill('ask', 'starter') }] });
    const { state } = given(process, starts('ada', { ask: { what: 'a pen' } }));
    expect(state.steps[step('more')]?.seats).toMatchObject([{ person: person('ada') }]);
  });
});
