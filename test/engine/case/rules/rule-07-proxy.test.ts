import { describe, expect, test } from 'vitest';
import type { Absence, Facts } from '../../../../engine/case/facts.ts';
import type { ApproveStep, ProcessDocument } from '../../../../schemas/generated/process.ts';
import { agrees, day, on, opens, person, reseats, returns, starts, step, withdraws } from '../../../support/acts.ts';
import { peopleChanged } from '../../../support/company.ts';
import { asked, given } from '../../../support/given.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

type Rules = Partial<ProcessDocument['rules']>;

const nobody = { to: { post: 'boss' } } as const;
const form = { ask: { what: 'a pen' } };
const leads = { rule: 'post', params: { post: 'lead' } } as const;

const process = (more: Partial<ApproveStep> = {}, rules: Rules = {}) =>
  processOf({
    rules: { nobody, self: { to: { managerOf: 'self' } }, repeat: 'ask', ...rules },
    withdraw: { until: 'check' },
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { mode: 'all', return: { to: ['ask'] }, ...more }) },
      { last: approve('boss') },
    ],
  });

/** Away on Monday 2 and Tuesday 3 November 2026, unless said otherwise. */
const away = (who: string, proxy: string, more: Partial<Absence> = {}): Absence => ({
  person: person(who),
  proxy: person(proxy),
  from: day('2026-11-02'),
  until: day('2026-11-03'),
  ...more,
});
const world = (...absences: readonly Absence[]): Partial<Facts> => ({ absences });
const everybody = { organisation: peopleChanged({ fay: { active: true } }) };
const proxied = (who: string) => ({
  rule: 'proxy',
  params: { person: who, from: '2026-11-02', until: '2026-11-03' },
  because: [leads],
});

const peopleAt = (told: ReturnType<typeof given>, at = 'check') =>
  told.state.steps[step(at)]?.seats.map(({ person: who, for: absent, status }) => [who, absent, status]);

describe('rule 7: a proxy acts under the own name for somebody absent', () => {
  test('the seat is the proxy’s from the beginning, and says for whom and why', () => {
    const told = given(process(), everybody, world(away('ben', 'fay')), starts('ada', form));
    expect(told.state.steps[step('check')]?.seats).toMatchObject([
      { person: 'fay', for: 'ben', reason: proxied('ben') },
      { person: 'dan', reason: leads },
    ]);
    told.when(agrees('ben', 'check')).refuses({ code: 'not-your-task', step: step('check') });
    told.when(agrees('fay', 'check')).recordsTypes('SeatAgreed');
  });

  test('the absent person may read what is decided for them', () => {
    const told = given(process(), everybody, world(away('ben', 'fay')), starts('ada', form));
    expect(told.state.seen).toMatchObject({ fay: ['check'], ben: ['check'] });
  });

  test.each([
    ['before its first day', '2026-11-01 23:59', 'ben'],
    ['on its first day', '2026-11-02 00:00', 'fay'],
    ['until the last minute of its last day', '2026-11-03 23:59', 'fay'],
    ['after its last day', '2026-11-04 00:00', 'ben'],
  ])('an absence counts by local days: %s', (_, at, who) => {
    const told = given(process(), everybody, world(away('ben', 'fay')), on(at, starts('ada', form)));
    expect(told.state.steps[step('check')]?.seats[0]?.person).toBe(who);
  });

  test('an absence from other processes does not count here', () => {
    const elsewhere = world(away('ben', 'fay', { processes: ['large'] }));
    expect(peopleAt(given(process(), everybody, elsewhere, starts('ada', form)))?.[0]).toEqual([
      'ben',
      undefined,
      'open',
    ]);
    const here = world(away('ben', 'fay', { processes: ['large', 'small'] }));
    expect(peopleAt(given(process(), everybody, here, starts('ada', form)))?.[0]).toEqual(['fay', 'ben', 'open']);
  });

  test.each<[string, readonly Absence[], Partial<Facts>]>([
    ['is away as well', [away('ben', 'fay'), away('fay', 'eve')], everybody],
    ['is away and names the first in turn', [away('ben', 'fay'), away('fay', 'ben')], everybody],
    ['has left', [away('ben', 'fay')], {}],
    ['comes from outside', [away('ben', 'eve')], {}],
    ['started the case', [away('ben', 'ada')], {}],
    ['is asked already', [away('ben', 'dan')], {}],
  ])('a proxy who %s stands in for nobody; the nobody rule does', (_, absences, people) => {
    const told = given(process(), people, world(...absences), starts('ada', form));
    expect(told.state.steps[step('check')]?.seats).toMatchObject([
      { person: 'cleo', reason: { rule: 'nobody', because: [{ rule: 'post' }, proxied('ben')] } },
      { person: 'dan', reason: leads },
    ]);
  });

  test('one proxy stands in for one person of a round only', () => {
    const told = given(process(), everybody, world(away('ben', 'fay'), away('dan', 'fay')), starts('ada', form));
    expect(peopleAt(told)).toEqual([
      ['fay', 'ben', 'open'],
      ['cleo', undefined, 'open'],
    ]);
  });

  test('whoever starts a case fills it in, absent or not; a case opened for them goes to their proxy', () => {
    const absent = world(away('ada', 'fay'));
    const told = given(process(), everybody, absent, starts('ada', form));
    expect(asked(told.state)).toEqual({ check: ['ben', 'dan'] });
    const back = given(process(), everybody, absent, starts('ada', form), withdraws('ada', 'keep'));
    expect(asked(back.state)).toEqual({ ask: ['ada'] });
    const cause = { case: 'case-0', step: step('next') };
    expect(peopleAt(given(process(), everybody, absent, opens('ada', form, cause)), 'ask')).toEqual([
      ['fay', 'ada', 'open'],
    ]);
    const returned = given(process(), everybody, absent, starts('ada', form), returns('ben', 'check', 'ask'));
    expect(asked(returned.state)).toEqual({ ask: ['fay'] });
  });
});

