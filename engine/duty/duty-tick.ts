import type { Calendar } from '../calendar/index.ts';
import type { Recorder } from '../case/recorder.ts';
import { openSeats } from '../case/seat.ts';
import type { CaseState } from '../case/state.ts';
import { type Definition, firstStep } from '../definition/definition.ts';
import type { Instant } from '../shared/brand.ts';
import { reminderMoments, remindersAt } from './reminders.ts';

/**
 * Lets happen what is due in a case that answers a recurring duty and was not handed in: it ends when the duty closes,
 * else its people are reminded. Reminders missed while nobody looked come down to one.
 */
export function tickDuty(recorder: Recorder): void {
  const { state, definition, facts } = recorder;
  if (state.duty === undefined || !isMissing(definition, state)) return;
  const { closes } = state.duty;
  if (closes !== undefined && closes <= facts.now) {
    recorder.record('CaseWithdrawn', { opinion: '', reset: [], cancelled: openSeats(state) });
    return;
  }
  const { id } = firstStep(definition);
  const { round = 1, reminded = 0 } = state.steps[id] ?? {};
  const moments = momentsOf(definition, state, facts.calendar);
  const { level = 0 } = remindersAt(moments, reminded, facts.now);
  const at = moments[level - 1];
  if (at !== undefined) recorder.record('Reminded', { step: id, round, n: level, at, seats: openSeats(state, [id]) });
}

/** When `tickDuty` has something to do next. */
export function dutyWakes(definition: Definition, state: CaseState, calendar: Calendar): readonly Instant[] {
  if (state.duty === undefined || !isMissing(definition, state)) return [];
  const reminded = state.steps[firstStep(definition).id]?.reminded ?? 0;
  const next = momentsOf(definition, state, calendar)[reminded];
  return [next, state.duty.closes].filter((at) => at !== undefined);
}

/** No reminder is from before the case was there. */
function momentsOf({ duty }: Definition, state: CaseState, calendar: Calendar): readonly Instant[] {
  if (duty === undefined || state.duty === undefined) return [];
  return reminderMoments(duty, state.startedAt, state.duty.due.at, calendar);
}

/** A held case stands still. */
const isMissing = (definition: Definition, state: CaseState): boolean =>
  state.held === undefined && neverFiled(definition, state);

/** Open and never handed in so far; what came back once is no longer missing. */
export function neverFiled(definition: Definition, { status, steps, rounds }: CaseState): boolean {
  const { id } = firstStep(definition);
  return status === 'open' && steps[id]?.status === 'open' && (rounds[id] ?? 0) <= 1;
}
