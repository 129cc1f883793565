import { describe, expect, test } from 'vitest';
import { wakeAt } from '../../../engine/case/tick.ts';
import type { Instant } from '../../../engine/shared/brand.ts';
import type { OverdueRule } from '../../../schemas/generated/process.ts';
import {
  type Act,
  agrees,
  on,
  person,
  rejects,
  returns,
  starts,
  step,
  submits,
  ticks,
  transfers,
} from '../../support/acts.ts';
import { asked, event, type given as Given, given, instant } from '../../support/given.ts';
import { asBoss, asLead, seat } from '../../support/seats.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const pen = starts('ada', { ask: { what: 'a pen', amount: '5' } });
const check = step('check');

/** Asked on Monday, 2 November; two working days end with Wednesday. */
const timed = (overdue: OverdueRule[] = [], due = '2wd') =>
  processOf({
    roles: { manager: { managerOf: 'starter' } },
    steps: [
      { ask: fill('ask', 'starter') },
      {
        check: approve('manager', {
          hide: ['ask.amount'],
          due,
          return: { to: ['ask'] },
          ...(overdue.length > 0 ? { overdue: overdue as [OverdueRule, ...OverdueRule[]] } : {}),
        }),
      },
      { last: approve('boss') },
    ],
  });
const escalating = timed([
  { copy: ['manager'] },
  { copy: ['lead', 'boss'], after: '1wd' },
  { copy: ['boss'], after: '5d' },
]);
const dueAt = instant('2026-11-05 00:00');
const wakes = ({ told, state }: ReturnType<typeof Given>) => wakeAt(told.definition, state, told.facts);

describe('a step that falls due', () => {
  test('its deadline is recorded when it is entered', () => {
    const { state } = given(timed(), pen);
    expect(state.steps[check]).toMatchObject({ due: { at: dueAt, provisional: false }, late: 0 });
  });

  test('a deadline that rests on an unannounced year says so', () => {
    const { state } = given(timed([], '60wd'), pen);
    expect(state.steps[check]?.due).toEqual({ at: '2027-01-25T16:00:00.000Z', provisional: true });
  });

  test('nothing is due one millisecond before, the deadline is noticed at its very moment', () => {
    const before = new Date(Date.parse(dueAt) - 1).toISOString() as Instant;
    const told = given(timed(), pen);
    given(timed(), pen, { now: before })
      .when({ by: 'system:deadline', command: { do: 'tick' } })
      .records();
    told
      .when(ticks('2026-11-05 00:00'))
      .records(event('DeadlinePassed', { step: check, round: 1, level: 1, due: dueAt, copied: [], see: ['ask.what'] }));
    expect(wakes(told)).toBe(dueAt);
  });

  test('being late changes nothing else: the same people are asked', () => {
    const { state } = given(timed(), pen, ticks('2026-11-09 00:00'));
    expect(state.steps[check]).toMatchObject({ status: 'open', late: 1 });
    expect(asked(state)).toEqual({ check: ['ben'] });
  });

  test('a step in time never becomes late, nor does the step after it, which has no deadline', () => {
    const told = given(timed(), pen, agrees('ben', 'check'));
    told.when(ticks('2026-12-31 00:00')).records();
    expect(wakes(told)).toBeUndefined();
  });
});

describe('escalation (逾期抄送)', () => {
  test('those named without a delay are told at the deadline, and see what the step shows', () => {
    const told = given(escalating, pen).when(ticks('2026-11-05 09:00'));
    told.records(
      event('DeadlinePassed', {
        step: check,
        round: 1,
        level: 1,
        due: dueAt,
        copied: [seat(3, 'ben', { rule: 'manager-of', params: { person: 'ada' } })],
        see: ['ask.what'],
      }),
    );
    expect(told.state.copies).toEqual({ ben: ['ask.what'] });
  });

  test('the others are told each at its own time after it, one copy a person', () => {
    const told = given(escalating, pen, ticks('2026-11-05 00:00')).when(ticks('2026-11-06 00:00'));
    told.records(
      event('DeadlinePassed', {
        step: check,
        round: 1,
        level: 2,
        due: instant('2026-11-06 00:00'),
        copied: [seat(4, 'ben', asLead), seat(5, 'dan', asLead), seat(6, 'cleo', asBoss)],
        see: ['ask.what'],
      }),
    );
    expect(told.state.copies).toEqual({ ben: ['ask.what'], dan: ['ask.what'], cleo: ['ask.what'] });
  });

  test('a missed sweep is caught up in order, each level once', () => {
    const levels = (at: string) =>
      given(escalating, pen)
        .when(ticks(at))
        .events.map(({ data }) => data);
    expect(levels('2026-11-30 00:00')).toMatchObject([
      { level: 1, due: dueAt },
      { level: 2, due: instant('2026-11-06 00:00') },
      { level: 3, due: instant('2026-11-10 00:00') },
    ]);
  });

  test('levels come in the order of time, however they are written', () => {
    const mixed = timed([{ copy: ['boss'], after: '5d' }, { copy: ['lead'], after: '1d' }, { copy: ['manager'] }]);
    const { events } = given(mixed, pen).when(ticks('2026-11-30 00:00'));
    expect(events).toMatchObject([
      { data: { level: 1, copied: [{ person: 'ben' }] } },
      { data: { level: 2, copied: [{ person: 'dan' }] } },
      { data: { level: 3, copied: [{ person: 'cleo' }] } },
    ]);
  });
});

