import { type Calendar, type Due, type DurationUnit, dueAt, movedDue, type Pause } from '../calendar/index.ts';
import type { AskingStep } from '../definition/definition.ts';
import type { StepState } from './state.ts';

/**
 * A deadline as it follows from when its clock began to run, the calendar and the pauses; undefined when it was not
 * counted but given: by hand, or by the duty that the case answers (rule 10 of the workflow semantics).
 */
export function countedDue(step: AskingStep, { counted }: StepState, calendar: Calendar): Due | undefined {
  if (step.due === undefined || counted === undefined) return undefined;
  const begun = dueAt(counted.from, step.due, calendar);
  return counted.pauses.reduce((due, pause) => movedDue(due, pause, unitOf(step), calendar), begun);
}

/** The deadline of a step after one more pause. */
export function dueAfter(step: AskingStep, state: StepState, pause: Pause, calendar: Calendar): Due | undefined {
  const due = countedDue(step, state, calendar) ?? state.due;
  if (due === undefined || pause.from >= pause.until) return due;
  return movedDue(due, pause, unitOf(step), calendar);
}

/** A given deadline of a step that counts nothing, and the next weekday, are moved by whole days. */
export const unitOf = ({ due }: AskingStep): DurationUnit =>
  due === undefined || due.unit === 'weekday' ? 'd' : due.unit;
