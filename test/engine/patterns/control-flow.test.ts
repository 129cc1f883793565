import { describe, expect, test } from 'vitest';
import { agrees, rejects, step } from '../../support/acts.ts';
import { asked, given } from '../../support/given.ts';
import { asking, pen, voting } from '../../support/pattern-process.ts';
import { approve } from '../../support/small-process.ts';

const check = step('check');

describe('basic control flow', () => {
  const sideBySide = asking(
    { both: { parallel: [{ steps: [{ legal: approve('lead') }] }, { steps: [{ money: approve('boss') }] }] } },
    { last: approve('boss') },
  );
  const eitherOr = asking(
    {
      size: {
        choose: [
          { when: 'ask.amount > 1000', steps: [{ big: approve('boss') }] },
          { else: [{ small: approve('lead') }] },
        ],
      },
    },
    { last: approve('boss') },
  );

  test('WCP 1 sequence: a step is asked when the one before it is done', () => {
    const line = asking({ check: approve('lead') }, { last: approve('boss') });
    expect(asked(given(line, pen()).state)).toEqual({ check: ['ben', 'dan'] });
    expect(asked(given(line, pen(), agrees('ben', 'check')).state)).toEqual({ last: ['cleo'] });
  });

  test('WCP 2 parallel split: every branch is asked at once', () => {
    expect(asked(given(sideBySide, pen()).state)).toEqual({ legal: ['ben', 'dan'], money: ['cleo'] });
  });

  test('WCP 3 synchronization: what follows waits for every branch, whichever ends first', () => {
    const [legal, money] = [agrees('ben', 'legal'), agrees('cleo', 'money')];
    expect(asked(given(sideBySide, pen(), legal).state)).toEqual({ money: ['cleo'] });
    expect(asked(given(sideBySide, pen(), money).state)).toEqual({ legal: ['ben', 'dan'] });
    expect(asked(given(sideBySide, pen(), legal, money).state)).toEqual({ last: ['cleo'] });
    expect(asked(given(sideBySide, pen(), money, legal).state)).toEqual({ last: ['cleo'] });
  });

  test('WCP 4 exclusive choice: exactly one branch is asked', () => {
    expect(asked(given(eitherOr, pen('5000')).state)).toEqual({ big: ['cleo'] });
    expect(asked(given(eitherOr, pen('5')).state)).toEqual({ small: ['ben', 'dan'] });
  });

  test('WCP 5 simple merge: what follows a choice is asked once, whichever branch was taken', () => {
    const big = given(eitherOr, pen('5000')).when(agrees('cleo', 'big'));
    const small = given(eitherOr, pen('5')).when(agrees('dan', 'small'));
    for (const { events, state } of [big, small]) {
      expect(events.filter(({ type }) => type === 'StepEntered')).toHaveLength(1);
      expect(asked(state)).toEqual({ last: ['cleo'] });
    }
  });
});

describe('several branches, some of them', () => {
  const some = asking(
    {
      involved: {
        parallel: [
          { when: 'ask.amount > 10', steps: [{ legal: approve('lead') }] },
          { when: 'ask.amount > 100', steps: [{ money: approve('boss') }] },
          { when: 'ask.amount > 1000', steps: [{ board: approve('boss') }] },
        ],
      },
    },
    { last: approve('lead') },
  );

  test('WCP 6 multi-choice: one, some, all or none of the branches are asked', () => {
    const branches = (amount: string) => Object.keys(asked(given(some, pen(amount)).state));
    expect(branches('50')).toEqual(['legal']);
    expect(branches('500')).toEqual(['legal', 'money']);
    expect(branches('5000')).toEqual(['legal', 'money', 'board']);
    expect(branches('5')).toEqual(['last']);
  });

  test('WCP 7 structured synchronizing merge: what follows waits for the branches that were taken and no others', () => {
    expect(asked(given(some, pen(), agrees('ben', 'legal')).state)).toEqual({ money: ['cleo'] });
    expect(asked(given(some, pen(), agrees('ben', 'legal'), agrees('cleo', 'money')).state)).toEqual({
      last: ['ben', 'dan'],
    });
  });

  test('WCP 29 cancelling discriminator: the first agreement goes on, the others are not asked any more', () => {
    const [definition, ...past] = voting(3, { mode: 'any' });
    const told = given(definition, ...past, agrees('l2', 'check'));
    expect(asked(told.state)).toEqual({ last: ['boss'] });
    expect(told.state.steps[check]?.seats.map(({ status }) => status)).toEqual(['cancelled', 'agreed', 'cancelled']);
    told.when(agrees('l1', 'check')).refuses({ code: 'step-moved', step: check });
  });

  test('WCP 32 cancelling partial join: two agreements of four go on, the others are not asked any more', () => {
    const [definition, ...past] = voting(4, { mode: { pass: 2 } });
    expect(asked(given(definition, ...past, agrees('l1', 'check')).state)).toEqual({ check: ['l2', 'l3', 'l4'] });
    const told = given(definition, ...past, agrees('l1', 'check'), agrees('l3', 'check'));
    expect(asked(told.state)).toEqual({ last: ['boss'] });
    told.when(agrees('l2', 'check')).refuses({ code: 'step-moved', step: check });
  });
});

describe('termination', () => {
  const ending = asking({
    both: { parallel: [{ steps: [{ legal: approve('lead') }] }, { steps: [{ money: approve('boss') }] }] },
  });

  test('WCP 11 implicit termination: the case is completed when nothing is left to do', () => {
    const told = given(ending, pen(), agrees('ben', 'legal'));
    expect(told.state.status).toBe('open');
    expect(told.when(agrees('cleo', 'money')).state.status).toBe('completed');
  });

  test('WCP 43 explicit termination: a rejection ends the case where it is, whatever else is still open', () => {
    const told = given(ending, pen(), rejects('ben', 'legal'));
    expect(told.state).toMatchObject({ status: 'rejected', endedAt: '2026-11-02T01:00:00.000Z' });
    expect(told.state.steps[step('money')]?.seats).toMatchObject([{ person: 'cleo', status: 'cancelled' }]);
    expect(asked(told.state)).toEqual({});
  });
});
