import { describe, expect, test } from 'vitest';
import {
  adds,
  agrees,
  claims,
  handsOver,
  reassigns,
  releases,
  removes,
  reseats,
  starts,
  step,
} from '../../support/acts.ts';
import { peopleChanged } from '../../support/company.ts';
import { asked, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const form = { ask: { what: 'a pen' } };
const everybody = { organisation: peopleChanged({ fay: { active: true } }) };
const seatsOf = (told: ReturnType<typeof given>) =>
  told.state.steps[step('check')]?.seats.map(({ person, status }) => [person, status]);

describe('a seat that moves keeps its part in the round', () => {
  const process = processOf({
    rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask' },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'all', due: '2d' }) }],
  });

  test('a seat that waits for those it added goes on waiting for them, under its new person', () => {
    const told = given(
      process,
      everybody,
      starts('ada', form),
      adds('ben', 'check', 'before', ['cleo']),
      reassigns('cleo', 'check', 2, 'fay'),
    );
    expect(seatsOf(told)).toEqual([
      ['ben', 'moved'],
      ['fay', 'waiting'],
      ['cleo', 'open'],
      ['dan', 'open'],
    ]);
    const after = told.when(agrees('cleo', 'check'));
    expect(asked(after.state)).toEqual({ check: ['fay', 'dan'] });
    expect(after.state.steps[step('check')]?.stopped).toBeUndefined();
  });

  test('an added seat stays the one its adder waits for', () => {
    const told = given(
      process,
      everybody,
      starts('ada', form),
      adds('ben', 'check', 'before', ['cleo']),
      reassigns('cleo', 'check', 4, 'fay'),
    );
    expect(asked(told.state)).toEqual({ check: ['fay', 'dan'] });
    expect(asked(told.when(agrees('fay', 'check')).state)).toEqual({ check: ['ben', 'dan'] });
  });
});

describe('a claimed pool', () => {
  const pool = processOf({
    rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask' },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'any', claim: true }) }],
  });

  test('opens again when its claimer goes', () => {
    const told = given(
      pool,
      everybody,
      starts('ada', form),
      claims('ben', 'check'),
      handsOver('cleo', 'check', 2, 'fay'),
    );
    expect(asked(told.state)).toEqual({ check: ['fay', 'dan'] });
    expect(told.state.steps[step('check')]?.seats.some(({ claimed }) => claimed)).toBe(false);
  });

  test('holds back whoever takes over a seat that was held back', () => {
    const told = given(
      pool,
      everybody,
      starts('ada', form),
      claims('ben', 'check'),
      handsOver('cleo', 'check', 3, 'fay'),
    );
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    expect(asked(told.when(releases('ben', 'check')).state)).toEqual({ check: ['ben', 'fay'] });
  });
});

describe('a step that has fewer people than it needs', () => {
  test('is filled up at the next check', () => {
    const three = processOf({
      rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask' },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { mode: 'all', least: 3 }) }],
    });
    const told = given(three, everybody, starts('ada', form), removes('cleo', 'check', 4));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    const filled = given(three, everybody, starts('ada', form), removes('cleo', 'check', 4), reseats());
    expect(filled.state.steps[step('check')]?.seats.at(-1)).toMatchObject({
      person: 'cleo',
      status: 'open',
      reason: { rule: 'shortage' },
    });
    filled.when(reseats()).records();
  });
});
