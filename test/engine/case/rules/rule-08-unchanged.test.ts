import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import { adds, agrees, returns, starts, submits, transfers, withdraws } from '../../../support/acts.ts';
import { asked, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const rules = {
  nobody: { to: { post: 'boss' } },
  self: { to: { managerOf: 'self' } },
  repeat: 'skip-unchanged',
} as const;
const roles = { manager: { managerOf: 'starter' } } as const;
const pen = starts('ada', { ask: { what: 'a pen', amount: '50' } });
const fix = (ask: object = {}) => submits('ada', 'ask', { values: { ask } });

/** Ben is asked twice, then Cleo, who may send it back. */
const twice = (one: Partial<ApproveStep>, two: Partial<ApproveStep>, more: { immaterial?: string[] } = {}) =>
  processOf({
    rules: { ...rules, ...more },
    roles,
    steps: [
      { ask: fill('ask', 'starter') },
      { one: approve('manager', one) },
      { two: approve('manager', two) },
      { last: approve('boss', { return: { to: ['ask', 'two'] } }) },
    ],
    withdraw: { until: 'last' },
  });

describe('rule 8: nobody is asked again for what has not changed (自动去重)', () => {
  test('vector (17): the second step shows more: the person is asked, although what they agreed to is the same', () => {
    expect(asked(given(twice({ see: ['ask.what'] }, {}), pen, agrees('ben', 'one')).state)).toEqual({ two: ['ben'] });
    expect(asked(given(twice({}, { see: ['ask.what'] }), pen, agrees('ben', 'one')).state)).toEqual({ last: ['cleo'] });
  });

  test('what is immaterial does not count: it binds nobody', () => {
    const definition = twice({ see: ['ask.what'] }, {}, { immaterial: ['ask.amount'] });
    expect(asked(given(definition, pen, agrees('ben', 'one')).state)).toEqual({ last: ['cleo'] });
  });

  test('a step that wants an opinion asks for it every time', () => {
    const wanting = twice({}, { opinion: 'required' });
    expect(asked(given(wanting, pen, agrees('ben', 'one')).state)).toEqual({ two: ['ben'] });
    const way = [
      pen,
      agrees('ben', 'one'),
      agrees('ben', 'two', { opinion: 'Yes.' }),
      returns('cleo', 'last', 'ask'),
    ] as const;
    expect(asked(given(wanting, ...way, fix()).state)).toEqual({ two: ['ben'] });
  });

  test('the step a return leads to is asked, those before it are not', () => {
    const told = given(twice({}, {}), pen, agrees('ben', 'one'), returns('cleo', 'last', 'two'));
    expect(asked(told.state)).toEqual({ two: ['ben'] });
  });

  test('an approval that was asked again because its content changed is never given by itself', () => {
    const edited = processOf({
      rules,
      roles,
      steps: [
        { ask: fill('ask', 'starter') },
        { one: approve('manager') },
        { edit: fill('ask', 'lead') },
        { last: approve('boss', { return: { to: ['ask'] } }) },
      ],
    });
    const way = [
      pen,
      agrees('ben', 'one'),
      submits('dan', 'edit', { values: { ask: { what: 'a red pen' } } }),
    ] as const;
    expect(asked(given(edited, ...way).state)).toEqual({ one: ['ben'] });
  });

  test('a seat that somebody added is asked, although its person agreed to the same', () => {
    const ordered = processOf({
      rules,
      roles,
      steps: [
        { ask: fill('ask', 'starter') },
        { one: approve('boss') },
        { two: approve('manager', { mode: 'sequential' }) },
      ],
    });
    const way = [pen, agrees('cleo', 'one')] as const;
    expect(asked(given(ordered, ...way, adds('ben', 'two', 'before', ['cleo'])).state)).toEqual({ two: ['cleo'] });
    const next = given(ordered, ...way, adds('ben', 'two', 'parallel', ['cleo']), agrees('ben', 'two'));
    expect(asked(next.state)).toEqual({ two: ['cleo'] });
  });

  test('whoever has the task by transfer has agreed for themselves only', () => {
    const told = given(twice({}, {}), pen, transfers('ben', 'one', 'dan'), agrees('dan', 'one'));
    expect(asked(told.state)).toEqual({ two: ['ben'] });
  });

  test('a withdrawal to correct the case asks again only for what has changed', () => {
    const definition = twice({ hide: ['ask.amount'] }, {});
    const way = [pen, agrees('ben', 'one'), agrees('ben', 'two'), withdraws('ada', 'keep')] as const;
    expect(asked(given(definition, ...way, fix({ amount: '60' })).state)).toEqual({ two: ['ben'] });
    expect(asked(given(definition, ...way, fix()).state)).toEqual({ last: ['cleo'] });
  });
});
