import { describe, expect, test } from 'vitest';
import type { Reason } from '../../../../engine/case/reason.ts';
import type { ApproveStep, RoleRule } from '../../../../schemas/generated/process.ts';
import { agrees, person, reseats, starts, step } from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { asked, event, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const form = { ask: { what: 'a pen' } };
const leads: Reason = { rule: 'post', params: { post: 'lead' } };
const boss = { rule: 'post', params: { post: 'boss' } } as const;

const process = (more: Partial<ApproveStep> = {}, who: RoleRule = { post: 'lead' }) =>
  processOf({
    roles: { who },
    rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask' },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('who', more) }],
  });

const left = (...people: readonly string[]) => ({
  organisation: peopleChanged(Object.fromEntries(people.map((id) => [id, { active: false }]))),
});
const seats = (told: ReturnType<typeof given>) => told.state.steps[step('check')]?.seats;

describe('rule 15: a step is never without somebody, and nobody found is not agreed', () => {
  test('a post that nobody holds: the nobody rule', () => {
    const told = given(process({ mode: 'all' }), left('ben', 'dan'), starts('ada', form));
    expect(seats(told)).toMatchObject([
      { person: 'cleo', status: 'open', reason: { rule: 'nobody', because: [boss, leads] } },
    ]);
  });

  test('when the nobody rule names nobody who is here, the administrators', () => {
    const organisation = peopleChanged({ ben: { active: false }, dan: { active: false } });
    const alone = processOf({
      roles: { who: { field: 'ask.who' } },
      rules: { nobody: { to: { post: 'lead' } }, self: 'allow', repeat: 'ask' },
      forms: { ask: { what: { type: 'text', title: 'What' }, who: { type: 'person', title: 'Who' } } },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('who') }],
    });
    expect(seats(given(alone, { organisation }, starts('ada', form)))).toMatchObject([
      { person: 'cleo', reason: { rule: 'last-resort', because: [leads, { rule: 'field' }] } },
    ]);
  });

  test('fewer people than the step needs: the nobody rule’s people are added', () => {
    const told = given(process({ mode: 'all', least: 3 }), starts('ada', form));
    expect(seats(told)).toMatchObject([
      { person: 'ben', reason: leads },
      { person: 'dan', reason: leads },
      { person: 'cleo', reason: { rule: 'shortage', because: [boss, leads] } },
    ]);
  });

  test('two votes of one person are not one vote: whoever is missing is added', () => {
    const votes = process({ mode: { pass: 2, fail: 'impossible' } });
    const told = given(votes, left('ben'), starts('ada', form));
    expect(seats(told)?.map(({ person: who, reason }) => [who, reason.rule])).toEqual([
      ['dan', 'post'],
      ['cleo', 'shortage'],
    ]);
    expect(told.when(agrees('dan', 'check')).state.status).toBe('open');
  });

  test('when there are not so many people at all, the step is not entered', () => {
    given(process({ mode: 'all', least: 4 }))
      .when(starts('ada', form))
      .refuses({ code: 'nobody', step: step('check'), role: 'who' });
  });
});

describe('rule 15: the nightly check of open seats', () => {
  test('a seat of somebody who has left goes to the next holder of the post, in the same place', () => {
    const successor = {
      organisation: peopleChanged({ ben: { active: false }, fay: { active: true, posts: [{ post: 'lead' }] } }),
    };
    const told = given(process({ mode: 'sequential' }), starts('ada', form), successor);
    const reason: Reason = { rule: 'leaver', params: { person: 'ben' }, because: [leads] };
    const data = { step: step('check'), round: 1, seat: 2, to: { id: 4, person: person('fay'), reason }, opinion: '' };
    told.when(reseats()).records(event('SeatMoved', data));
    const after = given(process({ mode: 'sequential' }), starts('ada', form), successor, reseats());
    expect(seats(after)?.map(({ person: who, status }) => [who, status])).toEqual([
      ['ben', 'moved'],
      ['fay', 'open'],
      ['dan', 'waiting'],
    ]);
    after.when(reseats()).records();
    expect(asked(after.when(agrees('fay', 'check')).state)).toEqual({ check: ['dan'] });
  });

  test('with nobody else in the role, to whom the nobody rule names; a waiting seat goes on waiting', () => {
    const told = given(process({ mode: 'sequential' }), starts('ada', form), left('dan'), reseats());
    expect(seats(told)?.map(({ person: who, status, reason }) => [who, status, reason.rule])).toEqual([
      ['ben', 'open', 'post'],
      ['dan', 'moved', 'post'],
      ['cleo', 'waiting', 'nobody'],
    ]);
  });

  test('when nobody can take it, the seat stays until somebody can', () => {
    const told = given(process({ mode: 'all' }), starts('ada', form), left('ben', 'cleo'));
    told.when(reseats()).records();
    const later = given(process({ mode: 'all' }), starts('ada', form), left('ben', 'cleo'), reseats(), left('ben'));
    later.when(reseats()).recordsTypes('SeatMoved');
  });

  test('somebody from outside who was named keeps the seat', () => {
    const outside = process({}, { post: 'clerk' });
    const told = given(outside, starts('ben', form), reseats());
    expect(asked(told.state)).toEqual({ check: ['ada', 'eve'] });
  });

  test('what is decided is decided, and a case that is over is left alone', () => {
    const decided = given(process({ mode: 'all' }), starts('ada', form), agrees('ben', 'check'), left('ben'));
    decided.when(reseats()).records();
    const over = given(process(), starts('ada', form), agrees('ben', 'check'), left('dan'));
    over.when(reseats()).records();
  });
});
