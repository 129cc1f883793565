import type { Over } from '../../schemas/generated/report.ts';
import { groupBy } from '../form/group-by.ts';
import type { CivilDate } from '../shared/brand.ts';
import { addDays, addMonths, lastDayOfMonth, monthOf, yearOf } from '../shared/civil-date.ts';
import { type Bucket, type BucketRange, bucketsUntil } from '../sums/days.ts';
import type { StoredTotal } from '../sums/sum.ts';
import type { StoredGroup } from './read-part.ts';

/** A period of a trend: its name, and the day at whose end it is looked at. */
export type TrendPeriod = { readonly id: string; readonly end: CivilDate };

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The last periods up to a day, oldest first; the last one ends with that day. One more before them for changes. */
export function trendPeriods({ every, last, change }: Over, today: CivilDate): readonly TrendPeriod[] {
  const step = MONTHS[every];
  const month = Math.floor((monthOf(today) - 1) / step) * step + 1;
  const first = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as CivilDate;
  const wanted = last + (change ? 1 : 0);
  return Array.from({ length: wanted }, (_, at) => {
    const start = addMonths(first, (at - wanted + 1) * step) ?? first;
    const end = addDays(addMonths(start, step) ?? start, -1);
    return { id: nameOf(every, start), end: at === wanted - 1 ? today : end };
  });
}

function nameOf(every: Over['every'], start: CivilDate): string {
  if (every === 'year') return String(yearOf(start));
  return every === 'month' ? start.slice(0, 7) : `${yearOf(start)}-Q${Math.ceil(monthOf(start) / 3)}`;
}

/** What was added to a group in a bucket: a year before the trend, a month of it, or a day of its last month. */
export type BucketTotal = StoredGroup & { readonly bucket: Bucket };

/** Buckets that hold all that is needed for the totals at the ends of periods. */
export function bucketsOfTrend(periods: readonly TrendPeriod[], today: CivilDate): readonly BucketRange[] {
  const first = periods[0]?.end ?? today;
  const [, months, days] = bucketsUntil(today);
  return [
    { from: 'y', before: `y${first.slice(0, 4)}` },
    { from: `m${first.slice(0, 4)}`, before: months?.before ?? 'm' },
    ...(days ? [days] : []),
  ];
}

/** The totals at the end of each period, or what was added in each but the first. */
export function totalsAtEnds(
  periods: readonly TrendPeriod[],
  totals: readonly BucketTotal[],
  change: boolean,
): readonly (readonly StoredGroup[])[] {
  const byGroup = groupBy(totals, ({ group }) => group);
  const ends = periods.map(({ end }) =>
    [...byGroup].map(([group, parts]) => ({ group, ...added(parts.filter(({ bucket }) => isUntil(bucket, end))) })),
  );
  if (!change) return ends;
  return ends.slice(1).map((groups, at) =>
    groups.map((now, index) => {
      const before = ends[at]?.[index];
      return { group: now.group, n: now.n - (before?.n ?? 0), v: now.v.map((units, v) => minus(units, before?.v[v])) };
    }),
  );
}

const minus = (left: string, right = '0'): string => String(BigInt(left) - BigInt(right));

/** A month counts once it is over, its days until then. */
function isUntil(bucket: Bucket, end: CivilDate): boolean {
  const name = bucket.slice(1);
  if (bucket.startsWith('y')) return true;
  return bucket.startsWith('d') ? name <= end : lastDayOfMonth(`${name}-01` as CivilDate) <= end;
}

function added(parts: readonly StoredTotal[]): StoredTotal {
  const [first] = parts;
  return {
    n: parts.reduce((sum, { n }) => sum + n, 0),
    v: (first?.v ?? []).map((_, at) => String(parts.reduce((sum, { v }) => sum + BigInt(v[at] ?? '0'), 0n))),
  };
}
