import { type SQL, sql } from 'drizzle-orm';
import { type BoardSums, type CivilDate, dayNumber, type Sum } from '#engine';
import { rows, type Statement, type Store } from './database.ts';

/** How many cases are in each group. */
export type GroupCounts = ReadonlyMap<string, number>;
/** A range of groups, by how they are written: from the first up to, but without, the second. */
export type GroupRange = { readonly from: string; readonly before: string };
type Counted = { readonly grp: string; readonly n: number };

/** The groups whose first key is a month from the first to the last of these. */
export const groupsOfMonths = (months: readonly string[]): GroupRange => ({
  from: `["${months[0] ?? ''}"`,
  before: `["${months.at(-1) ?? ''}"~`,
});

/** The groups whose first key is missing. */
export const GROUPS_WITHOUT: GroupRange = { from: '[null', before: '[null~' };

/** What these groups hold now. */
export const countsNow = ({ id }: Sum, { from, before }: GroupRange): Statement<Counted> =>
  rows(sql`
    SELECT t.grp, t.n FROM sums s
      CROSS JOIN sum_totals t ON t.sum = s.key AND t.bucket = '' AND t.grp >= ${from} AND t.grp < ${before}
    WHERE s.id = ${id} AND s.wanted = 1 AND t.n <> 0`);

/** How many years back a case that is open can have been started. */
const YEARS = 30;

/** What they held at the end of a day: at most one row a group for each year, month and day that is added up. */
export const countsAt = ({ id }: Sum, { from, before }: GroupRange, day: CivilDate): Statement<Counted> =>
  rows(sql`
    SELECT t.grp, sum(t.n) AS n FROM json_each(${JSON.stringify(bucketsBefore(day))}) b CROSS JOIN sums s ON s.id = ${id}
      CROSS JOIN sum_totals t ON t.sum = s.key AND t.bucket = b.value AND t.grp >= ${from} AND t.grp < ${before}
    WHERE s.wanted = 1 GROUP BY t.grp HAVING sum(t.n) <> 0`);

function bucketsBefore(day: CivilDate): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const two = (n: number) => String(n).padStart(2, '0');
  return [
    ...Array.from({ length: YEARS }, (_, at) => `y${Number(year) - YEARS + at}`),
    ...Array.from({ length: Number(month) - 1 }, (_, at) => `m${year}-${two(at + 1)}`),
    ...Array.from({ length: Number(date) }, (_, at) => `d${year}-${month}-${two(at + 1)}`),
  ];
}

export const countsOf = (found: readonly Counted[]): GroupCounts => new Map(found.map(({ grp, n }) => [grp, n]));

/** What was added to a group on each day of a month, up to a day: what its cases were counted on. */
export const countsByDay = ({ id }: Sum, group: string, until: CivilDate): Statement<{ day: CivilDate; n: number }> =>
  rows(sql`
    SELECT substr(b.value, 2) AS day, t.n FROM json_each(${JSON.stringify(daysOfMonth(until))}) b
      CROSS JOIN sums s ON s.id = ${id} AND s.wanted = 1
      CROSS JOIN sum_totals t ON t.sum = s.key AND t.bucket = b.value AND t.grp = ${group}
    ORDER BY b.key`);

const daysOfMonth = (until: CivilDate): readonly string[] =>
  bucketsBefore(until).filter((bucket) => bucket.startsWith('d'));

/** Where a list of cases goes on: after this one of its group. */
export type BoardPlace = readonly [group: string, since: number, subject: string];
export type BoardMember = { readonly subject: string; readonly place: BoardPlace };

/** Which cases are listed: those of these groups at the end of a day that nothing came of. */
export type BoardWanted = {
  readonly sum: Sum;
  readonly groups: readonly string[];
  readonly day: CivilDate;
  /** Without those that have started a case of this process. */
  readonly without?: { readonly followed: BoardSums['followed']; readonly to: string };
  /** Only those that came into their group after this day. */
  readonly after?: CivilDate;
};

/** Cases that are looked at before a page is given as it is. */
const MOST_LOOKED_AT = 1000;

/** One page of cases of these groups, first ones first; `next` where there may be more. */
export async function boardMembers(
  store: Store,
  wanted: BoardWanted,
  start: BoardPlace | undefined,
  most: number,
): Promise<{ readonly members: readonly BoardMember[]; readonly next: BoardPlace | undefined }> {
  const groups = wanted.groups.toSorted().filter((group) => start === undefined || group >= start[0]);
  const members: BoardMember[] = [];
  let looked = 0;
  for (const group of groups) {
    const place: BoardPlace = start?.[0] === group ? start : [group, -1, ''];
    const found = await store.all(lookInto(wanted, place));
    looked += found.length;
    for (const { subject, since, counts } of found) {
      const here: BoardPlace = [group, since, subject];
      if (counts === 1) members.push({ subject, place: here });
      if (members.length === most) return { members, next: here };
    }
    const last = found.at(-1);
    if (last && looked >= MOST_LOOKED_AT) return { members, next: [group, last.since, last.subject] };
  }
  return { members, next: undefined };
}

/** The members of one group in their order; `counts` tells whether each is wanted. */
function lookInto({ sum, day, without, after }: BoardWanted, [group, since, subject]: BoardPlace) {
  const number = dayNumber(day);
  const counts =
    without === undefined
      ? sql`m.since > ${after === undefined ? -1 : dayNumber(after)}`
      : sql`NOT EXISTS (
          SELECT 1 FROM sums f CROSS JOIN sum_members x ON x.sum = f.key AND x.subject = m.subject || ${` ${without.to}`}
          WHERE f.id = ${without.followed.id} AND f.wanted = 1
            AND x.since <= ${number} AND (x.until IS NULL OR x.until >= ${number}))`;
  const then = (isThere: SQL) => sql`
    SELECT m.subject, m.since, ${counts} AS counts FROM sums s CROSS JOIN sum_members m ON m.sum = s.key
    WHERE s.id = ${sum.id} AND s.wanted = 1 AND m.grp = ${group} AND ${isThere} AND m.since <= ${number}
      AND (m.since, m.subject) > (${since}, ${subject})`;
  return rows<{ subject: string; since: number; counts: number }>(sql`
    ${then(sql`m.until IS NULL`)} UNION ALL ${then(sql`m.until IS NOT NULL AND m.until >= ${number}`)}
    ORDER BY 2, 1 LIMIT ${MOST_LOOKED_AT}`);
}
