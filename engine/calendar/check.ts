import type { CivilDate } from '../shared/brand.ts';
import { monthOf, parseCivilDate, weekday, yearOf } from '../shared/civil-date.ts';
import type { CalendarDocument, CalendarYearEntry } from './document.ts';

export type CalendarIssueCode =
  | 'no-such-date'
  | 'dates-reversed'
  | 'outside-year'
  | 'make-up-on-weekday'
  | 'make-up-in-holiday'
  | 'hours-out-of-order';

/** One finding. `path` leads to the value in the document; `params` fill the sentence that the reader's language has. */
export type CalendarIssue = {
  readonly code: CalendarIssueCode;
  readonly severity: 'error';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
};

type Path = CalendarIssue['path'];
type Dated = { readonly date: CivilDate; readonly path: Path };

/** Judges what a schema cannot: that days exist, lie in order and in their year, and that make-up days are weekends. */
export function checkCalendar(document: CalendarDocument): readonly CalendarIssue[] {
  return [
    ...checkHours(document),
    ...Object.entries(document.years).flatMap(([year, entry]) => checkYear(year, entry, ['years', year])),
  ];
}

function checkHours({ hours }: CalendarDocument): CalendarIssue[] {
  return hours.flatMap(([from = '', to = ''], at) => {
    const before = hours[at - 1]?.[1] ?? '00:00';
    return before <= from && from < to ? [] : [issue('hours-out-of-order', ['hours', at], { from, to })];
  });
}

function checkYear(year: string, { off, on }: CalendarYearEntry, path: Path): CalendarIssue[] {
  const issues: CalendarIssue[] = [];
  const read = (text: string, at: Path): Dated[] => {
    const date = parseCivilDate(text);
    if (date === undefined) issues.push(issue('no-such-date', at, { date: text }));
    else if (!isNear(year, date)) issues.push(issue('outside-year', at, { date, year }));
    return date === undefined ? [] : [{ date, path: at }];
  };
  const ranges = off.flatMap((holiday, at) => {
    const [from] = read(holiday.from, [...path, 'off', at, 'from']);
    const [to] = read(holiday.to, [...path, 'off', at, 'to']);
    return from && to ? [{ from, to }] : [];
  });
  const makeUps = on.flatMap((day, at) => read(day.date, [...path, 'on', at, 'date']));

  for (const { from, to } of ranges) {
    if (to.date < from.date) issues.push(issue('dates-reversed', to.path, { from: from.date, to: to.date }));
  }
  for (const { date, path: at } of makeUps) {
    if (weekday(date) <= 5) issues.push(issue('make-up-on-weekday', at, { date }));
    const isOff = ranges.some(({ from, to }) => from.date <= date && date <= to.date);
    if (isOff) issues.push(issue('make-up-in-holiday', at, { date }));
  }
  return issues;
}

/** New Year may reach into December of the year before (the holiday of 2023 began on 2022-12-31), or its make-up days. */
function isNear(year: string, date: CivilDate): boolean {
  const months = (yearOf(date) - Number(year)) * 12 + monthOf(date);
  return months >= 0 && months <= 13;
}

function issue(code: CalendarIssueCode, path: Path, params: Readonly<Record<string, string>>): CalendarIssue {
  return { code, severity: 'error', path, params };
}
