import { type Calendar, type Duration, dueAt, nextOccurrence } from '../calendar/index.ts';
import { type AskingStep, asks, type Definition, type StartStep } from '../definition/definition.ts';
import type { CivilDate, Instant, StepId } from '../shared/brand.ts';
import { instantOf } from '../shared/civil-date.ts';
import { isTrue } from './context.ts';
import { copiesFor, requestStart } from './effects.ts';
import type { Recorder } from './recorder.ts';
import type { CaseState, StepState } from './state.ts';

/** A moment at or after a deadline, and the roles told then. */
type Moment = { readonly at: Instant; readonly copy: readonly string[] };

/** Occurrences one tick catches up at most; the next tick goes on. */
const MOST_OCCURRENCES = 60;

/**
 * Lets happen what is due: deadlines that have passed, planned starts, occurrences of series. What is due follows from
 * the log and the calendar alone, so a missed sweep is caught up and a second one finds nothing.
 */
export function tick(recorder: Recorder): void {
  for (const id of stepIds(recorder.state.steps)) passDeadlines(id, recorder);
  for (const id of stepIds(recorder.state.planned)) startPlanned(id, recorder);
  for (const id of stepIds(recorder.state.series)) startSeries(id, recorder);
}

/** The earliest instant at which a tick has something to do; undefined when time changes nothing. */
export function wakeAt(definition: Definition, state: CaseState, calendar: Calendar): Instant | undefined {
  const moments = stepIds(state.steps).flatMap((id) => {
    const step = definition.steps.get(id);
    const open = state.steps[id];
    if (!asks(step) || open === undefined || state.status !== 'open') return [];
    return deadlines(step, open, calendar)
      .slice(open.late, open.late + 1)
      .map(({ at }) => at);
  });
  const days = isLive(state) ? [...Object.values(state.planned), ...Object.values(state.series)] : [];
  return [...moments, ...days.map((day) => instantOf(day, '00:00', calendar.offset))].sort()[0];
}

/** Starts go on after a case is completed, never after it was rejected or withdrawn. */
const isLive = (state: CaseState): boolean => state.status === 'open' || state.status === 'completed';

function deadlines(step: AskingStep, state: StepState, calendar: Calendar): readonly Moment[] {
  const { due } = state;
  if (due === undefined || state.status !== 'open') return [];
  const atOnce = step.overdue.filter(({ after }) => after === undefined).flatMap(({ copy }) => copy);
  const later = step.overdue.flatMap(({ after, copy }) =>
    after ? [{ at: afterDeadline(due.at, after, calendar), copy }] : [],
  );
  return [{ at: due.at, copy: atOnce }, ...later.sort((a, b) => (a.at < b.at ? -1 : 1))];
}

/** Days are counted from the day that a deadline at midnight ended, not from the one that begins then. */
function afterDeadline(deadline: Instant, span: Duration, calendar: Calendar): Instant {
  const days = span.unit === 'd' || span.unit === 'wd';
  const from = days ? (new Date(Date.parse(deadline) - 1).toISOString() as Instant) : deadline;
  return dueAt(from, span, calendar).at;
}

function passDeadlines(id: StepId, recorder: Recorder): void {
  const step = recorder.definition.steps.get(id);
  const state = recorder.state.steps[id];
  if (!asks(step) || state === undefined || recorder.state.status !== 'open') return;
  for (const [index, moment] of deadlines(step, state, recorder.facts.calendar).entries()) {
    if (index < state.late || moment.at > recorder.facts.now) continue;
    const copied = copiesFor(moment.copy, recorder);
    const see = [...step.rights.see];
    recorder.record('DeadlinePassed', { step: id, round: state.round, level: index + 1, due: moment.at, copied, see });
  }
}

function startPlanned(id: StepId, recorder: Recorder): void {
  const step = recorder.definition.steps.get(id);
  const on = recorder.state.planned[id];
  if (step?.kind !== 'start' || on === undefined || on > recorder.facts.today || !isLive(recorder.state)) return;
  requestStart(step, recorder, on);
}

function startSeries(id: StepId, recorder: Recorder): void {
  const step = recorder.definition.steps.get(id);
  if (step?.kind !== 'start' || step.series === undefined || !isLive(recorder.state)) return;
  for (let n = 0; n < MOST_OCCURRENCES; n += 1) {
    const on = recorder.state.series[id];
    if (on === undefined || on > recorder.facts.today) return;
    occur(step, step.series, on, recorder);
  }
}

/** One occurrence, judged as of its own day even when it is caught up later. */
function occur(step: StartStep, series: NonNullable<StartStep['series']>, on: CivilDate, recorder: Recorder): void {
  const { context } = recorder;
  const asOf = { ...context, form: { ...context.form, today: on } };
  if (!isTrue(series.while, asOf)) {
    recorder.record('SeriesClosed', { step: step.id, on });
    return;
  }
  requestStart(step, recorder, on);
  recorder.record('SeriesAdvanced', { step: step.id, next: nextOccurrence(on, series.every, recorder.facts.calendar) });
}

const stepIds = (record: Readonly<Record<StepId, unknown>>): readonly StepId[] => Object.keys(record) as StepId[];
