export { momentBefore, type Span } from './before.ts';
export {
  addWorkingDays,
  type Calendar,
  compileCalendar,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  type WorkingSpan,
  workingDaysBetween,
  type YearStatus,
  yearStatus,
} from './calendar.ts';
export { type CalendarIssue, type CalendarIssueCode, checkCalendar } from './check.ts';
export type { CalendarDocument } from './document.ts';
export { type Due, dueAt } from './due.ts';
export { type Duration, type DurationFault, type DurationUnit, parseDuration } from './duration.ts';
export { type Every, nextOccurrence } from './period.ts';
export { movedDue, type Pause } from './rest.ts';
export { WEEKDAYS, type WeekdayName } from './weekday.ts';
