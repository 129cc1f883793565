import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../../engine/case/context.ts';
import { sightOf } from '../../../../engine/case/sight.ts';
import { agrees, person, rejects, returns, starts, step, submits } from '../../../support/acts.ts';
import { asked, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen', amount: '50' } });

/** Two branches; the one of the leads ends alone when it is rejected. A clerk reads along. */
const branches = (ends: 'case' | 'branch') =>
  processOf({
    roles: { reader: { post: 'clerk' } },
    steps: [
      { ask: fill('ask', 'starter') },
      { tell: { copy: ['reader'], see: ['ask.what'] } },
      {
        both: {
          return: { to: ['ask'] },
          parallel: [
            { steps: [{ a: approve('lead', { reject: { ends } }) }, { a2: approve('lead') }] },
            { steps: [{ b: approve('boss') }] },
          ],
        },
      },
      { last: approve('boss') },
    ],
  });

const sight = (told: ReturnType<typeof given>, who: string) => {
  const { definition, facts } = told.told;
  return sightOf(told.state, person(who), contextOf(definition, told.state.values, told.state, facts));
};

describe('rule 2: rejecting is not returning (驳回与退回)', () => {
  test('they are two events: one ends the case, the other leads back', () => {
    const told = given(branches('case'), pen);
    told.when(rejects('ben', 'a')).recordsTypes('CaseRejected');
    told.when(returns('ben', 'a', 'ask')).recordsTypes('StepReturned', 'StepEntered');
    expect(told.when(rejects('ben', 'a')).state.status).toBe('rejected');
    expect(told.when(returns('ben', 'a', 'ask')).state.status).toBe('open');
  });

  test('vector (24): rejected in one branch, the siblings are cancelled and readers keep what they were shown', () => {
    const told = given(branches('case'), pen, rejects('ben', 'a'));
    expect(told.state.steps[step('b')]?.seats).toMatchObject([{ status: 'cancelled', end: { rule: 'rejected' } }]);
    expect([...(sight(told, 'eve') ?? [])]).toEqual(['ask.what']);
    expect(sight(told, 'cleo')).toContain('ask.amount');
  });

  test('vector (24): rejected for the branch only, the other branch decides on and readers keep what they were shown', () => {
    const told = given(branches('branch'), pen, rejects('ben', 'a'));
    expect(asked(told.state)).toEqual({ b: ['cleo'] });
    expect([...(sight(told, 'eve') ?? [])]).toEqual(['ask.what']);
    expect(asked(told.when(agrees('cleo', 'b')).state)).toEqual({ last: ['cleo'] });
  });

  test('a return after that begins both branches anew', () => {
    const told = given(
      branches('branch'),
      pen,
      rejects('ben', 'a'),
      returns('cleo', 'b', 'ask'),
      submits('ada', 'ask'),
    );
    expect(asked(told.state)).toEqual({ a: ['ben', 'dan'], b: ['cleo'] });
  });
});

describe('rule 12: a parallel block ends when its branches have', () => {
  const conditional = processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      {
        both: {
          parallel: [
            { when: 'ask.amount > 100', steps: [{ a: approve('lead') }] },
            { steps: [{ b: approve('boss', { reject: { ends: 'branch' } }) }] },
          ],
        },
      },
      { last: approve('lead') },
    ],
  });

  test('a branch that was never started holds nobody up', () => {
    expect(asked(given(conditional, pen).state)).toEqual({ b: ['cleo'] });
    expect(asked(given(conditional, pen, agrees('cleo', 'b')).state)).toEqual({ last: ['ben', 'dan'] });
  });

  test('nor does one that ended rejected, be it the last', () => {
    expect(asked(given(conditional, pen, rejects('cleo', 'b')).state)).toEqual({ last: ['ben', 'dan'] });
    const dear = starts('ada', { ask: { what: 'a pen', amount: '500' } });
    expect(asked(given(conditional, dear, rejects('cleo', 'b')).state)).toEqual({ a: ['ben', 'dan'] });
    expect(asked(given(conditional, dear, rejects('cleo', 'b'), agrees('dan', 'a')).state)).toEqual({
      last: ['ben', 'dan'],
    });
  });

  test('approvals of a branch that ended rejected are not asked again when content changes', () => {
    const edited = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [
              { steps: [{ a1: approve('lead') }, { a2: approve('boss', { reject: { ends: 'branch' } }) }] },
              { steps: [{ b: approve('boss') }] },
            ],
          },
        },
        { edit: fill('ask', 'lead') },
      ],
    });
    const way = [pen, agrees('dan', 'a1'), rejects('cleo', 'a2'), agrees('cleo', 'b')] as const;
    const told = given(edited, ...way).when(submits('ben', 'edit', { values: { ask: { what: 'a red pen' } } }));
    expect(asked(told.state)).toEqual({ b: ['cleo'] });
  });
});
