import { describe, expect, test } from 'vitest';
import { World } from '../../../engine/scenario/world.ts';
import type { UserId } from '../../../engine/shared/brand.ts';
import { company } from '../../support/company.ts';
import { instant } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const forms = {
  ask: {
    what: { type: 'text', title: 'What' },
    item: { type: 'text', title: 'Item' },
    count: { type: 'integer', title: 'Count' },
    day: { type: 'date', title: 'Day' },
  },
} as const;

/** Enters a row, and changes it when the boss agrees. */
const entering = processOf({
  id: 'entering',
  forms,
  steps: [
    { ask: fill('ask', 'starter') },
    {
      note: {
        ledger: 'plans',
        insert: { thing: 'ask.what', count: 'ask.count', owner: 'starter', day: 'ask.day' },
      },
    },
    { last: approve('boss') },
    { done: { ledger: 'plans', update: { count: '0' } } },
  ],
});
const reminding = processOf({
  id: 'reminding',
  forms,
  triggers: [
    {
      ledger: 'plans',
      on: 'addDays(row.day, -2)',
      when: 'row.count > 0',
      as: 'row.owner',
      with: { 'ask.what': 'row.thing', 'ask.item': 'row.id', 'ask.day': 'today' },
    },
  ],
  steps: [{ ask: fill('ask', 'starter') }],
});

const open = () => new World({ entering, reminding }, company, instant('2026-11-02 09:00'));
const ada = 'ada' as UserId;
const enter = (world: World, values: object) => {
  const started = world.start('entering', ada, { ask: { what: 'a pen', count: 3, ...values } });
  if (!started.ok) throw new Error(started.error.code);
  return started.value.id;
};
const reminders = (world: World) =>
  world.cases('reminding').map(({ state }) => [state.starter, state.row?.on, state.values.ask?.what]);

describe('a row that says a day', () => {
  test('starts a case on that day, for whom it names, with what it says then', () => {
    const world = open();
    const row = enter(world, { day: '2026-11-12' });
    world.waitUntil(instant('2026-11-09 23:59'));
    expect(reminders(world)).toEqual([]);
    world.waitUntil(instant('2026-11-10 00:00'));
    expect(reminders(world)).toEqual([['ada', '2026-11-10', 'a pen']]);
    expect(world.cases('reminding')[0]?.state.values.ask).toMatchObject({ item: row, day: '2026-11-10' });
    world.waitUntil(instant('2027-01-01 00:00'));
    expect(reminders(world)).toHaveLength(1);
  });

  test('starts nothing when the condition does not hold by then', () => {
    const world = open();
    const id = enter(world, { day: '2026-11-12' });
    world.command(id, { do: 'agree', step: 'last' as never }, 'cleo' as UserId);
    world.waitUntil(instant('2026-12-01 00:00'));
    expect(reminders(world)).toEqual([]);
  });

  test('starts at once when the day is past as it is entered, and nothing when it says none', () => {
    const world = open();
    enter(world, { day: '2026-11-03' });
    enter(world, {});
    world.waitUntil(instant('2026-11-02 09:01'));
    expect(reminders(world)).toEqual([['ada', '2026-11-01', 'a pen']]);
  });

  test('a day from before the story is past; one that is ahead comes', () => {
    const world = open();
    world.addRow('plans', { id: 'old', thing: 'old', count: 1, owner: 'ben', day: '2026-11-01' });
    world.addRow('plans', { id: 'new', thing: 'new', count: 1, owner: 'ben', day: '2026-11-04' });
    world.waitUntil(instant('2026-12-01 00:00'));
    expect(reminders(world)).toEqual([['ben', '2026-11-02', 'new']]);
  });

  test('a row that nobody is named in goes to the nobody rule', () => {
    const world = open();
    world.addRow('plans', { id: 'new', thing: 'new', count: 1, day: '2026-11-05' });
    world.waitUntil(instant('2026-12-01 00:00'));
    expect(reminders(world)).toEqual([['cleo', '2026-11-03', 'new']]);
  });
});
