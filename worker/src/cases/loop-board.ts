import { type ArrowCounts, type CivilDate, type JudgedArrow, judgeArrow, type LoopArrow, type LoopPlan } from '#engine';
import type { Store } from '../store/database.ts';
import { type BoardCounts, type BoardLook, completedUntil, lastStarts, type ProcessDay } from './board-counts.ts';

export type ArrowOnBoard = LoopArrow & JudgedArrow;

/** How every arrow of some loops stands, by loop, walk and place. */
export async function judgeBoard(
  store: Store,
  look: BoardLook,
  loops: readonly LoopPlan[],
  counts: BoardCounts,
): Promise<readonly (readonly (readonly ArrowOnBoard[])[])[]> {
  const arrows = loops.flatMap(({ walks }) => walks.flatMap((walk) => walk.arrows));
  const gone = await goneOn(store, look, counts, arrows);
  const day = look.day ?? look.today;
  return loops.map(({ walks, within }) =>
    walks.map((walk) =>
      walk.arrows.map((arrow) => ({
        ...arrow,
        ...judgeArrow(arrow, countsAlong(arrow, look.months, counts, gone), { day, within }),
      })),
    ),
  );
}

/** Of the cases of a process that were completed in a month: how many have gone on along an arrow. */
type GoneOn = (arrow: LoopArrow, process: string, month: string) => number;

async function goneOn(
  store: Store,
  look: BoardLook,
  counts: BoardCounts,
  arrows: readonly LoopArrow[],
): Promise<GoneOn> {
  const fed = arrows.filter(({ kind }) => kind === 'feed');
  const lasts = await lastStarts(store, look, counts, [...new Set(fed.map(({ to }) => to))]);
  const days = new Map<string, ProcessDay>();
  for (const { to, carriers } of fed) {
    const day = lasts.get(to);
    if (day) for (const process of carriers) days.set(nameOf(process, day), { process, day });
  }
  const until = await completedUntil(store, look, [...days.values()]);
  const untilDay = new Map([...days.keys()].map((name, at) => [name, until[at] ?? 0]));
  return ({ kind, to }, process, month) => {
    if (kind === 'start') return counts.followed(process, to, month);
    const last = lasts.get(to);
    const completed = counts.completed(process, month);
    if (last === undefined || month > last.slice(0, 7)) return 0;
    return month < last.slice(0, 7) ? completed : Math.min(completed, untilDay.get(nameOf(process, last)) ?? 0);
  };
}

const nameOf = (process: string, day: CivilDate): string => `${process} ${day}`;

/** What was completed along an arrow month by month, and how much of it has gone on. */
const countsAlong = (
  arrow: LoopArrow,
  months: readonly string[],
  counts: BoardCounts,
  gone: GoneOn,
): readonly ArrowCounts[] =>
  months.map((month) => ({
    month,
    ended: arrow.carriers.reduce((sum, process) => sum + counts.completed(process, month), 0),
    followed: arrow.carriers.reduce((sum, process) => sum + gone(arrow, process, month), 0),
  }));
