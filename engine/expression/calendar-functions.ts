import { addWorkingDays, type Calendar, isWorkingDay, MOST_DAYS, workingDaysBetween } from '../calendar/calendar.ts';
import { isCivilDate } from '../shared/civil-date.ts';
import { type Call, dateArgument, exactly, integerArgument, type Rule, result } from './call.ts';
import type { Frame } from './frame.ts';
import { recordRead, refuse } from './term.ts';
import { DATE, INTEGER } from './type.ts';

/** The root under which formulas get the calendar of their process; no name that can be written in an expression. */
export const CALENDAR = '@calendar';

/** Refused where no calendar is known: in ledgers, sums, decision tables and reports. */
function withCalendar(call: Call): boolean {
  const { compilation, name, span } = call;
  if (Object.hasOwn(compilation.scope, CALENDAR)) {
    recordRead(compilation, [CALENDAR]);
    return true;
  }
  refuse(compilation, 'not-allowed', { what: name }, span);
  return false;
}

const calendarOf = ({ values }: Frame): Calendar | undefined => values[CALENDAR] as Calendar | undefined;

/** Working days from the first date through the second, both counted; 0 when the second is earlier. */
const workdays: Rule = (call) => {
  const [first, second] = exactly(call, 2) ?? [];
  const from = first && dateArgument(call, first);
  const to = second && dateArgument(call, second);
  if (!from || !to || !withCalendar(call)) return undefined;
  return result(call, INTEGER, (frame) => {
    const [start, end] = [from.run(frame), to.run(frame)];
    const calendar = calendarOf(frame);
    if (!isCivilDate(start) || !isCivilDate(end) || calendar === undefined) return null;
    return end < start ? 0 : workingDaysBetween(start, end, calendar) + (isWorkingDay(start, calendar) ? 1 : 0);
  });
};

/** The working day so many working days after a date, or before it; missing beyond 2,500. */
const addWorkdays: Rule = (call) => {
  const [first, second] = exactly(call, 2) ?? [];
  const date = first && dateArgument(call, first);
  const count = second && integerArgument(call, second);
  if (!date || !count || !withCalendar(call)) return undefined;
  return result(call, DATE, (frame) => {
    const [start, added] = [date.run(frame), count.run(frame)];
    const calendar = calendarOf(frame);
    if (!isCivilDate(start) || typeof added !== 'number' || Math.abs(added) > MOST_DAYS) return null;
    return calendar === undefined ? null : addWorkingDays(start, added, calendar);
  });
};

export const CALENDAR_FUNCTIONS: Readonly<Record<string, Rule>> = { workdays, addWorkdays };
