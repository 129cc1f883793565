import type { StepId } from '../shared/brand.ts';
import type { CaseEventOf, SeatEntered, Stamp } from './events.ts';
import { cancelSeats, changedValues, done, reset, seated, seatOf, without, withSeat, withStep } from './fold-parts.ts';
import type { Reason } from './reason.ts';
import type { CaseState, Seat, SeatStatus, StepState } from './state.ts';

export function entered(state: CaseState, { data }: CaseEventOf<'StepEntered'>, stamp: Stamp): CaseState {
  const step: StepState = {
    round: data.round,
    status: 'open',
    since: stamp.at,
    late: 0,
    reminded: 0,
    seats: data.seats.map(seatOf),
    ...(data.due ? { due: data.due } : {}),
    ...(isCounted(state, data) ? { counted: { from: stamp.at, pauses: [] } } : {}),
  };
  const { straightBack } = state;
  return {
    ...seated(state, data.seats, data.step),
    steps: { ...state.steps, [data.step]: step },
    rounds: { ...state.rounds, [data.step]: data.round },
    ...(straightBack === undefined ? {} : { straightBack: without(straightBack, data.step) }),
  };
}

/** Whatever answers a recurring duty is first due when the duty is. */
const isCounted = ({ duty }: CaseState, { due, round }: CaseEventOf<'StepEntered'>['data']): boolean =>
  due !== undefined && !(round === 1 && due.at === duty?.due.at);

type Decision = CaseEventOf<'StepSubmitted'> | CaseEventOf<'SeatAgreed'> | CaseEventOf<'SeatAbstained'>;

export function decided(state: CaseState, { data }: Decision, status: SeatStatus, stamp: Stamp): CaseState {
  const opinion = 'opinion' in data && data.opinion !== undefined ? { opinion: data.opinion } : {};
  const auto = 'like' in data && data.like !== undefined ? { auto: true as const } : {};
  const decision = { status, at: stamp.at, digest: data.digest, ...opinion, ...auto };
  const after = withSeat(state, data.step, data.seat, decision);
  return { ...after, values: 'changed' in data ? changedValues(state, data.changed) : state.values };
}

export function agreed(state: CaseState, event: CaseEventOf<'SeatAgreed'>, stamp: Stamp): CaseState {
  const { step, round, seat, digest } = event.data;
  const person = state.steps[step]?.seats.find((each) => each.id === seat)?.person;
  const after = decided(state, event, 'agreed', stamp);
  if (person === undefined) return after;
  const others = state.agreements.filter((each) => each.person !== person || each.step !== step);
  return { ...after, agreements: [...others, { person, step, round, seat, digest }] };
}

/** A step that starts a case a row is done at once where there are no rows: nothing was planned, nothing entered. */
export function completed(state: CaseState, { data }: CaseEventOf<'StepCompleted'>, stamp: Stamp): CaseState {
  const { step: id, why } = data;
  const rule = CLOSINGS[why];
  const entered = { ...state, ...done(state, id, stamp), planned: without(state.planned, id) };
  const after = cancelSeats(entered, data.cancelled, stamp, because(rule, stamp));
  const reopened = after.reopened.filter((each) => each !== id);
  return { ...withStep(after, id, ({ stopped: _, ...step }) => ({ ...step, status: 'done' })), reopened };
}

/** The rule that ended the seats a round did not need any more. */
export const CLOSINGS = {
  submitted: 'handed-in',
  any: 'decided-any',
  all: 'decided-all',
  sequential: 'decided-all',
  votes: 'votes-reached',
  deadline: 'deadline',
  children: 'handed-in',
} as const satisfies Record<CaseEventOf<'StepCompleted'>['data']['why'], Reason['rule']>;

/** The rule that ended a seat, and whose act it was. */
export const because = (rule: Reason['rule'], { by }: Stamp): Reason => ({ rule, params: { by } });

export function moved(state: CaseState, { data }: CaseEventOf<'SeatMoved'>, stamp: Stamp): CaseState {
  const left = withSeat(state, data.step, data.seat, { status: 'moved', at: stamp.at, opinion: data.opinion });
  return withStep(behind(left, data.step, data.seat, [data.to]), data.step, (step) => inherited(step, data));
}

/** What belonged to the seat belongs to the one in its place: those it added, and the clock that stands for it. */
function inherited(step: StepState, { seat, to }: CaseEventOf<'SeatMoved'>['data']): StepState {
  const seats = step.seats.map((each) => (each.from === seat && each.id !== to.id ? { ...each, from: to.id } : each));
  return { ...step, seats, ...(step.stopped?.seat === seat ? { stopped: { ...step.stopped, seat: to.id } } : {}) };
}

/** New seats right behind another one, or at the end. */
function behind(state: CaseState, id: StepId, seat: number | undefined, added: readonly SeatEntered[]): CaseState {
  return withStep(seated(state, added, id), id, (step) => {
    const at = step.seats.findIndex((each) => each.id === seat);
    const place = at < 0 ? step.seats.length : at + 1;
    return { ...step, seats: [...step.seats.slice(0, place), ...added.map(seatOf), ...step.seats.slice(place)] };
  });
}