describe('sweeping', () => {
  const sweep = (...acts: readonly Act[]) => given(escalating, pen, ...acts);

  test('the case wakes at each next moment, and at none after the last', () => {
    expect(wakes(sweep())).toBe(dueAt);
    expect(wakes(sweep(ticks('2026-11-05 00:00')))).toBe(instant('2026-11-06 00:00'));
    expect(wakes(sweep(ticks('2026-11-09 00:00')))).toBe(instant('2026-11-10 00:00'));
    expect(wakes(sweep(ticks('2026-11-10 00:00')))).toBeUndefined();
  });

  test.each(['2026-11-05 00:00', '2026-11-08 12:00', '2026-12-01 00:00'])(
    'a second sweep at the same instant records nothing (%s)',
    (at) => {
      sweep(ticks(at)).when(ticks(at)).records();
    },
  );

  test('a clock that is put back repeats nothing and loses nothing', () => {
    const told = sweep(ticks('2026-11-06 00:00'));
    told.when(ticks('2026-11-05 00:00')).records();
    expect(wakes(told)).toBe(instant('2026-11-10 00:00'));
    expect(told.when(ticks('2026-11-10 00:00')).events).toMatchObject([{ data: { level: 3 } }]);
  });

  test('sweeping every hour and sweeping once lead to the same', () => {
    const hours = Array.from({ length: 11 * 24 }, (_, hour) => {
      const days = String(2 + Math.floor(hour / 24)).padStart(2, '0');
      return ticks(`2026-11-${days} ${String(hour % 24).padStart(2, '0')}:00`);
    });
    const { steps, copies } = sweep(...hours).state;
    const once = sweep(ticks('2026-11-12 23:00')).state;
    expect({ steps, copies }).toEqual({ steps: once.steps, copies: once.copies });
  });
});

describe('deadlines and decisions', () => {
  test('a decision at the moment of the deadline comes first: nothing is late any more', () => {
    const told = given(timed(), pen, on('2026-11-05 00:00', agrees('ben', 'check')));
    told.when(ticks('2026-11-05 00:00')).records();
  });

  test('a new round has a deadline of its own', () => {
    const told = given(
      timed(),
      pen,
      ticks('2026-11-05 00:00'),
      on('2026-11-05 09:00', returns('ben', 'check', 'ask')),
      on('2026-11-06 09:00', submits('ada', 'ask')),
    );
    expect(told.state.steps[check]).toMatchObject({ round: 2, late: 0, due: { at: instant('2026-11-11 00:00') } });
    expect(told.when(ticks('2026-11-11 00:00')).events).toMatchObject([{ data: { round: 2, level: 1 } }]);
  });

  test('a seat that is moved does not move the deadline', () => {
    const told = given(timed(), pen, on('2026-11-04 09:00', transfers('ben', 'check', 'cleo')));
    expect(wakes(told)).toBe(dueAt);
  });

  test('a case that is over has no deadlines', () => {
    const told = given(timed(), pen, rejects('ben', 'check'));
    expect(wakes(told)).toBeUndefined();
    told.when(ticks('2026-12-01 00:00')).records();
  });

  test('steps side by side fall due each on its own', () => {
    const both = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        {
          both: {
            parallel: [
              { steps: [{ one: approve('lead', { due: '1d' }) }] },
              { steps: [{ two: approve('boss', { due: '3d' }) }] },
            ],
          },
        },
      ],
    });
    const told = given(both, pen, ticks('2026-11-04 00:00'));
    expect(told.state.steps).toMatchObject({ one: { late: 1 }, two: { late: 0 } });
    expect(wakes(told)).toBe(instant('2026-11-06 00:00'));
    expect(wakes(given(both, pen, agrees('ben', 'one')))).toBe(instant('2026-11-06 00:00'));
  });
});

test('whoever is told by a copy or by an escalation can see, but is not asked', () => {
  const told = given(escalating, pen, ticks('2026-11-07 00:00'));
  expect(told.state.seen[person('dan')]).toEqual([]);
  told.when(agrees('dan', 'check')).refuses({ code: 'not-your-task', step: check });
});
