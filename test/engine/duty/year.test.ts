import { describe, expect, test } from 'vitest';
import { World } from '../../../engine/scenario/world.ts';
import type { StepId } from '../../../engine/shared/brand.ts';
import { shipped, workspace } from '../../support/shipped.ts';
import { beijing } from '../calendar/cn-work.ts';

const definition = shipped('sales-data-feedback');
const BRANCHES = ['hd01', 'hd02', 'hn01', 'hn02', 'bf01', 'bf02'];

const amounts = { orders: '100.00', shipped: '90.00', sold: '80.00', collected: '70.00', forecast: '100.00' };
const report = {
  report: { lines: [{ line: 'casual', quantity: 10, stock: 5, ...amounts }], newCustomers: 1, lostCustomers: 0 },
};

const worldAt = (local: string): World => new World({ [definition.id]: definition }, workspace, beijing(local));

/** The person files what they owe for a month and unit. */
function file(world: World, period: string, unit: string): void {
  const duty = world.duties(definition.id).find((each) => each.period.id === period && each.subject === unit);
  if (duty === undefined) throw new Error(`${unit} owes nothing for ${period}`);
  const filed = world.command(duty.case, { do: 'submit', step: 'write' as StepId, values: report }, duty.person);
  if (!filed.ok) throw new Error(JSON.stringify(filed.error));
}

const standings = (world: World, period: string) =>
  Object.fromEntries(
    world
      .duties(definition.id)
      .filter((each) => each.period.id === period)
      .map(({ subject, standing }) => [subject, standing]),
  );

const local = (instant: string) =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('the branches report every month of 2026', () => {
  const world = worldAt('2026-01-01 00:00');
  world.waitUntil(beijing('2027-01-01 00:00'));
  const duties = world.duties(definition.id);

  test('twelve times each, December 2025 first; December 2026 opens in January', () => {
    expect(duties).toHaveLength(12 * BRANCHES.length);
    expect(new Set(duties.map(({ period, subject }) => `${period.id} ${subject}`)).size).toBe(duties.length);
    expect(world.cases(definition.id)).toHaveLength(duties.length);
    expect(duties[0]?.period.id).toBe('2025-12');
    expect(duties.at(-1)?.period.id).toBe('2026-11');
  });

  test('on the first working day after the month until 18:00 of the third, around every holiday', () => {
    const first = duties.filter(({ subject }) => subject === 'hd01').map(({ period }) => period);
    expect(first.map(({ id, opens, due }) => `${id}: ${local(opens)} to ${local(due.at)}`)).toEqual([
      '2025-12: 2026-01-04 00:00 to 2026-01-06 18:00',
      '2026-01: 2026-02-02 00:00 to 2026-02-04 18:00',
      '2026-02: 2026-03-02 00:00 to 2026-03-04 18:00',
      '2026-03: 2026-04-01 00:00 to 2026-04-03 18:00',
      '2026-04: 2026-05-06 00:00 to 2026-05-08 18:00',
      '2026-05: 2026-06-01 00:00 to 2026-06-03 18:00',
      '2026-06: 2026-07-01 00:00 to 2026-07-03 18:00',
      '2026-07: 2026-08-03 00:00 to 2026-08-05 18:00',
      '2026-08: 2026-09-01 00:00 to 2026-09-03 18:00',
      '2026-09: 2026-10-08 00:00 to 2026-10-10 18:00',
      '2026-10: 2026-11-02 00:00 to 2026-11-04 18:00',
      '2026-11: 2026-12-01 00:00 to 2026-12-03 18:00',
    ]);
    expect(first.every(({ due }) => !due.provisional)).toBe(true);
  });

  test('by the branch manager, or the head above where there is none', () => {
    const november = duties.filter(({ period }) => period.id === '2026-11');
    expect(november.map(({ subject, person }) => `${subject} ${person}`)).toEqual([
      'hd01 u33',
      'hd02 u26',
      'hn01 u37',
      'hn02 u36',
      'bf01 u38',
      'bf02 u38',
    ]);
  });

  test('or miss it: whatever nobody files closes on the twentieth day, and its case ends', () => {
    expect(new Set(duties.map(({ standing }) => standing))).toEqual(new Set(['missed']));
    expect(new Set(world.cases(definition.id).map(({ state }) => state.status))).toEqual(new Set(['withdrawn']));
    expect(world.cases(definition.id)[0]?.state.endedAt).toBe(beijing('2026-01-21 00:00'));
  });
});

