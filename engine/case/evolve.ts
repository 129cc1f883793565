import { withValue } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';
import { assertNever } from '../shared/result.ts';
import type { CaseEvent, CaseEventOf, Changed, SeatEntered, Stamp } from './events.ts';
import type { CaseState, Seat, SeatStatus, StepState } from './state.ts';

/** What one command recorded: the unit of the log, of the hash chain and of the case version. */
export type Entry = Stamp & { readonly events: readonly CaseEvent[] };

/** The state after all entries of a case; throws when the first is not its start, which no store can produce. */
export function replay(entries: readonly Entry[]): CaseState {
  const state = entries.reduce<CaseState | undefined>((before, entry) => evolve(before, entry), undefined);
  if (state === undefined) throw new Error('a case has at least one entry');
  return state;
}

/** Folds one entry into the state. Total: what was recorded is accepted, never judged a second time. */
export function evolve(state: CaseState | undefined, entry: Entry): CaseState {
  let after = state;
  for (const event of entry.events) after = apply(after, event, entry);
  if (after === undefined) throw new Error('an entry records at least one event');
  return after;
}

/** Folds one event into the state. */
export function apply(state: CaseState | undefined, event: CaseEvent, stamp: Stamp): CaseState {
  if (event.type === 'CaseStarted') return started(event, stamp);
  if (state === undefined) throw new Error(`${event.type} before CaseStarted`);
  switch (event.type) {
    case 'ValuesGiven':
      return { ...state, values: changedValues(state, event.data.changed) };
    case 'StepEntered':
      return entered(state, event, stamp);
    case 'StepSubmitted':
      return decided(state, event, 'submitted', stamp);
    case 'SeatAgreed':
      return agreed(state, event, stamp);
    case 'SeatActivated':
      return withSeat(state, event.data.step, event.data.seat, { status: 'open' });
    case 'StepCompleted':
      return completed(state, event, stamp);
    case 'PathChosen':
      return { ...state, branches: { ...state.branches, [event.data.block]: event.data.branches } };
    case 'StepReturned':
      return returned(state, event, stamp);
    case 'SeatMoved':
      return moved(state, event, stamp);
    case 'CaseRejected':
      return rejected(state, event, stamp);
    case 'CaseWithdrawn':
      return withdrawn(state, event, stamp);
    case 'CaseCompleted':
      return { ...state, status: 'completed', endedAt: stamp.at };
    case 'Commented':
      return { ...state, comments: [...state.comments, { by: stamp.by, at: stamp.at, text: event.data.text }] };
    case 'Copied':
      return {
        ...seated(state, event.data.seats),
        copies: copied(state, event.data.seats, event.data.see),
        ...done(state, event.data.step, stamp),
      };
    case 'LedgerWritten':
      return { ...state, ...done(state, event.data.step, stamp), rows: ownRow(state, event) };
    case 'StartRequested':
      return { ...state, ...done(state, event.data.step, stamp), ...requested(state, event) };
    case 'StartPlanned':
      return {
        ...state,
        ...done(state, event.data.step, stamp),
        planned: { ...state.planned, [event.data.step]: event.data.on },
      };
    case 'SeriesOpened':
    case 'SeriesAdvanced':
      return {
        ...state,
        ...done(state, event.data.step, stamp),
        series: { ...state.series, [event.data.step]: event.data.next },
      };
    case 'SeriesClosed':
      return { ...state, series: without(state.series, event.data.step) };
    case 'DeadlinePassed':
      return late(state, event);
    default:
      return assertNever(event);
  }
}

function started({ data }: CaseEventOf<'CaseStarted'>, stamp: Stamp): CaseState {
  return {
    status: 'open',
    definition: { id: data.definition, version: data.version, digest: data.digest },
    starter: data.starter,
    startedAt: stamp.at,
    ...(data.cause ? { cause: data.cause } : {}),
    values: {},
    steps: {},
    branches: {},
    rounds: {},
    returns: {},
    reopened: [],
    agreements: [],
    comments: [],
    seatCount: 0,
    seen: { [data.starter]: [] },
    copies: {},
    rows: {},
    series: {},
    planned: {},
    starts: {},
  };
}

