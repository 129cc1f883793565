import { assertNever } from '../shared/result.ts';
import type { CaseEvent, CaseEventOf, Stamp } from './events.ts';
import * as fold from './fold-case.ts';
import { changedValues, copied, done, seated, without, withSeat, withStep } from './fold-parts.ts';
import * as seats from './fold-seats.ts';
import { heirOf } from './lineage.ts';
import type { CaseState } from './state.ts';

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
      return seats.entered(state, event, stamp);
    case 'StepSubmitted':
      return seats.decided({ submittedAt: stamp.at, ...state }, event, 'submitted', stamp);
    case 'SeatAgreed':
      return seats.agreed(state, event, stamp);
    case 'SeatActivated':
      return withSeat(state, event.data.step, event.data.seat, { status: 'open' });
    case 'StepCompleted':
      return seats.completed(state, event, stamp);
    case 'PathChosen':
      return { ...state, branches: { ...state.branches, [event.data.block]: event.data.branches } };
    case 'StepReturned':
      return fold.returned(state, event, stamp);
    case 'SeatMoved':
      return movedSeat(state, event, stamp);
    case 'CaseRejected':
      return fold.rejected(state, event, stamp);
    case 'CaseWithdrawn':
      return fold.withdrawn(state, event, stamp);
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
      return fold.written(state, event, stamp);
    case 'StartRequested':
      return fold.requested(state, event, stamp);
    case 'StartPlanned': {
      const { step, on, wait } = event.data;
      return {
        ...state,
        ...done(state, step, stamp, wait ? 'open' : 'done'),
        planned: { ...state.planned, [step]: on },
      };
    }
    case 'StartDropped':
      return fold.dropped(state, event, stamp);
    case 'SeriesOpened':
    case 'SeriesAdvanced': {
      const { step, next } = event.data;
      return { ...state, ...done(state, step, stamp), series: { ...state.series, [step]: next } };
    }
    case 'SeriesClosed':
      return { ...state, series: without(state.series, event.data.step) };
    case 'DeadlinePassed':
      return fold.late(state, event);
    default:
      return applyMore(state, event, stamp);
  }
}

type Simple = 'CaseStarted' | 'ValuesGiven' | 'StepEntered' | 'StepSubmitted' | 'SeatAgreed' | 'SeatActivated';
type Walked = 'StepCompleted' | 'PathChosen' | 'StepReturned' | 'SeatMoved' | 'CaseRejected' | 'CaseWithdrawn';
type Effects =
  | 'CaseCompleted'
  | 'Commented'
  | 'Copied'
  | 'LedgerWritten'
  | 'StartRequested'
  | 'StartPlanned'
  | 'StartDropped';
type Timed = 'SeriesOpened' | 'SeriesAdvanced' | 'SeriesClosed' | 'DeadlinePassed';
type More = Exclude<CaseEvent, CaseEventOf<Simple | Walked | Effects | Timed>>;

/** Events of votes, of other people, of going back, and of other cases. */
function applyMore(state: CaseState, event: More, stamp: Stamp): CaseState {
  switch (event.type) {
    case 'SeatAbstained':
      return seats.decided(state, event, 'abstained', stamp);
    case 'SeatRejected':
      return seats.rejectedSeat(state, event, stamp);
    case 'SeatReturned':
      return seats.returnedSeat(state, event, stamp);
    case 'BranchRejected':
      return seats.branchRejected(state, event, stamp);
    case 'SignersAdded':
      return seats.signersAdded(state, event);
    case 'SignerRemoved':
      return removedSeat(state, event, stamp);
    case 'SeatDelegated':
      return seats.delegated(state, event);
    case 'SeatAdvised':
      return seats.advised(state, event, stamp);
    case 'SeatClaimed':
      return seats.claimed(state, event);
    case 'SeatReleased':
      return seats.released(state, event);
    case 'SeatTakenBack':
      return seats.takenBack(state, event, stamp);
    case 'SeatsReopened':
      return seats.seatsReopened(state, event, stamp);
    case 'PathsReset':
      return fold.pathsReset(state, event, stamp);
    case 'Urged':
      return { ...state, urgedAt: stamp.at };
    case 'Consulted':
      return fold.consulted(state, event, stamp);
    case 'Replied':
      return fold.replied(state, event, stamp);
    case 'CaseHeld':
      return fold.held(state, event, stamp);
    case 'CaseResumed':
      return fold.resumed(state, event, stamp);
    case 'CaseCancelled':
      return fold.cancelled(state, event, stamp);
    case 'CaseJumped':
      return fold.jumped(state, event, stamp);
    case 'RevocationAsked':
      return fold.revocationAsked(state, event);
    case 'CaseRevoked':
      return fold.revoked(state, stamp);
    case 'DueChanged':
      return fold.dueChanged(state, event, stamp);
    case 'ClockStopped':
      return fold.stopClock(state, event, stamp);
    case 'ClockResumed':
      return fold.resumeClock(state, event, stamp);
    case 'Reminded':
      return withStep(state, event.data.step, (step) => ({ ...step, reminded: event.data.n }));
    case 'AskedFirstLate':
      return fold.askedFirstLate(state, event);
    case 'RowDeadlinePassed':
      return fold.rowLate(state, event);
    case 'ChildOpened':
      return fold.childOpened(state, event);
    case 'ChildEnded':
      return fold.childEnded(state, event);
    case 'ChildStopped':
      return fold.childStopped(state, event);
    default:
      return assertNever(event);
  }
}

function movedSeat(state: CaseState, event: CaseEventOf<'SeatMoved'>, stamp: Stamp): CaseState {
  const after = seats.moved(state, event, stamp);
  const { to, opinion, step } = event.data;
  const byHand = to.reason.rule === 'reassigned' || (to.reason.rule === 'leaver' && !stamp.by.startsWith('system:'));
  return byHand ? fold.intervened(after, { kind: 'reassigned', opinion, step }, stamp) : after;
}

/** A person who takes away a seat they did not add steps in from outside. */
function removedSeat(state: CaseState, event: CaseEventOf<'SignerRemoved'>, stamp: Stamp): CaseState {
  const { step, seat: id, opinion } = event.data;
  const seated = state.steps[step]?.seats ?? [];
  const adder = heirOf(seated.find((seat) => seat.id === id)?.from, seated);
  const after = seats.signerRemoved(state, event, stamp);
  if (adder?.person === stamp.by || stamp.by.startsWith('system:')) return after;
  return fold.intervened(after, { kind: 'removed', opinion, step }, stamp);
}

function started({ data }: CaseEventOf<'CaseStarted'>, stamp: Stamp): CaseState {
  return {
    status: 'open',
    definition: { id: data.definition, version: data.version, digest: data.digest },
    starter: data.starter,
    startedAt: stamp.at,
    ...(data.cause ? { cause: data.cause } : {}),
    ...(data.duty ? { duty: data.duty } : {}),
    ...(data.row ? { row: data.row } : {}),
    ...(data.via === undefined ? {} : { via: data.via }),
    ...(data.link === undefined ? {} : { link: data.link }),
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
    children: {},
    consultations: [],
    interventions: [],
  };
}
