import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, compileCalendar } from '../../../../engine/calendar/index.ts';
import { decide } from '../../../../engine/case/decide.ts';
import type { CaseEvent } from '../../../../engine/case/events.ts';
import { type Entry, evolve } from '../../../../engine/case/evolve.ts';
import type { Facts } from '../../../../engine/case/facts.ts';
import type { CaseState, StepState } from '../../../../engine/case/state.ts';
import { wakeAt } from '../../../../engine/case/tick.ts';
import type { Definition } from '../../../../engine/definition/definition.ts';
import type { Instant } from '../../../../engine/shared/brand.ts';
import { addDays, civilDateOf } from '../../../../engine/shared/civil-date.ts';
import type { ApproveStep, OverdueRule } from '../../../../schemas/generated/process.ts';
import { day, starts } from '../../../support/acts.ts';
import { given } from '../../../support/given.ts';
import { openSeats, openTasks } from '../../../support/open-tasks.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const RUNS = 60;
const MOST_MS = 60_000;
const MOST_WAKES = 400;
const DAY = 86_400_000;

const span = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('d', 'wd', 'h', 'wh'))
  .map(([count, unit]) => `${count}${unit}`);
const action = fc.record(
  {
    copy: fc.constantFrom(['boss'], ['lead'], ['lead', 'boss']) as fc.Arbitrary<[string, ...string[]]>,
    remind: fc.constant(true as const),
    escalate: fc.constantFrom('boss', 'manager'),
  },
  { requiredKeys: ['copy'] },
);
const later = fc.record({ after: span, times: fc.integer({ min: 2, max: 4 }) }, { requiredKeys: ['after'] });
const rule: fc.Arbitrary<OverdueRule> = fc
  .tuple(action, fc.option(later, { nil: {} }))
  .map(([what, when]) => ({ ...what, ...when }));
const overdue: fc.Arbitrary<[OverdueRule, ...OverdueRule[]]> = fc
  .tuple(rule, fc.array(rule, { maxLength: 2 }))
  .map(([first, more]) => [first, ...more]);
/** Rejecting by itself ends everything, whatever else is still to come. */
const expiry: fc.Arbitrary<Partial<OverdueRule>> = fc.option(
  // biome-ignore lint/suspicious/noThenProperty: the word of deadlines
  span.map((after) => ({ after, then: { do: 'reject' as const, because: 'Expired' } })),
  { nil: {} },
);
const timedStep: fc.Arbitrary<ApproveStep> = fc
  .record({
    due: span,
    remind: fc.uniqueArray(span, { minLength: 1, maxLength: 3 }),
    rules: overdue,
    end: expiry,
    mode: fc.constantFrom('any' as const, 'all' as const),
    approve: fc.constantFrom('lead', 'manager'),
  })
  .map(({ due, remind, rules, end, mode, approve: role }) =>
    approve(role, {
      due,
      mode,
      see: ['ask', 'plan'],
      reject: { ends: 'case', by: 'any' },
      remind: remind as [string, ...string[]],
      overdue: 'then' in end ? [...rules, end] : rules,
      rows: { table: 'plan.tasks', due: 'by', remind: ['1wd'], overdue: [{ copy: ['boss'], after: '2d' }] },
    }),
  );

