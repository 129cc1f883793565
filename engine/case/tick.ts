import type { Definition } from '../definition/definition.ts';
import { dutyWakes, tickDuty } from '../duty/duty-tick.ts';
import type { Instant } from '../shared/brand.ts';
import { addDays, civilDateOf, instantOf } from '../shared/civil-date.ts';
import { agendaOf, timeOf } from './agenda.ts';
import type { Facts } from './facts.ts';
import { isLive, startUntil } from './occurrences.ts';
import { passDeadlines } from './pass-deadlines.ts';
import { mayMove, recomputeDues } from './recompute-dues.ts';
import type { Recorder } from './recorder.ts';
import type { CaseState } from './state.ts';

/**
 * Lets happen what is due, in the order of time: moments of deadlines, planned starts, occurrences of series. What is
 * due follows from the log and the calendar alone, so a missed sweep is caught up and a second one finds nothing. A case
 * on hold stands still.
 */
export function tick(recorder: Recorder): void {
  const { state, definition, facts } = recorder;
  if (state.held !== undefined) return;
  if (state.status === 'open')
    for (const moved of recomputeDues(definition, state, facts.calendar))
      recorder.record('DueChanged', { ...moved, opinion: '', why: 'calendar' });
  passDeadlines(recorder, (moment) => startUntil(civilDateOf(moment, facts.calendar.offset), recorder));
  tickDuty(recorder);
  startUntil(facts.today, recorder);
}

/**
 * The earliest instant at which a tick has something to do; undefined when time changes nothing. While a deadline rests
 * on a year whose notice is not out, every midnight asks whether it has come.
 */
export function wakeAt(definition: Definition, state: CaseState, facts: Facts): Instant | undefined {
  if (state.held !== undefined) return undefined;
  const [next] = agendaOf(definition, state, facts).map(timeOf);
  const moments = [
    next,
    nextLook(state, facts),
    ...dutyWakes(definition, state, facts.calendar),
    ...starts(state, facts),
  ];
  return moments.filter((at) => at !== undefined).sort()[0];
}

function starts(state: CaseState, { calendar }: Facts): readonly Instant[] {
  const days = isLive(state) ? [...Object.values(state.planned), ...Object.values(state.series)] : [];
  return days.map((day) => instantOf(day, '00:00', calendar.offset));
}

function nextLook(state: CaseState, { now, calendar }: Facts): Instant | undefined {
  if (state.status !== 'open' || !Object.values(state.steps).some(mayMove)) return undefined;
  return instantOf(addDays(civilDateOf(now, calendar.offset), 1), '00:00', calendar.offset);
}