function entered(state: CaseState, { data }: CaseEventOf<'StepEntered'>, stamp: Stamp): CaseState {
  const seats = data.seats.map(
    (seat): Seat => ({
      id: seat.id,
      person: seat.person,
      reason: seat.reason,
      status: seat.waiting ? 'waiting' : 'open',
    }),
  );
  const step: StepState = {
    round: data.round,
    status: 'open',
    since: stamp.at,
    late: 0,
    seats,
    ...(data.due ? { due: data.due } : {}),
  };
  return {
    ...seated(state, data.seats, data.step),
    steps: { ...state.steps, [data.step]: step },
    rounds: { ...state.rounds, [data.step]: data.round },
  };
}

function decided(
  state: CaseState,
  { data }: CaseEventOf<'StepSubmitted'> | CaseEventOf<'SeatAgreed'>,
  status: SeatStatus,
  stamp: Stamp,
): CaseState {
  const opinion = 'opinion' in data && data.opinion !== undefined ? { opinion: data.opinion } : {};
  const auto = 'like' in data && data.like !== undefined ? { auto: true as const } : {};
  const after = withSeat(state, data.step, data.seat, {
    status,
    at: stamp.at,
    digest: data.digest,
    ...opinion,
    ...auto,
  });
  return { ...after, values: changedValues(state, data.changed) };
}

function agreed(state: CaseState, event: CaseEventOf<'SeatAgreed'>, stamp: Stamp): CaseState {
  const { step, round, seat, digest } = event.data;
  const person = state.steps[step]?.seats.find((each) => each.id === seat)?.person;
  const after = decided(state, event, 'agreed', stamp);
  if (person === undefined) return after;
  const others = state.agreements.filter((each) => each.person !== person || each.step !== step);
  return { ...after, agreements: [...others, { person, step, round, seat, digest }] };
}

function completed(state: CaseState, { data }: CaseEventOf<'StepCompleted'>, stamp: Stamp): CaseState {
  const after = cancelSeats(state, data.cancelled, stamp);
  const step = after.steps[data.step];
  if (step === undefined) return after;
  const reopened = after.reopened.filter((id) => id !== data.step);
  return { ...after, reopened, steps: { ...after.steps, [data.step]: { ...step, status: 'done' } } };
}

function returned(state: CaseState, { data }: CaseEventOf<'StepReturned'>, stamp: Stamp): CaseState {
  const marked = withSeat(state, data.step, data.seat, { status: 'returned', at: stamp.at, opinion: data.opinion });
  const returns = { ...state.returns, [data.step]: (state.returns[data.step] ?? 0) + 1 };
  return { ...reset(cancelSeats(marked, data.cancelled, stamp), data.reset, data.to), returns };
}

function moved(state: CaseState, { data }: CaseEventOf<'SeatMoved'>, stamp: Stamp): CaseState {
  const step = state.steps[data.step];
  if (step === undefined) return state;
  const seat: Seat = { id: data.to.id, person: data.to.person, reason: data.to.reason, status: 'open' };
  const at = step.seats.findIndex((each) => each.id === data.seat);
  const left = step.seats.map((each) =>
    each.id === data.seat ? { ...each, status: 'moved' as const, at: stamp.at, opinion: data.opinion } : each,
  );
  const seats = [...left.slice(0, at + 1), seat, ...left.slice(at + 1)];
  return { ...seated(state, [data.to], data.step), steps: { ...state.steps, [data.step]: { ...step, seats } } };
}

function rejected(state: CaseState, { data }: CaseEventOf<'CaseRejected'>, stamp: Stamp): CaseState {
  const marked = withSeat(state, data.step, data.seat, { status: 'rejected', at: stamp.at, opinion: data.opinion });
  return { ...cancelSeats(marked, data.cancelled, stamp), status: 'rejected', endedAt: stamp.at };
}

