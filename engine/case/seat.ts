import { type AskingStep, asks } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import { partOf } from './lineage.ts';
import { isPending } from './move-seat.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { CaseState, Seat, StepState } from './state.ts';

/** The step, its state and the seat the actor may use now. */
export type MySeat = { readonly step: AskingStep; readonly state: StepState; readonly seat: Seat };

/**
 * Finds the seat with which the actor may decide at a step, or refuses: the step is not open any more, somebody else is
 * asked or has claimed it, or the actor is asked for advice only.
 */
export function mySeat(id: StepId, recorder: Recorder): MySeat {
  const mine = myOpenSeat(id, recorder);
  const advises = partOf(mine.seat, mine.state.seats) === 'advice';
  return advises ? refuse({ code: 'not-your-task', step: id }) : mine;
}

/** Finds the actor's open seat at a step, also one that gives advice only. */
export function myOpenSeat(id: StepId, recorder: Recorder): MySeat {
  const { step, state } = openStep(id, recorder);
  const mine = state.seats.filter(({ person }) => person === recorder.facts.by);
  const seat = mine.find(({ status }) => status === 'open');
  if (seat !== undefined) return { step, state, seat };
  const claimer = claimerOf(state.seats);
  return claimer !== undefined && mine.some(({ status }) => status === 'held')
    ? refuse({ code: 'taken', step: id, person: claimer.person })
    : refuse({ code: 'not-your-task', step: id });
}

/** A step that asks people now. */
export function openStep(id: StepId, { definition, state: { steps } }: Recorder): Omit<MySeat, 'seat'> {
  const step = definition.steps.get(id);
  const state = steps[id];
  return asks(step) && state?.status === 'open' ? { step, state } : refuse({ code: 'step-moved', step: id });
}

/** The seat that has claimed a pool and not let go of it. */
export const claimerOf = (seats: readonly Seat[]): Seat | undefined =>
  seats.find((seat) => seat.claimed && isPending(seat));

/** Ids of all seats that still wait for somebody, at some steps or at all. */
export function openSeats(state: CaseState, steps?: readonly StepId[]): readonly number[] {
  return Object.entries(state.steps)
    .filter(([id]) => steps === undefined || steps.some((step) => step === id))
    .flatMap(([, step]) => (step.status === 'open' ? step.seats : []))
    .filter(isPending)
    .map((seat) => seat.id);
}

/** An opinion with something in it. */
export function requiredOpinion(text: string): string {
  return text.trim() === '' ? refuse({ code: 'opinion-required' }) : text;
}