/** Some days are free, some weekends are worked, and the notice of the year may not be out. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    free: fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 8 }),
    worked: fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }),
    status: fc.constantFrom('official' as const, 'provisional' as const),
  })
  .map(({ free, worked, status }) => {
    const dayAfter = (days: number) => addDays(day('2026-11-02'), days);
    const off = free.map((days) => ({ name: 'Free', from: dayAfter(days), to: dayAfter(days) }));
    const year = {
      status,
      source: { title: 'Notice' },
      off,
      on: worked.map((days) => ({ name: 'Worked', date: dayAfter(days) })),
    };
    return compileCalendar({
      format: 'calendar/v1',
      id: 'week',
      title: 'Week',
      zone: 'Asia/Shanghai',
      offset: 480,
      hours: [
        ['09:00', '12:00'],
        ['13:30', '18:00'],
      ],
      years: { '2026': year, '2027': { ...year, off: [], on: [] } },
    });
  });

type Running = {
  readonly definition: Definition;
  readonly state: CaseState;
  readonly facts: Facts;
  readonly entries: readonly Entry[];
};

const anyCase: fc.Arbitrary<Running> = fc
  .record({
    steps: fc.tuple(timedStep, timedStep),
    calendar: anyCalendar,
    rows: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
  })
  .map(({ steps: [one, two], calendar, rows }) => {
    const definition = processOf({
      roles: { manager: { managerOf: 'starter' } },
      forms: { plan: { tasks: { type: 'table', title: 'Tasks', columns: { by: { type: 'date', title: 'By' } } } } },
      steps: [
        { plan: fill('plan', 'starter') },
        { ask: fill('ask', 'starter', { due: '5wd', remind: ['1wd'], overdue: [{ copy: ['boss'] }] }) },
        { both: { parallel: [{ steps: [{ one }] }, { steps: [{ two }] }] } },
      ],
    });
    const tasks = rows.map((days, index) => ({ _row: `r${index}`, by: addDays(day('2026-11-02'), days) }));
    const told = given(definition, { calendar }, starts('ada', { plan: { tasks } }), {
      by: 'ada',
      command: { do: 'submit', step: 'ask' as never, values: { ask: { what: 'a pen' } } },
    });
    return { definition, state: told.state, facts: told.told.facts, entries: told.told.entries };
  });

const at = (facts: Facts, now: Instant): Facts => ({
  ...facts,
  now,
  today: civilDateOf(now, 480),
  by: 'system:schedule',
});

function ticked(
  { definition, state, facts, entries }: Running,
  now: Instant,
): Running & { readonly events: readonly CaseEvent[] } {
  const world = at(facts, now);
  const decided = decide(definition, state, { do: 'tick' }, world);
  if (!decided.ok) throw new Error(decided.error.code);
  const events = decided.value;
  const entry: Entry = { at: now, by: world.by, events };
  if (events.length === 0) return { definition, state, facts: world, entries, events };
  return { definition, state: evolve(state, entry), facts: world, entries: [...entries, entry], events };
}

const wakeOf = ({ definition, state, facts }: Running): Instant | undefined => wakeAt(definition, state, facts);

/** Every tick at its own moment, until nothing wakes the case before the end. */
function punctually(running: Running, end: Instant): Running {
  let present = running;
  for (let n = 0; n < MOST_WAKES; n += 1) {
    const wake = wakeOf(present);
    if (wake === undefined || wake > end) return ticked(present, end);
    const next = ticked(present, wake);
    const again = wakeOf(next);
    expect(next.events.length > 0 || again === undefined || again > wake).toBe(true);
    present = next;
  }
  throw new Error('time stands still');
}

/** What has become of a case, seat numbers and moments of noticing apart. */
function outcome({ status, steps, copies }: CaseState) {
  const counted = (step: StepState) => ({
    status: step.status,
    late: step.late,
    rowsLate: step.rowsLate,
    due: step.due,
    seats: step.seats.map((seat) => [seat.person, seat.status, seat.place]),
    // Reminders of a step that was over by then come to nothing.
    ...(status === 'open' ? { reminded: step.reminded } : {}),
  });
  return { status, copies, steps: Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, counted(step)])) };
}

const moment = fc.integer({ min: 1, max: 60 * 24 * 60 });
const minutesLater = (running: Running, minutes: number): Instant =>
  new Date(Date.parse(running.facts.now) + minutes * 60_000).toISOString() as Instant;

describe('rule 10: sweeping a random case', () => {
  test(
    'vector (22): one late sweep leads to the same as every sweep at its own moment',
    () => {
      fc.assert(
        fc.property(anyCase, moment, (running, minutes) => {
          const end = minutesLater(running, minutes);
          expect(outcome(ticked(running, end).state)).toEqual(outcome(punctually(running, end).state));
        }),
        { numRuns: RUNS },
      );
    },
    MOST_MS,
  );

  test(
    'a second sweep, and one whose clock was put back, record nothing',
    () => {
      fc.assert(
        fc.property(anyCase, moment, moment, (running, minutes, earlier) => {
          const swept = ticked(running, minutesLater(running, minutes));
          expect(ticked(swept, swept.facts.now).events).toEqual([]);
          expect(ticked(swept, minutesLater(running, Math.min(earlier, minutes))).events).toEqual([]);
          const wake = wakeOf(swept);
          expect(wake === undefined || wake > swept.facts.now).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    MOST_MS,
  );

  test(
    'the task lists say who is asked, whoever has taken over',
    () => {
      fc.assert(
        fc.property(anyCase, moment, (running, minutes) => {
          const { definition, state, entries } = ticked(running, minutesLater(running, minutes));
          if (state.status === 'open') expect(openTasks(definition, entries)).toEqual(openSeats(state));
        }),
        { numRuns: RUNS },
      );
    },
    MOST_MS,
  );

  test(
    'nobody is told twice of the same step in one sweep, and every moment is noticed once, in the order of time',
    () => {
      fc.assert(
        fc.property(anyCase, (running) => {
          const { events } = ticked(running, minutesLater(running, (90 * DAY) / 60_000));
          const passed = events.flatMap((event) => (event.type === 'DeadlinePassed' ? [event.data] : []));
          for (const id of ['one', 'two']) {
            const own = passed.filter(({ step }) => step === id);
            const told = own.flatMap(({ copied }) => copied.map(({ person }) => person));
            expect(new Set(told).size).toBe(told.length);
            expect(own.map(({ level }) => level)).toEqual(own.map((_, index) => index + 1));
          }
          const times = passed.map(({ due }) => due);
          expect(times).toEqual([...times].sort());
        }),
        { numRuns: RUNS },
      );
    },
    MOST_MS,
  );
});