function withdrawn(state: CaseState, { data }: CaseEventOf<'CaseWithdrawn'>, stamp: Stamp): CaseState {
  const after = cancelSeats(state, data.cancelled, stamp);
  if (data.to === undefined) return { ...after, status: 'withdrawn', endedAt: stamp.at };
  return reset(after, data.reset, data.to);
}

function late(state: CaseState, { data }: CaseEventOf<'DeadlinePassed'>): CaseState {
  const step = state.steps[data.step];
  if (step === undefined) return state;
  const after = seated(state, data.copied);
  return {
    ...after,
    steps: { ...state.steps, [data.step]: { ...step, late: data.level } },
    copies: copied(state, data.copied, data.see),
  };
}

function requested(state: CaseState, { data }: CaseEventOf<'StartRequested'>): Partial<CaseState> {
  return {
    starts: { ...state.starts, [data.step]: (state.starts[data.step] ?? 0) + 1 },
    planned: without(state.planned, data.step),
  };
}

/** A step that asks nobody is done at once. */
function done(state: CaseState, step: StepId, stamp: Stamp): Pick<CaseState, 'steps' | 'rounds'> {
  if (state.steps[step] !== undefined) return { steps: state.steps, rounds: state.rounds };
  const round = (state.rounds[step] ?? 0) + 1;
  return {
    steps: { ...state.steps, [step]: { round, status: 'done', since: stamp.at, late: 0, seats: [] } },
    rounds: { ...state.rounds, [step]: round },
  };
}

function ownRow(state: CaseState, { data }: CaseEventOf<'LedgerWritten'>): CaseState['rows'] {
  return data.write === 'insert' ? { ...state.rows, [data.ledger]: data.row } : state.rows;
}

/** Steps begin anew with the one gone back to; what they planned is void until they are reached again. */
function reset(state: CaseState, steps: readonly StepId[], to: StepId): CaseState {
  const gone = new Set<string>(steps);
  const kept = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  return {
    ...state,
    steps: kept(state.steps),
    branches: kept(state.branches),
    planned: kept(state.planned),
    series: kept(state.series),
    reopened: [...state.reopened.filter((id) => !gone.has(id)), to],
  };
}

function withSeat(state: CaseState, id: StepId, seat: number, change: Partial<Seat>): CaseState {
  const step = state.steps[id];
  if (step === undefined) return state;
  const seats = step.seats.map((each) => (each.id === seat ? { ...each, ...change } : each));
  return { ...state, steps: { ...state.steps, [id]: { ...step, seats } } };
}

function cancelSeats(state: CaseState, ids: readonly number[], stamp: Stamp): CaseState {
  if (ids.length === 0) return state;
  const cancel = (seat: Seat): Seat => (ids.includes(seat.id) ? { ...seat, status: 'cancelled', at: stamp.at } : seat);
  const steps = Object.entries(state.steps).map(([id, step]) => [id, { ...step, seats: step.seats.map(cancel) }]);
  return { ...state, steps: Object.fromEntries(steps) };
}

/** Counts the seats in and remembers who was shown which step. */
function seated(state: CaseState, seats: readonly SeatEntered[], step?: StepId): CaseState {
  const seen = { ...state.seen };
  for (const { person } of seats) {
    const before = seen[person] ?? [];
    seen[person] = step === undefined || before.includes(step) ? before : [...before, step];
  }
  return { ...state, seen, seatCount: Math.max(state.seatCount, ...seats.map((seat) => seat.id)) };
}

function copied(state: CaseState, seats: readonly SeatEntered[], see: readonly string[]): CaseState['copies'] {
  const copies = { ...state.copies };
  for (const { person } of seats) copies[person] = [...new Set([...(copies[person] ?? []), ...see])];
  return copies;
}

function changedValues(state: CaseState, changed: Changed): CaseState['values'] {
  return Object.entries(changed).reduce((values, [path, value]) => withValue(values, path, value), state.values);
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record;
  return rest;
}
