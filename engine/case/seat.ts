import { type AskingStep, asks } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { CaseState, Seat, StepState } from './state.ts';

/** The step, its state and the seat the actor may use now. */
export type MySeat = { readonly step: AskingStep; readonly state: StepState; readonly seat: Seat };

/** Finds the actor's open seat at a step, or refuses: the step is not open any more, or somebody else is asked. */
export function mySeat(id: StepId, recorder: Recorder): MySeat {
  const step = recorder.definition.steps.get(id);
  const state = recorder.state.steps[id];
  if (!asks(step) || state?.status !== 'open') return refuse({ code: 'step-moved', step: id });
  const seat = state.seats.find((each) => each.person === recorder.facts.by && each.status === 'open');
  return seat === undefined ? refuse({ code: 'not-your-task', step: id }) : { step, state, seat };
}

/** Ids of all seats that still wait for somebody, at some steps or at all. */
export function openSeats(state: CaseState, steps?: readonly StepId[]): readonly number[] {
  return Object.entries(state.steps)
    .filter(([id]) => steps === undefined || steps.some((step) => step === id))
    .flatMap(([, step]) => (step.status === 'open' ? step.seats : []))
    .filter((seat) => seat.status === 'open' || seat.status === 'waiting')
    .map((seat) => seat.id);
}

/** An opinion with something in it. */
export function requiredOpinion(text: string): string {
  return text.trim() === '' ? refuse({ code: 'opinion-required' }) : text;
}
