import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../engine/audit/canonical-json.ts';
import { type SealedEntry, verifyChain } from '../../../engine/audit/chain.ts';
import type { CaseEvent } from '../../../engine/case/events.ts';
import { apply, type Entry, replay } from '../../../engine/case/evolve.ts';
import type { CaseState } from '../../../engine/case/state.ts';
import { asks } from '../../../engine/definition/definition.ts';
import type { World, WorldCase } from '../../../engine/scenario/world.ts';
import type { StepId } from '../../../engine/shared/brand.ts';
import { openSeats, openTasks } from '../../support/open-tasks.ts';
import { type Dice, happen, openCompany, type Tried } from '../../support/random-company.ts';
import { sealed } from '../../support/seal.ts';

const RUNS = 110;
const COMMANDS = 60;
const number = fc.nat(0xff_ff);
const story: fc.Arbitrary<Dice[]> = fc.array(fc.tuple(number, number, number, number), {
  minLength: COMMANDS,
  maxLength: COMMANDS,
});

const counted = { commands: 0, recorded: 0, refused: new Map<string, number>(), events: new Map<string, number>() };
const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

/** A recorded state or entry that somebody writes to later makes the test fail at that moment. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}

describe('whatever people do with the processes that ship', () => {
  test('every promise of a case holds after every command', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(story, (dice) => {
        const world = openCompany();
        for (const throws of dice) {
          const held: Held = new Map(world.cases().map((each) => [each.id, each]));
          const tried = happen(world, throws);
          if (tried !== undefined) judge(tried, world, held);
          for (const each of changedIn(world, held)) holds(each);
        }
        for (const each of world.cases()) holdsInTheEnd(each, world);
      }),
      { numRuns: RUNS, seed: 20_261_102 },
    );
    expect(counted.commands).toBeGreaterThanOrEqual(5000);
    expect(counted.recorded).toBeGreaterThanOrEqual(1500);
    const never = [...everyType].filter((type) => !counted.events.has(type));
    expect(never).toEqual([]);
    expect([...counted.refused.keys()]).toEqual(expect.arrayContaining([...someRefusals]));
  });
});

const everyType: readonly CaseEvent['type'][] = [
  'CaseStarted',
  'ValuesGiven',
  'StepEntered',
  'StepSubmitted',
  'SeatAgreed',
  'StepCompleted',
  'PathChosen',
  'StepReturned',
  'SeatMoved',
  'CaseRejected',
  'CaseWithdrawn',
  'CaseCompleted',
  'Commented',
  'Copied',
  'LedgerWritten',
  'StartRequested',
  'SeriesOpened',
  'SeriesAdvanced',
  'DeadlinePassed',
];
const someRefusals = [
  'not-startable',
  'not-open',
  'step-moved',
  'not-your-task',
  'invalid-values',
  'opinion-required',
  'reject-not-allowed',
  'return-not-allowed',
  'transfer-not-allowed',
  'withdraw-not-allowed',
];

type Held = ReadonlyMap<string, WorldCase>;

/** Cases that are not what they were; what a case holds is frozen, so the same case has the same content. */
const changedIn = (world: World, held: Held) => world.cases().filter((each) => held.get(each.id) !== each);

/** A refusal changes nothing; whatever is decided, whoever decided it had an open seat. */
function judge(tried: NonNullable<Tried>, world: World, held: Held): void {
  counted.commands += 1;
  const { id, by, command, result } = tried;
  if (!result.ok) {
    count(counted.refused, result.error.code);
    expect(changedIn(world, held)).toEqual([]);
    return;
  }
  counted.recorded += 1;
  if (id === undefined || !('step' in command)) return;
  const seats = held.get(id)?.state.steps[command.step]?.seats ?? [];
  expect(seats.filter(({ person, status }) => person === by && status === 'open')).toHaveLength(1);
}

function holds({ definition, state, entries }: WorldCase): void {
  frozen({ state, entries });
  expect(replay(entries)).toEqual(state);
  expect(eventByEvent(entries)).toEqual(state);
  const planned = Object.keys(state.planned).length + Object.keys(state.series).length;
  const waiting = Object.entries(state.steps).filter(
    ([id, { status }]) => status === 'open' && definition.steps.get(id as StepId)?.kind === 'start',
  );
  expect(state.status === 'open' && openSeats(state).length + planned + waiting.length === 0).toBe(false);
  expect(state.status !== 'open' && openSeats(state).length > 0).toBe(false);
  for (const [id, { status, seats }] of Object.entries(state.steps)) {
    const step = [...definition.steps.values()].find((each) => each.id === id);
    const active = seats.filter((seat) => seat.status === 'open' || seat.status === 'waiting');
    if (state.status === 'open' && asks(step)) expect(active.length > 0).toBe(status === 'open');
    expect(new Set(active.map(({ person }) => person)).size).toBe(active.length);
  }
  expect(decidedTwice(entries.flatMap(({ events }) => events))).toEqual([]);
}

/** The state while a command is being decided: each event on its own, with when and by whom alone. */
function eventByEvent(entries: readonly Entry[]): CaseState | undefined {
  const stamped = entries.flatMap(({ at, by, events }) => events.map((event) => ({ event, stamp: { at, by } })));
  return stamped.reduce<CaseState | undefined>((state, { event, stamp }) => apply(state, event, stamp), undefined);
}

/** Seats that were decided, moved or cancelled more than once, or used before they were entered. */
function decidedTwice(events: readonly CaseEvent[]): readonly number[] {
  const open = new Set<number>();
  const wrong: number[] = [];
  const end = (seats: readonly number[]) => {
    for (const seat of seats) if (!open.delete(seat)) wrong.push(seat);
  };
  const enter = (seat: number) => (open.has(seat) ? wrong.push(seat) : open.add(seat));
  for (const { type, data } of events) {
    if ('seat' in data && type !== 'SeatActivated') end([data.seat]);
    if ('cancelled' in data) end(data.cancelled);
    if (type === 'StepEntered') for (const { id } of data.seats) enter(id);
    if (type === 'SeatMoved') enter(data.to.id);
  }
  return wrong;
}

function holdsInTheEnd({ id, definition, state, entries }: WorldCase, world: World): void {
  for (const { events } of entries) for (const { type } of events) count(counted.events, type);
  expect(openTasks(definition, entries)).toEqual(openSeats(state));
  expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
  const chain = sealed(id, entries);
  const stored: SealedEntry[] = JSON.parse(canonicalJson(chain));
  const head = { seq: chain.length, hash: chain.at(-1)?.hash ?? '' };
  expect(verifyChain(id, stored, head)).toMatchObject({ state: 'intact' });
  expect(replay(stored)).toEqual(state);
  expect(world.command(id, { do: 'tick' }, 'system:schedule')).toMatchObject({ ok: true });
  const next = world.case(id)?.wakesAt;
  expect(next === undefined || next > world.now).toBe(true);
}
