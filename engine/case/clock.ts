import type { AskingStep } from '../definition/definition.ts';
import { dueAfter } from './counted-due.ts';
import type { Recorder } from './recorder.ts';

/** Lets the clock of a step stand still while somebody else is asked first; nothing for a step without a deadline. */
export function stopClock({ id: step }: AskingStep, seat: number, recorder: Recorder): void {
  const state = recorder.state.steps[step];
  if (state?.due === undefined || state.stopped !== undefined) return;
  recorder.record('ClockStopped', { step, round: state.round, seat });
}

/** Lets it run again: what was left when it stopped is left now. */
export function resumeClock(step: AskingStep, recorder: Recorder): void {
  const state = recorder.state.steps[step.id];
  if (state?.stopped === undefined) return;
  const { at: from, seat } = state.stopped;
  const due = dueAfter(step, state, { from, until: recorder.facts.now }, recorder.facts.calendar);
  if (due !== undefined) recorder.record('ClockResumed', { step: step.id, round: state.round, seat, due });
}
