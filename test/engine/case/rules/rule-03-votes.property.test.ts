import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seat } from '../../../../engine/case/state.ts';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import {
  type Act,
  abstains,
  adds,
  advises,
  agrees,
  claims,
  delegates,
  rejects,
  releases,
  removes,
  transfers,
} from '../../../support/acts.ts';
import { openSeats, openTasks } from '../../../support/open-tasks.ts';
import { checkOf, isPending, type Round, roundOf } from '../../../support/round.ts';

const RUNS = 600;
const FEWER_RUNS = 300;
/** Small machines take their time. */
const LONG = { timeout: 60_000 };
const MOST_VOTES = 4;

const share = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([one, other]) => `${Math.min(one, other)}/${Math.max(one, other)}` as const);
const pass = fc.oneof(fc.integer({ min: 1, max: MOST_VOTES }), share, fc.constantFrom('33.4%', '66.7%', '50%'));
const ratio = fc.record({ pass, fail: fc.constantFrom('any' as const, 'impossible' as const) });
const anyRule: fc.Arbitrary<Partial<ApproveStep>> = fc.record(
  {
    mode: fc.oneof(fc.constantFrom('any' as const, 'all' as const, 'sequential' as const), ratio),
    reject: fc.record({ by: fc.constantFrom('any' as const, 'all' as const) }),
    abstain: fc.constantFrom('count' as const, 'shrink' as const),
    claim: fc.constant(true as const),
    due: fc.constant('2d'),
  },
  { requiredKeys: ['mode', 'reject'] },
);
/** Rules whose outcome does not depend on who comes first. */
const fairRule: fc.Arbitrary<Partial<ApproveStep>> = fc.record({
  mode: fc.oneof(
    fc.constantFrom('any' as const, 'all' as const),
    pass.map((votes) => ({ pass: votes })),
  ),
  reject: fc.constant({ by: 'all' as const }),
  abstain: fc.constantFrom('count' as const, 'shrink' as const),
});

/** A step that needs more votes than there are people is never reached. */
const enoughFor = ({ mode }: Partial<ApproveStep>, people: number): number =>
  typeof mode === 'object' && typeof mode.pass === 'number' ? Math.max(people, mode.pass) : people;

/** What somebody may do who is asked; what is refused changes nothing. */
type Deed = (person: string, helper: string, seat: number) => Act;
const deeds: readonly Deed[] = [
  (person) => agrees(person, 'check'),
  (person) => agrees(person, 'check'),
  (person) => rejects(person, 'check'),
  (person) => abstains(person, 'check'),
  (person, helper) => adds(person, 'check', 'before', [helper]),
  (person, helper) => adds(person, 'check', 'after', [helper]),
  (person, helper) => adds(person, 'check', 'parallel', [helper]),
  (person, helper) => delegates(person, 'check', helper),
  (person) => advises(person, 'check'),
  (person, helper) => transfers(person, 'check', helper),
  (_, __, seat) => removes('boss', 'check', seat),
  (person) => claims(person, 'check'),
  (person) => releases(person, 'check'),
];
const dice = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 25 });

function play(round: Round, [who, what, whom]: readonly [number, number, number]): Round {
  const pending = checkOf(round).seats.filter(isPending);
  const acting = pending.filter(({ status }) => status === 'open');
  const seat = pending[who % pending.length];
  const person = acting[who % acting.length]?.person ?? 'nobody';
  const deed = deeds[what % deeds.length];
  return deed === undefined ? round : round.act(deed(person, `h${(whom % 9) + 1}`, seat?.id ?? 0));
}

/** Votes: the step's own seats and those beside one of them, counted without the engine's help. */
function votesOf(seats: readonly Seat[]): readonly Seat[] {
  const isVote = (seat: Seat): boolean => {
    const beside = seats.find(({ id }) => id === seat.from);
    return seat.place === undefined || (seat.place === 'parallel' && (beside === undefined || isVote(beside)));
  };
  const left = ['moved', 'cancelled', 'superseded', 'advised'];
  return seats.filter((seat) => isVote(seat) && !left.includes(seat.status));
}

function needed({ mode = 'any' }: Partial<ApproveStep>, voters: number): number {
  if (mode === 'any') return 1;
  if (typeof mode === 'string') return voters;
  if (typeof mode.pass === 'number') return mode.pass;
  const [whole = 0n, parts = 1n] = mode.pass.endsWith('%')
    ? [BigInt(mode.pass.slice(0, -1).replace('.', '')), mode.pass.includes('.') ? 1000n : 100n]
    : mode.pass.split('/').map(BigInt);
  return Number((BigInt(voters) * whole + parts - 1n) / parts);
}

const votersOf = (rule: Partial<ApproveStep>, votes: readonly Seat[]): number =>
  votes.filter(({ status }) => rule.abstain !== 'shrink' || status !== 'abstained').length;
const count = (votes: readonly Seat[], status: Seat['status']): number =>
  votes.filter((seat) => seat.status === status).length;

