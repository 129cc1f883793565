import { type Calendar, type Duration, dueAt, momentBefore } from '../calendar/index.ts';
import { type AskingStep, type Definition, firstStep, type OverdueAction } from '../definition/definition.ts';
import type { Instant } from '../shared/brand.ts';
import type { CaseState, StepState } from './state.ts';

/**
 * A moment of a deadline. `level` counts the moments at and after it; one before it has none. `n` counts those at which
 * people are reminded.
 */
export type Moment = {
  readonly at: Instant;
  readonly level?: number;
  readonly n?: number;
  readonly actions: readonly OverdueAction[];
};

/** What is done around a deadline: reminders that long before it, and actions from it on. */
type Actions = Pick<AskingStep, 'remind' | 'overdue'>;

/** All moments of a deadline in the order of time. It is itself one, whether anything is to be done then or not. */
export function momentsOf(due: Instant, { remind, overdue }: Actions, calendar: Calendar): readonly Moment[] {
  const before = remind.flatMap((span) => (span.unit === 'weekday' ? [] : [momentBefore(due, span, calendar)])).sort();
  let n = before.length;
  const late = lateMoments(due, overdue, calendar).map((moment, index): Moment => {
    const reminds = moment.actions.some((action) => action.remind);
    if (reminds) n += 1;
    return { ...moment, level: index + 1, ...(reminds ? { n } : {}) };
  });
  return [...before.map((at, index): Moment => ({ at, n: index + 1, actions: [] })), ...late];
}

function lateMoments(due: Instant, overdue: readonly OverdueAction[], calendar: Calendar): readonly Moment[] {
  const later = overdue.flatMap((action) => {
    const { after, times } = action;
    return after === undefined ? [] : repeated(due, after, times, calendar).map((at) => ({ at, actions: [action] }));
  });
  const atOnce = overdue.filter(({ after }) => after === undefined);
  return [{ at: due, actions: atOnce }, ...later.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))];
}

function repeated(due: Instant, span: Duration, times: number, calendar: Calendar): readonly Instant[] {
  const found: Instant[] = [];
  for (let at = due; found.length < times; found.push(at)) at = after(at, span, calendar);
  return found;
}

/** Days are counted from the day that a deadline at midnight ended, not from the one that begins then. */
function after(moment: Instant, span: Duration, calendar: Calendar): Instant {
  const days = span.unit === 'd' || span.unit === 'wd';
  const from = days ? (new Date(Date.parse(moment) - 1).toISOString() as Instant) : moment;
  return dueAt(from, span, calendar).at;
}

/** The moments of an open step that have not been noticed yet. A step whose clock stands still has none. */
export function openMoments(
  definition: Definition,
  state: CaseState,
  step: AskingStep,
  calendar: Calendar,
): readonly Moment[] {
  const present = state.steps[step.id];
  if (present?.due === undefined || present.status !== 'open' || present.stopped !== undefined) return [];
  const all = momentsOf(present.due.at, remindedByDuty(definition, state, step) ? silent(step) : step, calendar);
  return all.filter((moment) => !isNoticed(moment, present));
}

/** A moment of a deadline beside the step's own; here `level` counts all moments, reminders included. */
export type SideMoment = Moment & { readonly due: Instant; readonly level: number };

/** The moments of those who are asked first at a step, while its own clock stands still. */
export function askedFirstMoments(step: AskingStep, present: StepState, calendar: Calendar): readonly SideMoment[] {
  const { asked, at: since, noticed = 0 } = present.stopped ?? {};
  if (asked === undefined || since === undefined || present.status !== 'open') return [];
  return momentsOf(asked.at, step, calendar)
    .map((moment, index) => ({ ...moment, due: asked.at, level: index + 1, isReminder: moment.level === undefined }))
    .filter(({ level, at, isReminder }) => level > noticed && !(isReminder && at <= since));
}

function isNoticed({ at, level, n }: Moment, { late, reminded, counted, since }: StepState): boolean {
  if (level !== undefined) return level <= late;
  return (n ?? 0) <= reminded || at <= (counted?.from ?? since);
}

/** The people of a duty that was not handed in are reminded by the duty's own rules. */
const remindedByDuty = (definition: Definition, { duty, rounds }: CaseState, { id }: AskingStep): boolean =>
  duty !== undefined && definition.duty !== undefined && id === firstStep(definition).id && (rounds[id] ?? 0) <= 1;

const silent = ({ overdue }: AskingStep): Actions => ({
  remind: [],
  overdue: overdue.map((action) => ({ ...action, remind: false })),
});
