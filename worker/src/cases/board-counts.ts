import {
  type BoardSums,
  type CivilDate,
  COMPLETED,
  endedGroup,
  followedGroup,
  OPEN_MONTH,
  startedGroup,
  valuesOf,
} from '#engine';
import {
  countsAt,
  countsByDay,
  countsNow,
  countsOf,
  GROUPS_WITHOUT,
  type GroupCounts,
  type GroupRange,
  groupsOfMonths,
} from '../store/board-reads.ts';
import type { Store } from '../store/database.ts';
import { unfilled } from '../store/sum-reads.ts';

/** At what a board is looked at: months, and the day at whose end; undefined for now. */
export type BoardLook = {
  readonly sums: BoardSums;
  readonly months: readonly string[];
  readonly today: CivilDate;
  readonly day: CivilDate | undefined;
};

/** How many cases of a process were started and ended in the period, and are open at its end. */
export type StageCounts = { readonly started: number; readonly ended: number; readonly open: number };

/** What the sums hold of a period. All that is read is one look at each of them. */
export type BoardCounts = {
  stage(process: string): StageCounts;
  completed(process: string, month: string): number;
  /** Of those completed: which have started a case of another process. */
  followed(process: string, to: string, month: string): number;
  /** The last month of the period in which a case of the process was started. */
  lastStart(process: string): string | undefined;
};

/** Undefined while the sums are still being filled from history. */
export async function readBoard(store: Store, { sums, months, day }: BoardLook): Promise<BoardCounts | undefined> {
  const all = Object.values(sums);
  const range = groupsOfMonths(months);
  const look = (sum: BoardSums['started'], groups: GroupRange) =>
    day === undefined ? countsNow(sum, groups) : countsAt(sum, groups, day);
  const [filling, found] = await Promise.all([
    unfilled(store, all),
    store.batch([
      look(sums.started, range),
      look(sums.ended, range),
      look(sums.ended, GROUPS_WITHOUT),
      look(sums.followed, range),
    ]),
  ]);
  if (all.some(({ id }) => filling.has(id))) return undefined;
  const [started, ended, open, followed] = found.map(countsOf);
  return boardCounts(months, { started, ended, open, followed });
}

type Found = Readonly<Record<'started' | 'ended' | 'open' | 'followed', GroupCounts | undefined>>;

function boardCounts(months: readonly string[], { started, ended, open, followed }: Found): BoardCounts {
  const endedOf = new Map<string, number>();
  for (const [group, n] of ended ?? []) {
    const process = String(valuesOf(group)[1]);
    endedOf.set(process, n + (endedOf.get(process) ?? 0));
  }
  const startedIn = (process: string, month: string) => started?.get(startedGroup(month, process)) ?? 0;
  return {
    stage: (process) => ({
      started: months.reduce((sum, month) => sum + startedIn(process, month), 0),
      ended: endedOf.get(process) ?? 0,
      open: open?.get(endedGroup(OPEN_MONTH, process, 'open')) ?? 0,
    }),
    completed: (process, month) => ended?.get(endedGroup(month, process, COMPLETED)) ?? 0,
    followed: (process, to, month) => followed?.get(followedGroup(month, process, to)) ?? 0,
    lastStart: (process) => months.findLast((month) => startedIn(process, month) > 0),
  };
}

/** The last day of the period on which a case of each of these processes was started, where there is one. */
export async function lastStarts(
  store: Store,
  { sums, today, day }: BoardLook,
  counts: BoardCounts,
  processes: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  const wanted = processes.flatMap((process) => {
    const month = counts.lastStart(process);
    return month === undefined ? [] : [{ process, month }];
  });
  const found = await dayByDay(
    store,
    wanted.map(({ process, month }) =>
      countsByDay(sums.started, startedGroup(month, process), lastDayAt(month, day ?? today)),
    ),
  );
  return new Map(
    wanted.flatMap(({ process }, at) => {
      const last = found[at]?.findLast(({ n }) => n > 0)?.day;
      return last === undefined ? [] : [[process, last] as const];
    }),
  );
}

/** A process and a day of the period. */
export type ProcessDay = { readonly process: string; readonly day: CivilDate };

/** Of the cases that were completed in the month of a day: how many by the end of that day. In the order of these. */
export async function completedUntil(
  store: Store,
  { sums }: BoardLook,
  wanted: readonly ProcessDay[],
): Promise<readonly number[]> {
  const found = await dayByDay(
    store,
    wanted.map(({ process, day }) => countsByDay(sums.ended, endedGroup(day.slice(0, 7), process, COMPLETED), day)),
  );
  return found.map((days) => days.reduce((sum, { n }) => sum + n, 0));
}

const dayByDay = async (store: Store, statements: readonly ReturnType<typeof countsByDay>[]) =>
  statements.length === 0 ? [] : store.batch(statements);

/** The end of a month, or the day that is looked at when it lies in that month. */
const lastDayAt = (month: string, day: CivilDate): CivilDate =>
  month === day.slice(0, 7) ? day : (`${month}-31` as CivilDate);
