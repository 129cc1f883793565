import { withValue } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';
import type { Changed, SeatEntered, Stamp } from './events.ts';
import type { Reason } from './reason.ts';
import type { CaseState, Seat, StepState } from './state.ts';

/** Seats that still wait for somebody. */
const isWaiting = ({ status }: Seat): boolean => status === 'open' || status === 'waiting' || status === 'held';

/** A seat as it begins. */
export function seatOf({ id, person, reason, waiting, for: absent, from, place }: SeatEntered): Seat {
  return {
    id,
    person,
    reason,
    status: waiting ? 'waiting' : 'open',
    ...(absent === undefined ? {} : { for: absent }),
    ...(from === undefined ? {} : { from }),
    ...(place === undefined ? {} : { place }),
  };
}

export function withStep(state: CaseState, id: StepId, change: (step: StepState) => StepState): CaseState {
  const step = state.steps[id];
  return step === undefined ? state : { ...state, steps: { ...state.steps, [id]: change(step) } };
}

export function withSeat(state: CaseState, id: StepId, seat: number, change: Partial<Seat>): CaseState {
  const step = state.steps[id];
  if (step === undefined) return state;
  const seats = step.seats.map((each) => (each.id === seat ? { ...each, ...change } : each));
  return { ...state, steps: { ...state.steps, [id]: { ...step, seats } } };
}

/** Ends seats that nobody decided, and says why; seats that had decided keep their decision. */
export function cancelSeats(state: CaseState, ids: readonly number[], stamp: Stamp, end: Reason): CaseState {
  if (ids.length === 0) return state;
  const cancel = (seat: Seat): Seat =>
    ids.includes(seat.id) && isWaiting(seat) ? { ...seat, status: 'cancelled', at: stamp.at, end } : seat;
  const steps = Object.entries(state.steps).map(([id, step]) => [id, { ...step, seats: step.seats.map(cancel) }]);
  return { ...state, steps: Object.fromEntries(steps) };
}

/** Counts the seats in and remembers who was shown which step; what is decided for somebody absent is theirs to read. */
export function seated(state: CaseState, seats: readonly SeatEntered[], step?: StepId): CaseState {
  const seen = { ...state.seen };
  for (const person of seats.flatMap((seat) => (seat.for === undefined ? [seat.person] : [seat.person, seat.for]))) {
    const before = seen[person] ?? [];
    seen[person] = step === undefined || before.includes(step) ? before : [...before, step];
  }
  return { ...state, seen, seatCount: Math.max(state.seatCount, ...seats.map((seat) => seat.id)) };
}

export function copied(state: CaseState, seats: readonly SeatEntered[], see: readonly string[]): CaseState['copies'] {
  const copies = { ...state.copies };
  for (const { person } of seats) copies[person] = [...new Set([...(copies[person] ?? []), ...see])];
  return copies;
}

export function changedValues(state: CaseState, changed: Changed): CaseState['values'] {
  return Object.entries(changed).reduce((values, [path, value]) => withValue(values, path, value), state.values);
}

/** A step that asks nobody is done at once, unless it waits for the cases it starts. */
export function done(
  state: CaseState,
  step: StepId,
  stamp: Stamp,
  status: StepState['status'] = 'done',
): Pick<CaseState, 'steps' | 'rounds'> {
  if (state.steps[step] !== undefined) return { steps: state.steps, rounds: state.rounds };
  const round = (state.rounds[step] ?? 0) + 1;
  return {
    steps: { ...state.steps, [step]: { round, status, since: stamp.at, late: 0, reminded: 0, seats: [] } },
    rounds: { ...state.rounds, [step]: round },
  };
}

/** Steps begin anew with the one gone back to; what they planned is void until they are reached again. */
export function reset(state: CaseState, steps: readonly StepId[], to?: StepId): CaseState {
  const gone = new Set<string>(steps);
  const kept = <T>(record: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  const { written, writtenEach, straightBack } = state;
  return {
    ...state,
    steps: kept(state.steps),
    branches: kept(state.branches),
    planned: kept(state.planned),
    series: kept(state.series),
    reopened: [...state.reopened.filter((id) => !gone.has(id)), ...(to === undefined ? [] : [to])],
    familiar: { ...state.familiar, ...decidersOf(state, steps) },
    ...(written === undefined ? {} : { written: kept(written) }),
    ...(writtenEach === undefined ? {} : { writtenEach: kept(writtenEach) }),
    ...(straightBack === undefined ? {} : { straightBack: kept(straightBack) }),
  };
}

/** Who had the last word at each of these steps. */
function decidersOf({ steps }: CaseState, ids: readonly StepId[]): NonNullable<CaseState['familiar']> {
  const deciders = ids.flatMap((id) => {
    const decided = (steps[id]?.seats ?? []).filter(({ status, auto }) => DECIDED.has(status) && !auto);
    const last = decided.reduce<Seat | undefined>(
      (before, seat) => ((seat.at ?? '') >= (before?.at ?? '') ? seat : before),
      undefined,
    );
    return last === undefined ? [] : [[id, last.person] as const];
  });
  return Object.fromEntries(deciders);
}

const DECIDED: ReadonlySet<Seat['status']> = new Set(['submitted', 'agreed', 'returned']);

export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record;
  return rest;
}
