import { nextOccurrence } from '../calendar/index.ts';
import type { StartStep } from '../definition/definition.ts';
import type { CivilDate, StepId } from '../shared/brand.ts';
import { advance } from './advance.ts';
import { isTrue } from './context.ts';
import { requestStart, startIfWanted } from './effects.ts';
import type { Recorder } from './recorder.ts';
import type { CaseState } from './state.ts';

/** Occurrences caught up at once at most; the next tick goes on. */
const MOST_OCCURRENCES = 60;

/** Starts the cases that are planned for a day, or fall on one, up to and including this one. */
export function startUntil(day: CivilDate, recorder: Recorder): void {
  for (const id of stepIds(recorder.state.planned)) startPlanned(id, day, recorder);
  for (const id of stepIds(recorder.state.series)) startSeries(id, day, recorder);
}

/** Starts go on after a case is completed, never after it was rejected or withdrawn. */
export const isLive = ({ status }: CaseState): boolean => status === 'open' || status === 'completed';

function startPlanned(id: StepId, day: CivilDate, recorder: Recorder): void {
  const step = recorder.definition.steps.get(id);
  const on = recorder.state.planned[id];
  if (step?.kind !== 'start' || on === undefined || on > day || !isLive(recorder.state)) return;
  startIfWanted(step, recorder, on);
  if (step.wait && recorder.state.status === 'open') advance(recorder);
}

function startSeries(id: StepId, day: CivilDate, recorder: Recorder): void {
  const step = recorder.definition.steps.get(id);
  if (step?.kind !== 'start' || step.series === undefined || !isLive(recorder.state)) return;
  for (let n = 0; n < MOST_OCCURRENCES; n += 1) {
    const on = recorder.state.series[id];
    if (on === undefined || on > day) return;
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