describe('rule 7: an absence that begins while seats are open', () => {
  const begun = () => given(process({ mode: 'sequential' }), everybody, starts('ada', form));

  test('moves the seats to the proxy; order and turn stay', () => {
    const told = begun();
    expect(peopleAt(told)).toEqual([
      ['ben', undefined, 'open'],
      ['dan', undefined, 'waiting'],
    ]);
    const moved = given(process({ mode: 'sequential' }), everybody, starts('ada', form), {
      absences: [away('dan', 'fay', { from: day('2026-11-03') })],
    });
    moved.when(reseats()).records();
    const after = moved.when(reseats('2026-11-03 00:00'));
    after.recordsTypes('SeatMoved');
    expect(after.state.steps[step('check')]?.seats.map(({ person: who, status }) => [who, status])).toEqual([
      ['ben', 'open'],
      ['dan', 'moved'],
      ['fay', 'waiting'],
    ]);
  });

  test('a second run finds nothing, and when the absence ends the proxy keeps what is undecided', () => {
    const told = given(process(), everybody, starts('ada', form), world(away('ben', 'fay')), reseats());
    told.when(reseats()).records();
    const over = told.when(reseats('2026-11-09 00:00'));
    over.records();
    told.when(on('2026-11-09 09:00', agrees('fay', 'check'))).recordsTypes('SeatAgreed');
  });

  test('a proxy who goes away too hands on to the nobody rule, not to a further proxy', () => {
    const told = given(
      process(),
      everybody,
      starts('ada', form),
      world(away('ben', 'fay')),
      reseats(),
      world(away('ben', 'fay'), away('fay', 'eve')),
      reseats(),
    );
    expect(asked(told.state)).toEqual({ check: ['cleo', 'dan'] });
  });
});

describe('rule 7: duties that are kept apart', () => {
  const apart = () => process({ mode: 'all' }, { apart: [['lead', 'boss']] });

  test('vector (9): the proxy of a person under an apart rule', () => {
    const told = given(apart(), everybody, world(away('cleo', 'ben')), starts('ada', form), agrees('ben', 'check'));
    const { steps } = told.when(agrees('dan', 'check')).state;
    expect(steps[step('last')]?.seats).toMatchObject([{ person: 'cleo', reason: { rule: 'last-resort' } }]);
  });

  test('somebody who acted as a proxy may not act for the other role, nor may the person they acted for', () => {
    const told = given(
      processOf({
        rules: { nobody, self: 'allow', repeat: 'ask', apart: [['lead', 'second']] },
        roles: { second: { field: 'ask.next' } },
        forms: { ask: { what: { type: 'text', title: 'What' }, next: { type: 'people', title: 'Next' } } },
        steps: [
          { ask: fill('ask', 'starter') },
          { check: approve('lead', { mode: 'any' }) },
          { last: approve('second', { mode: 'all' }) },
        ],
      }),
      everybody,
      world(away('ben', 'fay')),
      starts('ada', { ask: { what: 'a pen', next: ['fay', 'ben', 'ada'] } }),
      agrees('fay', 'check'),
    );
    expect(told.state.steps[step('last')]?.seats).toMatchObject([
      {
        person: 'ada',
        reason: {
          rule: 'field',
          because: [
            { rule: 'apart', params: { person: 'fay', role: 'lead' } },
            { rule: 'apart', params: { person: 'ben', role: 'lead' } },
          ],
        },
      },
    ]);
  });
});