describe('rule 3: whatever people do in a round', () => {
  test('it is never both decided and open, and passes with no less than is needed', LONG, () => {
    const reached = { done: 0, rejected: 0, open: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), anyRule, dice, (people, rule, throws) => {
        const round = throws.reduce(play, roundOf(enoughFor(rule, people), rule));
        const { status, seats } = checkOf(round);
        const votes = votesOf(seats);
        if (round.state.status === 'open') {
          expect(seats.some((seat) => seat.status === 'open')).toBe(true);
          reached.open += 1;
          return;
        }
        expect(seats.filter(isPending)).toEqual([]);
        if (round.state.status === 'rejected') {
          reached.rejected += 1;
          return;
        }
        expect(status).toBe('done');
        expect(count(votes, 'agreed')).toBeGreaterThanOrEqual(Math.max(1, neededAtPass(rule, seats)));
        reached.done += 1;
      }),
      { numRuns: RUNS, seed: 20_261_103 },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(30);
  });

  test(
    'the task lists say who is asked, and the clock stands still exactly while somebody is asked first',
    LONG,
    () => {
      const stopped = { yes: 0, no: 0 };
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 4 }), anyRule, dice, (people, rule, throws) => {
          const round = throws.reduce(play, roundOf(enoughFor(rule, people), rule));
          expect(openTasks(round.definition, round.entries)).toEqual(openSeats(round.state));
          if (round.state.status !== 'open' || rule.due === undefined) return;
          const { seats, stopped: clock } = checkOf(round);
          const first = seats.filter(isPending).some(({ place }) => place === 'before' || place === 'delegate');
          if (seats.every(({ place }) => place !== 'parallel')) expect(clock !== undefined).toBe(first);
          stopped[first ? 'yes' : 'no'] += 1;
        }),
        { numRuns: FEWER_RUNS, seed: 20_261_106 },
      );
      expect(Math.min(...Object.values(stopped))).toBeGreaterThan(20);
    },
  );

  test('it is decided as soon as the votes that are still open cannot change it, and not before', LONG, () => {
    const decided = { early: 0, late: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fairRule, dice, (people, rule, throws) => {
        let round = roundOf(enoughFor(rule, people), rule);
        for (const [who, what] of throws) {
          const votes = votesOf(checkOf(round).seats);
          if (round.state.status !== 'open' || count(votes, 'open') === 0) return;
          expect(outcomes(rule, votes).size).toBeGreaterThan(1);
          const before = round;
          round = play(round, [who, what % 4, 0]);
          if (checkOf(round).seats.length > checkOf(before).seats.length) return;
          const after = afterOne(before, round);
          if (round.state.status === 'open') expect(outcomes(rule, after).size).toBeGreaterThan(1);
          else expect(outcomes(rule, after).size).toBe(1);
          decided[count(after, 'open') > 0 ? 'early' : 'late'] += round.state.status === 'open' ? 0 : 1;
        }
      }),
      { numRuns: RUNS, seed: 20_261_104 },
    );
    expect(Math.min(...Object.values(decided))).toBeGreaterThan(30);
  });

  test('the same votes give the same verdict in whatever order they come', LONG, () => {
    const deed = fc.constantFrom(agrees, rejects, abstains);
    const ballots = fc.array(deed, { minLength: MOST_VOTES, maxLength: 6 });
    fc.assert(
      fc.property(fairRule, ballots, fc.infiniteStream(fc.nat()), (rule, votes, keys) => {
        const acts = votes.map((vote, index) => vote(`l${index + 1}`, 'check'));
        const order = acts.map((act) => ({ act, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const one = acts.reduce<Round>((round, act) => round.act(act), roundOf(votes.length, rule));
        const other = order.reduce<Round>((round, { act }) => round.act(act), roundOf(votes.length, rule));
        expect(other.state.status).toBe(one.state.status);
      }),
      { numRuns: RUNS, seed: 20_261_105 },
    );
  });
});

/** Seats that the decision cancelled had a vote until then. */
function neededAtPass(rule: Partial<ApproveStep>, seats: readonly Seat[]): number {
  const unused = seats.map(
    (seat): Seat => (seat.status === 'cancelled' && seat.end?.rule !== 'removed' ? { ...seat, status: 'open' } : seat),
  );
  return needed(rule, votersOf(rule, votesOf(unused)));
}

/** The votes after one more, before a decision cancelled the rest. */
function afterOne(before: Round, after: Round): readonly Seat[] {
  const was = votesOf(checkOf(before).seats);
  const now = checkOf(after).seats;
  return was.map((seat) => {
    const present = now.find(({ id }) => id === seat.id) ?? seat;
    return present.status === 'cancelled' ? seat : present;
  });
}

/** How a round can still end: every way in which the open votes can be given. */
function outcomes(rule: Partial<ApproveStep>, votes: readonly Seat[]): ReadonlySet<string> {
  const open = count(votes, 'open');
  const ends = new Set<string>();
  for (let agreed = 0; agreed <= open; agreed += 1) {
    for (let abstained = 0; agreed + abstained <= open; abstained += 1) {
      ends.add(ending(rule, votes, { agreed, abstained, rejected: open - agreed - abstained }));
    }
  }
  return ends;
}

type More = { readonly agreed: number; readonly abstained: number; readonly rejected: number };

function ending(rule: Partial<ApproveStep>, votes: readonly Seat[], more: More): 'pass' | 'fail' | 'nobody' {
  const abstained = count(votes, 'abstained') + more.abstained;
  const voters = votes.length - (rule.abstain === 'shrink' ? abstained : 0);
  const enough = Math.max(1, needed(rule, voters));
  if (count(votes, 'agreed') + more.agreed >= enough) return 'pass';
  return voters < enough && count(votes, 'rejected') + more.rejected === 0 ? 'nobody' : 'fail';
}
