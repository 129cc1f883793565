import type { CivilDate } from '../shared/brand.ts';
import { addDays, dayNumber } from '../shared/civil-date.ts';

/** Where totals are kept: of all times, and of each year, month and day: ``, `y2026`, `m2026-11`, `d2026-11-22`. */
export type Bucket = string;

const yearIn = (day: CivilDate): string => day.slice(0, 4);
const monthIn = (day: CivilDate): string => day.slice(0, 7);

const NOW: Bucket = '';

/** The buckets to which a change of that day is added; only the first for a sum that is kept as it is now. */
export const bucketsOf = (day: CivilDate, dated: boolean): readonly Bucket[] =>
  dated ? [NOW, `y${yearIn(day)}`, `m${monthIn(day)}`, `d${day}`] : [NOW];

/** Buckets from the first up to, but without, the second. */
export type BucketRange = { readonly from: Bucket; readonly before: Bucket };

/**
 * Buckets whose totals together are those at the end of a day: the years before, the months before in its year, and the
 * days up to it in its month. However long the history is, a group has at most one a year, eleven and thirty-one of them.
 */
export const bucketsUntil = (day: CivilDate): readonly BucketRange[] => [
  { from: 'y', before: `y${yearIn(day)}` },
  { from: `m${yearIn(day)}`, before: `m${monthIn(day)}` },
  { from: `d${monthIn(day)}`, before: `d${addDays(day, 1)}` },
];

/** Levels of the tree of days that an interval can hang at: enough for 700 years after 1970. */
const LEVELS = 18;

/**
 * The nodes at which an interval of days can hang that contains this day, in the virtual tree over all days. An interval
 * hangs at the highest node inside it; so those that contain a day are found at one node of each level.
 * Source: Kriegel, Pötke, Seidl, "Managing Intervals Efficiently in Object-Relational Databases" (2000).
 */
export function nodesAround(day: CivilDate): readonly number[] {
  const number = dayNumber(day);
  return Array.from({ length: LEVELS }, (_, level) => {
    const width = 2 ** (level + 1);
    return Math.floor(number / width) * width + 2 ** level;
  });
}