export function rejectedSeat(state: CaseState, { data }: CaseEventOf<'SeatRejected'>, stamp: Stamp): CaseState {
  const { opinion, digest } = data;
  return withSeat(state, data.step, data.seat, { status: 'rejected', at: stamp.at, opinion, digest });
}

export function returnedSeat(state: CaseState, { data }: CaseEventOf<'SeatReturned'>, stamp: Stamp): CaseState {
  const { opinion, to } = data;
  return withSeat(state, data.step, data.seat, { status: 'returned', at: stamp.at, opinion, to });
}

export function branchRejected(state: CaseState, { data }: CaseEventOf<'BranchRejected'>, stamp: Stamp): CaseState {
  const { step, seat, opinion = '', block, branch } = data;
  const own = seat === undefined ? state : withSeat(state, step, seat, { status: 'rejected', at: stamp.at, opinion });
  const after = cancelSeats(own, data.cancelled, stamp, because('branch-rejected', stamp));
  const branches = after.branches[block]?.map((each) =>
    each.index === branch ? { ...each, rejected: true as const } : each,
  );
  return {
    ...withStep(after, step, ({ stopped: _, ...each }) => ({ ...each, status: 'done', rejected: true })),
    branches: { ...after.branches, ...(branches === undefined ? {} : { [block]: branches }) },
  };
}

export function signersAdded(state: CaseState, { data }: CaseEventOf<'SignersAdded'>): CaseState {
  const after = behind(state, data.step, data.seat, data.seats);
  if (data.place !== 'before' || data.seat === undefined) return after;
  return withSeat(after, data.step, data.seat, { status: 'waiting' });
}

export function signerRemoved(state: CaseState, { data }: CaseEventOf<'SignerRemoved'>, stamp: Stamp): CaseState {
  return cancelSeats(
    state,
    [data.seat, ...data.cancelled],
    stamp,
    because(stamp.by.startsWith('system:') ? 'escalated' : 'removed', stamp),
  );
}

export function delegated(state: CaseState, { data }: CaseEventOf<'SeatDelegated'>): CaseState {
  return withSeat(behind(state, data.step, data.seat, [data.to]), data.step, data.seat, { status: 'waiting' });
}

export function advised(state: CaseState, { data }: CaseEventOf<'SeatAdvised'>, stamp: Stamp): CaseState {
  const { opinion } = data;
  return withSeat(state, data.step, data.seat, { status: 'advised', at: stamp.at, opinion });
}

export function claimed(state: CaseState, { data }: CaseEventOf<'SeatClaimed'>): CaseState {
  return withStep(state, data.step, (step) => ({
    ...step,
    seats: step.seats.map((seat) => {
      if (seat.id === data.seat) return { ...seat, claimed: true };
      return data.held.includes(seat.id) ? { ...seat, status: 'held' } : seat;
    }),
  }));
}

export function released(state: CaseState, { data }: CaseEventOf<'SeatReleased'>): CaseState {
  return withStep(state, data.step, (step) => ({
    ...step,
    seats: step.seats.map(({ claimed, ...seat }): Seat => {
      if (data.freed.includes(seat.id)) return { ...seat, status: 'open' };
      return claimed && seat.id !== data.seat ? { ...seat, claimed } : seat;
    }),
  }));
}

/** The decision is undone and the same person asked again; what followed from it begins anew. */
export function takenBack(state: CaseState, { data }: CaseEventOf<'SeatTakenBack'>, stamp: Stamp): CaseState {
  const after = (data.resting ?? []).reduce(
    (before, seat) => withSeat(before, data.step, seat, { status: 'waiting' }),
    reset(cancelSeats(state, data.cancelled, stamp, because('taken-back', stamp)), data.reset),
  );
  const marked = withSeat(after, data.step, data.seat, { status: 'superseded', end: because('taken-back', stamp) });
  const opened = withStep(behind(marked, data.step, data.seat, [data.to]), data.step, (step) => ({
    ...step,
    status: 'open',
  }));
  return { ...opened, agreements: withoutAgreements(opened, data.step, [data.to.person]) };
}

/** Agreements to content that has changed count no more; their people get a fresh seat each. */
export function seatsReopened(state: CaseState, { data }: CaseEventOf<'SeatsReopened'>, stamp: Stamp): CaseState {
  const end: Reason = { rule: 'reopened', params: { by: stamp.by, fields: data.changed.join(', ') } };
  const after = data.seats.reduce(
    (before, { was, seat }) =>
      behind(withSeat(before, data.step, was, { status: 'superseded', end }), data.step, was, [seat]),
    state,
  );
  const opened = withStep(after, data.step, (step) => ({
    ...step,
    status: 'open',
    ...(data.due ? { due: data.due, counted: { from: stamp.at, pauses: [] }, late: 0, reminded: 0 } : {}),
  }));
  const people = data.seats.map(({ seat }) => seat.person);
  return {
    ...opened,
    agreements: withoutAgreements(opened, data.step, people),
    reopened: [...opened.reopened.filter((id) => id !== data.step), data.step],
  };
}

const withoutAgreements = ({ agreements }: CaseState, step: StepId, people: readonly string[]) =>
  agreements.filter((each) => each.step !== step || !people.includes(each.person));
