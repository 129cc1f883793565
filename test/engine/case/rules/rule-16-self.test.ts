import { describe, expect, test } from 'vitest';
import type { ProcessDocument } from '../../../../schemas/generated/process.ts';
import { agrees, day, opens, person, reassigns, starts, step, submits, transfers } from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { asked, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const form = { ask: { what: 'a pen', unit: 'sales' } };

const process = (
  rules: Partial<ProcessDocument['rules']> = {},
  who: ProcessDocument['roles'][string] = { post: 'lead' },
) =>
  processOf({
    roles: { who },
    rules: { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat: 'ask', ...rules },
    forms: { ask: { what: { type: 'text', title: 'What' }, unit: { type: 'unit', title: 'Unit' } } },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('who', { mode: 'all' }) }],
  });

const everybody = { organisation: peopleChanged({ fay: { active: true } }) };

describe('rule 16: nobody decides on their own matter', () => {
  test('vector (10): the initiator is head of their own department', () => {
    const told = given(process({}, { headOf: 'ask.unit' }), starts('ben', form));
    expect(told.state.steps[step('check')]?.seats).toMatchObject([
      {
        person: 'cleo',
        reason: {
          rule: 'self',
          params: { person: 'ben' },
          because: [{ rule: 'manager-of' }, { rule: 'head-of', params: { unit: 'sales' } }],
        },
      },
    ]);
  });

  test('an administrator is no exception', () => {
    given(process({}, { post: 'boss' }))
      .when(starts('cleo', form))
      .refuses({ code: 'nobody', step: step('check'), role: 'who' });
  });

  test('whoever handed the case in for another person counts as that person', () => {
    const opened = opens(person('ada'), form, { case: 'case-0', step: step('next') });
    const told = given(process(), opened, transfers('ada', 'ask', 'ben'), submits('ben', 'ask', { values: form }));
    expect(asked(told.state)).toEqual({ check: ['cleo', 'dan'] });
    told.when(transfers('dan', 'check', 'ben')).refuses({ code: 'transfer-not-allowed', to: 'ben', why: 'starter' });
    told.when(transfers('dan', 'check', 'ada')).refuses({ code: 'transfer-not-allowed', to: 'ada', why: 'starter' });
  });

  test('so does a proxy who handed it in', () => {
    const absences = [
      { person: person('ada'), proxy: person('ben'), from: day('2026-11-02'), until: day('2026-11-02') },
    ];
    const opened = opens(person('ada'), form, { case: 'case-0', step: step('next') });
    const told = given(process(), { absences }, opened, submits('ben', 'ask', { values: form }));
    expect(asked(told.state)).toEqual({ check: ['cleo', 'dan'] });
  });

  test('an administrator cannot seat the initiator either', () => {
    given(process(), everybody, starts('ada', form))
      .when(reassigns('cleo', 'check', 2, 'ada'))
      .refuses({ code: 'transfer-not-allowed', to: 'ada', why: 'starter' });
  });

  test('a process may allow it, in words', () => {
    const told = given(process({ self: 'allow' }), starts('ben', form));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    told.when(agrees('ben', 'check')).recordsTypes('SeatAgreed');
  });
});

describe('rule 16: duties kept apart hold whoever is named, and by whom', () => {
  const apart = processOf({
    rules: {
      nobody: { to: { post: 'boss' } },
      self: 'allow',
      repeat: 'ask',
      apart: [
        ['lead', 'second'],
        ['starter', 'lead'],
      ],
    },
    roles: { second: { post: 'lead' } },
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { mode: 'any' }) },
      { last: approve('second', { mode: 'all' }) },
    ],
  });
  const plain = { ask: { what: 'a pen' } };
  const lead = { rule: 'post', params: { post: 'lead' } } as const;

  test('whoever decided in one role is not asked in the other, and the reason says who was left out', () => {
    const told = given(apart, starts('ada', plain), agrees('ben', 'check'));
    expect(told.state.steps[step('last')]?.seats).toMatchObject([
      { person: 'dan', reason: { ...lead, because: [{ rule: 'apart', params: { person: 'ben', role: 'lead' } }] } },
    ]);
  });

  test('whoever started the case acts for the role that means the starter', () => {
    const told = given(apart, starts('ben', plain));
    expect(told.state.steps[step('check')]?.seats).toMatchObject([
      { person: 'dan', reason: { ...lead, because: [{ rule: 'apart', params: { person: 'ben', role: 'starter' } }] } },
    ]);
  });

  test('with nobody left the nobody rule asks, and knows why', () => {
    const told = given(apart, { organisation: peopleChanged({ dan: { active: false } }) }, starts('ben', plain));
    expect(told.state.steps[step('check')]?.seats).toMatchObject([
      {
        person: 'cleo',
        reason: {
          rule: 'nobody',
          because: [{ rule: 'post' }, lead, { rule: 'apart', params: { person: 'ben', role: 'starter' } }],
        },
      },
    ]);
  });

  test('nobody moves a seat to whoever is kept apart', () => {
    const told = given(apart, starts('ada', plain), agrees('ben', 'check'));
    told.when(transfers('dan', 'last', 'ben')).refuses({ code: 'transfer-not-allowed', to: 'ben', why: 'apart' });
    told.when(reassigns('cleo', 'last', 4, 'ben')).refuses({ code: 'transfer-not-allowed', to: 'ben', why: 'apart' });
  });
});
