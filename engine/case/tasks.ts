import type { Due } from '../calendar/index.ts';
import type { Definition } from '../definition/definition.ts';
import type { Instant, StepId, UserId } from '../shared/brand.ts';
import type { CaseEvent, SeatEntered } from './events.ts';
import type { Entry } from './evolve.ts';
import type { CaseState, SeatStatus } from './state.ts';

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
  | {
      readonly change: 'close';
      readonly seat: number;
      readonly outcome: Exclude<SeatStatus, 'open' | 'waiting'>;
      readonly at: Instant;
    };

/** The task changes of an entry, in order; `after` is the state it led to. */
export const taskChanges = (definition: Definition, after: CaseState, entry: Entry): readonly TaskChange[] =>
  entry.events.flatMap((event) => changesOf(definition, after, event, entry.at));

function changesOf(definition: Definition, after: CaseState, event: CaseEvent, at: Instant): readonly TaskChange[] {
  const close = (seat: number, outcome: 'submitted' | 'agreed' | 'rejected' | 'returned' | 'moved' | 'cancelled') =>
    ({ change: 'close', seat, outcome, at }) as const;
  const cancel = (seats: readonly number[]) => seats.map((seat) => close(seat, 'cancelled'));
  switch (event.type) {
    case 'StepEntered': {
      const { step, seats, due } = event.data;
      return seats.map((seat) => add(seat, kindOf(definition, step), step, at, due));
    }
    case 'SeatActivated':
      return [{ change: 'activate', seat: event.data.seat, since: at }];
    case 'StepSubmitted':
      return [close(event.data.seat, 'submitted')];
    case 'SeatAgreed':
      return [close(event.data.seat, 'agreed')];
    case 'StepCompleted':
      return cancel(event.data.cancelled);
    case 'StepReturned':
      return [close(event.data.seat, 'returned'), ...cancel(event.data.cancelled)];
    case 'CaseRejected':
      return [close(event.data.seat, 'rejected'), ...cancel(event.data.cancelled)];
    case 'CaseWithdrawn':
      return cancel(event.data.cancelled);
    case 'SeatMoved': {
      const { seat, to, step } = event.data;
      return [close(seat, 'moved'), add(to, kindOf(definition, step), step, at, after.steps[step]?.due)];
    }
    case 'Copied':
      return event.data.seats.map((seat) => add(seat, 'copy', event.data.step, at));
    case 'DeadlinePassed':
      return event.data.copied.map((seat) => add(seat, 'copy', event.data.step, at));
    default:
      return [];
  }
}

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
