import type { TaskCard } from '../../schemas/generated/api.ts';
import type { Due } from '../calendar/index.ts';
import type { Definition } from '../definition/definition.ts';
import type { Instant, StepId, UserId } from '../shared/brand.ts';
import type { CaseEvent, SeatEntered } from './events.ts';
import type { Entry } from './evolve.ts';
import { CLOSINGS } from './fold-seats.ts';
import { isAskedFirst } from './seat-due.ts';
import type { CaseState, SeatStatus } from './state.ts';

/** What ended a task although its person did not decide. */
type Ended = NonNullable<TaskCard['why']>;

/** How a task ended for its person. */
export type TaskOutcome = Exclude<SeatStatus, 'open' | 'waiting' | 'held'>;

/** What one entry changes in people's task lists. A task is a seat; its number is unique within the case. */
export type TaskChange =
  | {
      readonly change: 'add';
      readonly seat: number;
      readonly person: UserId;
      readonly kind: 'fill' | 'approve' | 'copy';
      readonly step: StepId;
      readonly since: Instant;
      readonly due?: Due;
      /** False: it waits for the seat before it, and appears once it is activated. */
      readonly open: boolean;
    }
  | { readonly change: 'activate'; readonly seat: number; readonly since: Instant }
  /** Somebody else is asked first. */
  | { readonly change: 'rest'; readonly seat: number }
  | { readonly change: 'due'; readonly seat: number; readonly due: Instant }
  | { readonly change: 'remind'; readonly seat: number; readonly at: Instant }
  | {
      readonly change: 'close';
      readonly seat: number;
      readonly outcome: TaskOutcome;
      readonly at: Instant;
      readonly why?: Ended;
    };

/** The task changes of an entry, in order; `after` is the state it led to. */
export const taskChanges = (definition: Definition, after: CaseState, entry: Entry): readonly TaskChange[] =>
  entry.events.flatMap((event) => changesOf(definition, after, event, entry.at));

