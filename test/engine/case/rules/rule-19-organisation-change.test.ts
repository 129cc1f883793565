import { describe, expect, test } from 'vitest';
import type { StepEntry } from '../../../../schemas/generated/process.ts';
import { agrees, handsOver, reseats, returns, starts, step, submits } from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { asked, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const form = { ask: { what: 'a pen' } };
const process = processOf({
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { mode: 'sequential', return: { to: ['ask'] } }) },
    { last: approve('boss') },
  ],
});
const newLead = peopleChanged({
  ben: { posts: [{ post: 'clerk', unit: 'sales' }] },
  fay: { active: true, posts: [{ post: 'lead', unit: 'sales' }] },
});

describe('rule 19: a change of the organisation during a case', () => {
  test('seats keep their people when a post changes hands, also at the nightly check', () => {
    const told = given(process, starts('ada', form), { organisation: newLead });
    told.when(reseats()).records();
    told.when(agrees('ben', 'check')).recordsTypes('SeatAgreed', 'SeatActivated');
  });

  test('a new round asks the role again', () => {
    const told = given(
      process,
      starts('ada', form),
      { organisation: newLead },
      returns('ben', 'check', 'ask'),
      submits('ada', 'ask', { values: form }),
    );
    expect(told.state.steps[step('check')]?.seats.map(({ person }) => person)).toEqual(['dan', 'fay']);
  });

  test('vector (19): a leaver with 50 open seats, some of them waiting in a sequence', () => {
    const many = processOf({
      rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask' },
      steps: [
        { ask: fill('ask', 'starter') },
        {
          all: {
            parallel: Array.from({ length: 50 }, (_, index) => ({
              steps: [
                { [`s${index}`]: approve('lead', { mode: index % 2 === 0 ? 'sequential' : 'all' }) },
              ] as StepEntry[],
            })),
          },
        },
      ],
    });
    const begun = given(many, { organisation: peopleChanged({ fay: { active: true } }) }, starts('ada', form));
    const seatsOf = (told: ReturnType<typeof given>, who: string) =>
      Object.entries(told.state.steps).flatMap(([id, { seats }]) =>
        seats.flatMap(({ person, status, id: seat }) => (person === who ? [{ step: id, seat, status }] : [])),
      );
    const moves = seatsOf(begun, 'dan');
    expect(moves).toHaveLength(50);
    expect(moves.filter(({ status }) => status === 'waiting')).toHaveLength(25);
    const done = given(
      many,
      { organisation: peopleChanged({ fay: { active: true } }) },
      starts('ada', form),
      ...moves.map(({ step: at, seat }) => handsOver('cleo', at, seat, 'fay')),
    );
    expect(seatsOf(done, 'fay').map(({ status }) => status)).toEqual(moves.map(({ status }) => status));
    expect(seatsOf(done, 'dan').every(({ status }) => status === 'moved')).toBe(true);
    expect(asked(done.state).s0).toEqual(['ben']);
    expect(asked(done.when(agrees('ben', 's0')).state).s0).toEqual(['fay']);
    expect(done.state.interventions).toHaveLength(50);
    done.when(handsOver('cleo', 's0', moves[0]?.seat ?? 0, 'fay')).refuses({ code: 'step-moved', step: step('s0') });
  });
});