describe('a month with reports', () => {
  const world = worldAt('2026-10-01 00:00');
  world.waitUntil(beijing('2026-10-08 09:00'));
  file(world, '2026-09', 'hd01');
  world.waitUntil(beijing('2026-10-10 17:59'));
  file(world, '2026-09', 'bf01');
  world.waitUntil(beijing('2026-10-10 18:00'));
  file(world, '2026-09', 'hn01');

  test('tells filed from late to the minute, and the missing from both', () => {
    expect(standings(world, '2026-09')).toEqual({
      hd01: 'filed',
      hd02: 'overdue',
      hn01: 'late',
      hn02: 'overdue',
      bf01: 'filed',
      bf02: 'overdue',
    });
  });

  test('closes what is missing and leaves alone what was filed', () => {
    world.waitUntil(beijing('2026-10-21 00:00'));
    expect(standings(world, '2026-09')).toMatchObject({ hd01: 'filed', hn01: 'late', hd02: 'missed', hn02: 'missed' });
    const open = world.cases(definition.id).filter(({ state }) => state.status === 'open');
    expect(open.map(({ state }) => state.duty?.subject)).toEqual(['hd01', 'hn01', 'bf01']);
  });
});

describe('reminders', () => {
  const world = worldAt('2026-11-30 09:00');
  world.waitUntil(beijing('2026-12-01 09:00'));
  file(world, '2026-11', 'hd01');
  world.waitUntil(beijing('2026-12-31 09:00'));

  const remindersOf = (unit: string) => {
    const duty = world.duties(definition.id).find(({ subject }) => subject === unit);
    const events = world
      .case(duty?.case ?? '')
      ?.entries.flatMap(({ at, events }) => events.map((each) => ({ at, each })));
    return events?.filter(({ each }) => each.type === 'Reminded').map(({ at }) => local(at));
  };

  test('go to the missing when work begins, one working day before and three times after', () => {
    expect(remindersOf('hn01')).toEqual([
      '2026-12-02 09:00',
      '2026-12-04 09:00',
      '2026-12-07 09:00',
      '2026-12-08 09:00',
    ]);
  });

  test('do not go to whoever has filed', () => {
    expect(remindersOf('hd01')).toEqual([]);
  });
});

describe('three days of downtime', () => {
  const world = worldAt('2026-09-01 12:00');
  world.waitUntil(beijing('2026-10-07 23:00'));
  const before = world.duties(definition.id).length;
  world.now = beijing('2026-10-10 23:00');
  world.waitUntil(world.now);

  test('open what was missed, once, with the deadline it would have had', () => {
    const missed = world.duties(definition.id).slice(before);
    expect(missed.map(({ period, subject }) => `${period.id} ${subject}`)).toEqual(
      BRANCHES.map((unit) => `2026-09 ${unit}`),
    );
    expect(missed.map(({ standing }) => standing)).toEqual(BRANCHES.map(() => 'overdue'));
    const [first] = missed;
    expect(world.case(first?.case ?? '')?.state.startedAt).toBe(beijing('2026-10-10 23:00'));
    expect(first?.period.due.at).toBe(beijing('2026-10-10 18:00'));
  });

  test('change nothing for the rest of the year, and looking twice changes nothing at all', () => {
    world.waitUntil(world.now);
    expect(world.duties(definition.id)).toHaveLength(before + BRANCHES.length);
    world.waitUntil(beijing('2026-12-31 23:00'));
    const periods = world.duties(definition.id).map(({ period }) => period.id);
    expect([...new Set(periods)]).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(periods).toHaveLength(3 * BRANCHES.length);
  });
});

test('what is due in January 2027 is provisional', () => {
  const world = worldAt('2026-12-31 12:00');
  world.waitUntil(beijing('2027-01-04 09:00'));
  const [first] = world.duties(definition.id);
  expect(first?.period).toMatchObject({ id: '2026-12', due: { at: beijing('2027-01-06 18:00'), provisional: true } });
});
