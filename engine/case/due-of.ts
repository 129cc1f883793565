import { type Due, dueAt } from '../calendar/index.ts';
import type { AskingStep } from '../definition/definition.ts';
import { valueAt } from '../form/value.ts';
import { addDays, instantOf, parseCivilDate } from '../shared/civil-date.ts';
import type { Recorder } from './recorder.ts';

/** Until when a round that opens now is due: by the step's duration, or by what a field says then. */
export function dueOf(step: AskingStep, { state, facts }: Pick<Recorder, 'state' | 'facts'>): Due | undefined {
  if (step.due !== undefined) return dueAt(facts.now, step.due, facts.calendar);
  return step.dueField === undefined
    ? undefined
    : momentAt(valueAt(state.values, step.dueField), facts.calendar.offset);
}

/** A day ends at midnight; `2026-11-22T08:30` is that local moment. */
function momentAt(value: unknown, offset: number): Due | undefined {
  const [day = '', time] = typeof value === 'string' ? value.split('T') : [];
  const date = parseCivilDate(day);
  if (date === undefined) return undefined;
  const at = time === undefined ? instantOf(addDays(date, 1), '00:00', offset) : instantOf(date, time, offset);
  return { at, provisional: false };
}