function changesOf(definition: Definition, after: CaseState, event: CaseEvent, at: Instant): readonly TaskChange[] {
  const close = (seat: number, outcome: TaskOutcome) => ({ change: 'close', seat, outcome, at }) as const;
  const cancel = (seats: readonly number[], why: Ended) => seats.map((seat) => ({ ...close(seat, 'cancelled'), why }));
  const seatsAt = (step: StepId, added: readonly SeatEntered[], due = after.steps[step]?.due) =>
    added.map((seat) =>
      add(seat, kindOf(definition, step), step, at, isAskedFirst(seat.place) ? after.steps[step]?.stopped?.asked : due),
    );
  const activate = (seats: readonly number[]) =>
    seats.map((seat) => ({ change: 'activate', seat, since: at }) as const);
  const rest = (seats: readonly number[]) => seats.map((seat) => ({ change: 'rest', seat }) as const);
  const remind = (seats: readonly number[]) => seats.map((seat) => ({ change: 'remind', seat, at }) as const);
  switch (event.type) {
    case 'StepEntered':
      return seatsAt(event.data.step, event.data.seats, event.data.due);
    case 'SeatActivated':
      return activate([event.data.seat]);
    case 'StepSubmitted':
      return [close(event.data.seat, 'submitted')];
    case 'SeatAgreed':
      return [close(event.data.seat, 'agreed')];
    case 'SeatAbstained':
      return [close(event.data.seat, 'abstained')];
    case 'SeatRejected':
      return [close(event.data.seat, 'rejected')];
    case 'SeatReturned':
      return [close(event.data.seat, 'returned')];
    case 'StepCompleted':
      return cancel(event.data.cancelled, CLOSINGS[event.data.why]);
    case 'BranchRejected': {
      const { seat, cancelled } = event.data;
      return [...(seat === undefined ? [] : [close(seat, 'rejected')]), ...cancel(cancelled, 'branch-rejected')];
    }
    case 'StepReturned':
      return [close(event.data.seat, 'returned'), ...cancel(event.data.cancelled, 'returned')];
    case 'SeatTakenBack': {
      const { seat, cancelled, step, to, resting = [] } = event.data;
      return [close(seat, 'superseded'), ...cancel(cancelled, 'taken-back'), ...rest(resting), ...seatsAt(step, [to])];
    }
    case 'SeatsReopened': {
      const { seats, step } = event.data;
      const due = event.data.due ?? after.steps[step]?.due;
      return seats.flatMap(({ was, seat }) => [close(was, 'superseded'), ...seatsAt(step, [seat], due)]);
    }
    case 'CaseRejected': {
      const { seat, cancelled } = event.data;
      return [...(seat === undefined ? [] : [close(seat, 'rejected')]), ...cancel(cancelled, 'rejected')];
    }
    case 'CaseWithdrawn':
      return cancel(event.data.cancelled, 'withdrawn');
    case 'CaseCancelled':
      return cancel(event.data.cancelled, event.data.forced ? 'terminated' : 'voided');
    case 'CaseJumped':
      return cancel(event.data.cancelled, 'jumped');
    case 'PathsReset':
      return cancel(event.data.cancelled, 'reopened');
    case 'SeatMoved': {
      const { seat, to, step } = event.data;
      return [close(seat, 'moved'), ...seatsAt(step, [to])];
    }
    case 'SignersAdded': {
      const { seat, seats, place, step } = event.data;
      return [...(place === 'before' && seat !== undefined ? rest([seat]) : []), ...seatsAt(step, seats)];
    }
    case 'SignerRemoved':
      return cancel([event.data.seat, ...event.data.cancelled], 'removed');
    case 'SeatDelegated':
      return [...rest([event.data.seat]), ...seatsAt(event.data.step, [event.data.to])];
    case 'SeatAdvised':
      return [close(event.data.seat, 'advised')];
    case 'SeatClaimed':
      return rest(event.data.held);
    case 'SeatReleased':
      return activate(event.data.freed);
    case 'Urged':
    case 'Reminded':
    case 'AskedFirstLate':
    case 'RowDeadlinePassed':
      return [...remind(event.data.seats), ...copiesOf(event, at)];
    case 'DueChanged':
    case 'ClockResumed':
      return dues(after, event.data.step, event.data.due);
    case 'CaseResumed':
      return [
        ...event.data.dues.flatMap(({ step, due }) => dues(after, step, due)),
        ...(event.data.asked ?? []).flatMap(({ step, due }) => dues(after, step, due, true)),
      ];
    case 'Copied':
      return event.data.seats.map((seat) => add(seat, 'copy', event.data.step, at));
    case 'Consulted':
      return [add(event.data.to, 'copy', event.data.step, at)];
    case 'DeadlinePassed':
      return copiesOf(event, at);
    default:
      return [];
  }
}

function copiesOf(event: CaseEvent, at: Instant): readonly TaskChange[] {
  if (event.type !== 'DeadlinePassed' && event.type !== 'RowDeadlinePassed' && event.type !== 'AskedFirstLate')
    return [];
  return event.data.copied.map((seat) => add(seat, 'copy', event.data.step, at));
}

/** Every seat of the step that still waits for somebody, or everybody asked first there, gets the new deadline. */
const dues = (after: CaseState, step: StepId, due: Due, first = false): readonly TaskChange[] =>
  (after.steps[step]?.seats ?? [])
    .filter(({ status }) => status === 'open' || status === 'waiting' || status === 'held')
    .filter(({ place }) => isAskedFirst(place) === first)
    .map(({ id }) => ({ change: 'due', seat: id, due: due.at }));

const kindOf = (definition: Definition, step: StepId) =>
  definition.steps.get(step)?.kind === 'fill' ? 'fill' : 'approve';

function add(
  seat: SeatEntered,
  kind: 'fill' | 'approve' | 'copy',
  step: StepId,
  since: Instant,
  due?: Due,
): TaskChange {
  const open = seat.waiting !== true && kind !== 'copy';
  return { change: 'add', seat: seat.id, person: seat.person, kind, step, since, open, ...(due ? { due } : {}) };
}
