import type { Calendar } from '../calendar/index.ts';
import type { AskingStep, RowDeadlines } from '../definition/definition.ts';
import { ROW_KEY, type Row, rowsOf, valueAt } from '../form/value.ts';
import type { CivilDate, Instant } from '../shared/brand.ts';
import { addDays, instantOf, parseCivilDate, yearOf } from '../shared/civil-date.ts';
import { type Context, isTrue } from './context.ts';
import { momentsOf, type SideMoment } from './moments.ts';
import type { StepState } from './state.ts';

/** A moment of a row's own deadline. */
export type RowMoment = SideMoment & { readonly row: string };

/**
 * The moments of the rows of an open step that have not been noticed yet. Rows are read as they are now: a row with
 * another date is noticed afresh, one that is done or was removed not at all.
 */
export function openRowMoments(step: AskingStep, state: StepState, context: Context): readonly RowMoment[] {
  const { rows } = step;
  if (rows === undefined || state.status !== 'open') return [];
  return rowsOf(valueAt(context.values, rows.table))
    .filter((row) => rows.open === undefined || isTrue(rows.open, context, row))
    .flatMap((row) => momentsOfRow(row, rows, state, context.facts.calendar));
}

function momentsOfRow(row: Row, rows: RowDeadlines, state: StepState, calendar: Calendar): readonly RowMoment[] {
  const due = endOfDay(row[rows.due], calendar);
  if (due === undefined) return [];
  const id = String(row[ROW_KEY]);
  const noticed = state.rowsDue?.[id] === due ? (state.rowsLate?.[id] ?? 0) : 0;
  return momentsOf(due, rows, calendar)
    .map((moment, index) => ({ ...moment, row: id, due, level: index + 1, isReminder: moment.level === undefined }))
    .filter(({ level, at, isReminder }) => level > noticed && !(isReminder && at <= state.since));
}

/** Dates so near the years 1 and 9999 that a count may leave them are no deadlines. */
function endOfDay(date: unknown, { offset }: Calendar): Instant | undefined {
  const day: CivilDate | undefined = typeof date === 'string' ? parseCivilDate(date) : undefined;
  if (day === undefined || yearOf(day) < 100 || yearOf(day) > 9900) return undefined;
  return instantOf(addDays(day, 1), '00:00', offset);
}
