import type { CivilDate } from '../shared/brand.ts';
import { addDays, lastDayOfMonth } from '../shared/civil-date.ts';
import type { LoopArrow } from './loop-plan.ts';

/**
 * - still: nothing has ended that could go on
 * - closed: what has ended has gone on
 * - waiting: not all of it has, but there is time
 * - broken: what has ended has not gone on in its time
 */
export type ArrowState = 'still' | 'closed' | 'waiting' | 'broken';

/** How many cases that carry an arrow were completed in a month, and how many of them have a successor. */
export type ArrowCounts = { readonly month: string; readonly ended: number; readonly followed: number };

export type JudgedArrow = {
  readonly state: ArrowState;
  readonly ended: number;
  readonly followed: number;
  /** Without a successor, but in time. */
  readonly waiting: number;
  /** Without a successor after their time; of these each is missing one when the arrow goes on always. */
  readonly left: number;
};

/** The last day on which cases that ended in a month may still get a successor. */
export const lastDayWithin = (month: string, within: number): CivilDate =>
  addDays(lastDayOfMonth(`${month}-01` as CivilDate), within);

/** How an arrow stands at the end of a day. */
export function judgeArrow(
  { always }: Pick<LoopArrow, 'always'>,
  counts: readonly ArrowCounts[],
  { day, within }: { readonly day: CivilDate; readonly within: number },
): JudgedArrow {
  const over = counts.filter(({ month }) => lastDayWithin(month, within) < day);
  const ended = total(counts, (each) => each.ended);
  const followed = total(counts, (each) => each.followed);
  const left = total(over, (each) => each.ended - each.followed);
  const waiting = ended - followed - left;
  const state = stateOf(always, { ended, followed, waiting, left });
  return { state, ended, followed, waiting, left };
}

function stateOf(always: boolean, { ended, followed, waiting, left }: Omit<JudgedArrow, 'state'>): ArrowState {
  if (ended === 0) return 'still';
  const missing = always || followed === 0;
  if (missing && left > 0) return 'broken';
  return missing && waiting > 0 ? 'waiting' : 'closed';
}

const total = (counts: readonly ArrowCounts[], of: (each: ArrowCounts) => number): number =>
  counts.reduce((sum, each) => sum + Math.max(0, of(each)), 0);
