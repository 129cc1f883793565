import { dueAt } from '../calendar/index.ts';
import type { AskingStep } from '../definition/definition.ts';
import { dueAfter } from './counted-due.ts';
import type { Recorder } from './recorder.ts';

/**
 * Lets the clock of a step stand still while somebody else is asked first, who has as long as the step gives anybody
 * (rule 6 of the workflow semantics). Nothing for a step without a deadline.
 */
export function stopClock({ id: step, due }: AskingStep, seat: number, recorder: Recorder): void {
  const state = recorder.state.steps[step];
  if (state?.due === undefined || state.stopped !== undefined) return;
  const { now, calendar } = recorder.facts;
  const asked = due === undefined ? {} : { asked: dueAt(now, due, calendar) };
  recorder.record('ClockStopped', { step, round: state.round, seat, ...asked });
}

/** Lets it run again: what was left when it stopped is left now. */
export function resumeClock(step: AskingStep, recorder: Recorder): void {
  const state = recorder.state.steps[step.id];
  if (state?.stopped === undefined) return;
  const { at: from, seat } = state.stopped;
  const due = dueAfter(step, state, { from, until: recorder.facts.now }, recorder.facts.calendar);
  if (due !== undefined) recorder.record('ClockResumed', { step: step.id, round: state.round, seat, due });
}
