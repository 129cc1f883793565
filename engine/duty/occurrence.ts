import type { Calendar, Due } from '../calendar/index.ts';
import type { DutyCause } from '../case/events.ts';
import type { CivilDate, Instant } from '../shared/brand.ts';
import { addDays, civilDateOf } from '../shared/civil-date.ts';
import type { Duty } from './duty.ts';
import { type Period, periodsBetween } from './period.ts';
import { MOST_SHIFT, momentOf } from './point.ts';
import type { DutySubject } from './subjects.ts';

/** One period of a duty, with its moments. */
export type DutyPeriod = Period & {
  readonly opens: Instant;
  readonly due: Due;
  readonly closes?: Instant;
};

/** What one subject owes for one period. */
export type Occurrence = DutySubject & { readonly period: DutyPeriod };

/** As many days as 100 working days, and the longest period beside it, can be away. */
const REACH = MOST_SHIFT * 2 + 366;

/** The moments of one period. */
function dutyPeriod(duty: Duty, period: Period, calendar: Calendar): DutyPeriod {
  return {
    ...period,
    opens: momentOf(duty.open, period, 'beginning', calendar).at,
    due: momentOf(duty.due, period, 'end', calendar),
    ...(duty.close ? { closes: momentOf(duty.close, period, 'end', calendar).at } : {}),
  };
}

/** Periods that share a day with these two, both included. */
export const dutyPeriods = (duty: Duty, from: CivilDate, to: CivilDate, calendar: Calendar): readonly DutyPeriod[] =>
  periodsBetween(from, to, duty.every).map((period) => dutyPeriod(duty, period, calendar));

/**
 * The periods that have to be opened by now: those that opened after `after` and, for a version that is new since
 * `published`, the one that was under way and not yet due then. So a duty never reaches further back than that.
 */
export function periodsToOpen(
  duty: Duty,
  since: { readonly after: Instant; readonly published?: Instant },
  now: Instant,
  calendar: Calendar,
): readonly DutyPeriod[] {
  const { after, published } = since;
  const earliest = published !== undefined && published < after ? published : after;
  return around(duty, earliest, now, calendar).filter(({ opens, due }) => {
    if (opens > now) return false;
    return opens > after || (published !== undefined && opens <= published && due.at > published);
  });
}

/** The next period to open, strictly after a moment. */
export function nextPeriod(duty: Duty, after: Instant, calendar: Calendar): DutyPeriod {
  const [next] = around(duty, after, after, calendar)
    .filter(({ opens }) => opens > after)
    .sort((a, b) => (a.opens < b.opens ? -1 : 1));
  if (next === undefined) throw new RangeError('a duty opens at least once in its reach');
  return next;
}

export const nextOpening = (duty: Duty, after: Instant, calendar: Calendar): Instant =>
  nextPeriod(duty, after, calendar).opens;

const around = (duty: Duty, from: Instant, to: Instant, calendar: Calendar): readonly DutyPeriod[] =>
  dutyPeriods(
    duty,
    addDays(civilDateOf(from, calendar.offset), 0 - REACH),
    addDays(civilDateOf(to, calendar.offset), REACH),
    calendar,
  );

/** What every subject owes for these periods, in the order of opening. */
export const occurrencesOf = (
  periods: readonly DutyPeriod[],
  subjects: readonly DutySubject[],
): readonly Occurrence[] => periods.flatMap((period) => subjects.map((subject) => ({ ...subject, period })));

/** What the case of an occurrence records of it. */
export const causeOf = ({ period, subject }: Occurrence): DutyCause => ({
  period: period.id,
  from: period.first,
  subject,
  due: period.due,
  ...(period.closes === undefined ? {} : { closes: period.closes }),
});

/** The same for ever: a second opening is recognised by it. */
export const occurrenceId = (process: string, period: string, subject: string): string =>
  `duty:${process}:${period}:${subject}`;
