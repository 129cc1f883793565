import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, replay } from '../../engine/case/evolve.ts';
import { World, type WorldCase } from '../../engine/scenario/world.ts';
import type { UserId } from '../../engine/shared/brand.ts';
import { instant } from '../support/given.ts';
import { openCompany, shippedValues } from '../support/random-company.ts';
import { workspace } from '../support/shipped.ts';
import { type Dice, type Table, type Tried, throwDice } from './dice.ts';
import { everything, everyValue } from './everything.ts';
import { type PlainEntry, Reference } from './reference.ts';

/** Commands of a normal run, over both tables; `MODEL_COMMANDS` asks for more. */
const COMMANDS = Number(process.env.MODEL_COMMANDS ?? 200_000);
/** Dice thrown for a command: sometimes only time goes by. */
const THROWS_EACH = 1.25;
const A_STORY = 150;
const SEED = Number(process.env.MODEL_SEED ?? 20_261_122);

const people = workspace.organisation.people().map(({ id }) => id);
const documents = workspace.documents.organisation;
const admins = people.filter((id) => workspace.organisation.hasRole(id, 'admin'));

const shipped: Table = {
  people,
  processes: ['campaign-approval', 'campaign-approval', 'campaign-issue', 'campaign-weekly-report'],
  starters: ['u08', 'u18', 'u27', 'u40'] as UserId[],
  admins,
  values: shippedValues,
};
const small: Table = {
  people,
  processes: ['model-votes', 'model-branches', 'model-parent'],
  starters: ['u08', 'u18', 'u27', 'u40'] as UserId[],
  admins,
  values: (world, _process, form, _present, n) => everyValue(world, form, n),
};

const number = fc.nat(0xff_ff);
const stories: fc.Arbitrary<Dice[]> = fc.array(fc.tuple(number, number, number, number), {
  minLength: A_STORY,
  maxLength: A_STORY,
});

type Counted = {
  commands: number;
  recorded: number;
  readonly events: Map<string, number>;
  readonly refused: Map<string, number>;
};
const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

/** Follows every case of a world with its reference model. */
class Follower {
  readonly #models = new Map<string, { readonly model: Reference; seen: number }>();
  readonly #counted: Counted;

  constructor(counted: Counted) {
    this.#counted = counted;
  }

  /** The entries that are new since it last looked, each judged by the model. */
  catchUp(world: World): void {
    for (const each of world.cases()) this.#follow(each);
  }

  #follow({ id, definition, entries }: WorldCase): void {
    const known = this.#models.get(id) ?? { model: new Reference(definition.document, documents), seen: 0 };
    this.#models.set(id, known);
    for (const entry of entries.slice(known.seen)) {
      known.model.follow(plain(entry));
      for (const { type } of entry.events) add(this.#counted.events, type);
    }
    known.seen = entries.length;
    if (known.model.wrong.length > 0) {
      const log = entries.map(({ at, by, events }) =>
        JSON.stringify([at, by, ...events.map(({ type, data }) => [type, data])]),
      );
      throw new Error(`${id}: ${known.model.wrong.join('; ')}\n${log.join('\n')}`);
    }
  }

  /** What the model knows and the engine knows is the same. */
  agreesWith({ id, state, entries }: WorldCase): void {
    const model = this.#models.get(id)?.model;
    if (model === undefined) throw new Error(`${id} was never followed`);
    expect(replay(JSON.parse(JSON.stringify(entries)))).toEqual(state);
    expect(model.status).toBe(state.status);
    const values = Object.entries(state.values).flatMap(([form, fields]) =>
      Object.entries(fields).map(([field, value]) => [`${form}.${field}`, value] as const),
    );
    expect(Object.fromEntries(model.values)).toEqual(Object.fromEntries(values));
    for (const [step, { seats }] of Object.entries(state.steps)) {
      for (const { id: seat, person, status } of seats) {
        const known = model.seats.get(seat);
        expect({ step: known?.step, person: known?.person, open: known?.life === 'open' }).toEqual({
          step,
          person,
          open: status === 'open',
        });
      }
    }
  }
}

const plain = (entry: Entry): PlainEntry => entry;

/** A refusal changes nothing. */
function judge(tried: Tried, before: readonly WorldCase[], world: World, counted: Counted): void {
  if (tried === undefined) return;
  counted.commands += 1;
  if (tried.result.ok) counted.recorded += 1;
  else add(counted.refused, tried.result.error.code);
  if (tried.result.ok) return;
  const after = world.cases();
  if (after.length !== before.length || after.some((each, index) => each !== before[index]))
    throw new Error(`${tried.command.do} was refused with ${tried.result.error.code}, and something changed`);
}

function play(open: () => World, table: Table, commands: number): Counted {
  const counted: Counted = { commands: 0, recorded: 0, events: new Map(), refused: new Map() };
  const numRuns = Math.ceil((commands * THROWS_EACH) / A_STORY);
  fc.assert(
    fc.property(stories, (dice) => {
      const world = open();
      const follower = new Follower(counted);
      for (const numbers of dice) {
        const before = world.cases();
        judge(throwDice(world, table, numbers), before, world, counted);
        follower.catchUp(world);
      }
      for (const each of world.cases()) follower.agreesWith(each);
    }),
    // A story of fixed length shrinks slowly, and what the model says is wrong is said precisely.
    { numRuns, seed: SEED, endOnFailure: true },
  );
  return counted;
}

describe('whatever people do, the second model agrees', () => {
  test('with the processes that ship', { timeout: 900_000 }, () => {
    const counted = play(() => openCompany(shipped.processes), shipped, COMMANDS / 2);
    report('shipped', counted);
    expect(counted.commands).toBeGreaterThanOrEqual(COMMANDS / 2);
  });

  test('with processes that use everything the language offers', { timeout: 900_000 }, () => {
    const open = () => new World(everything, workspace, instant('2026-11-02 09:00'));
    const counted = play(open, small, COMMANDS / 2);
    report('everything', counted);
    expect(counted.commands).toBeGreaterThanOrEqual(COMMANDS / 2);
    expect(NEEDED.filter((type) => !counted.events.has(type))).toEqual([]);
  });
});

/** Events that a run which means something has seen. */
const NEEDED = [
  'SeatAbstained',
  'SeatRejected',
  'SeatReturned',
  'BranchRejected',
  'SignersAdded',
  'SignerRemoved',
  'SeatDelegated',
  'SeatAdvised',
  'SeatClaimed',
  'SeatReleased',
  'SeatMoved',
  'SeatTakenBack',
  'SeatsReopened',
  'Urged',
  'Consulted',
  'Replied',
  'CaseHeld',
  'CaseResumed',
  'CaseCancelled',
  'CaseJumped',
  'DueChanged',
  'Reminded',
  'RowDeadlinePassed',
  'DeadlinePassed',
  'ChildOpened',
  'ChildEnded',
  'ChildStopped',
  'CaseRejected',
  'CaseWithdrawn',
  'CaseCompleted',
];

const report = (name: string, { commands, recorded, refused }: Counted): void => {
  const most = [...refused].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`);
  process.stdout.write(
    `${name}: seed ${SEED}, ${commands} commands, ${recorded} recorded; refused: ${most.join(', ')}\n`,
  );
};
