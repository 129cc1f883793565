import { sql } from 'drizzle-orm';
import { type Absence, civilDateOf, type Instant } from '#engine';
import { write } from './database.ts';

/** JSON of absences: [person, proxy, first day, last day, processes]. */
export type AbsenceRow = { readonly absences: string };
type Listed = readonly [Absence['person'], Absence['proxy'], Absence['from'], Absence['until'], string | null];

/** No zone is more than twelve hours behind: a last day before this one is over everywhere. */
const earliestToday = (now: Instant): string => civilDateOf(now, -12 * 60);

/** Keeps with the workspace what is not over and was not called off; goes with every change of an absence. */
export const keepPresentAbsences = (now: Instant) => {
  const present = sql`(
    SELECT json_group_array(json_array(a.person, a.proxy, a.first_day, a.last_day, a.processes) ORDER BY a.id)
    FROM absences a WHERE a.ended_at IS NULL AND a.last_day >= ${earliestToday(now)})`;
  return write(sql`UPDATE workspace SET absences = ${present} WHERE id = 1 AND absences <> ${present}`);
};

const known = new Map<string, readonly Absence[]>();
const MAX_KNOWN = 4;

/** Something with the absences of a row; the same list for the same text. */
export function readAbsences<Into>(
  into: Into,
  { absences }: AbsenceRow,
): Into & { readonly absences: readonly Absence[] } {
  return { ...into, absences: known.get(absences) ?? parsed(absences) };
}

function parsed(text: string): readonly Absence[] {
  const listed: readonly Listed[] = JSON.parse(text);
  const absences = listed.map(([person, proxy, from, until, processes]): Absence => {
    return { person, proxy, from, until, ...(processes !== null && { processes: JSON.parse(processes) }) };
  });
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, absences);
  return absences;
}
