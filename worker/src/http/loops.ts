import {
  COMPLETED,
  endedGroup,
  type LoopArrow,
  type LoopPlan,
  lastDayWithin,
  OPEN_MONTH,
  type Sum,
  startedGroup,
} from '#engine';
import type { BoardArrow, BoardNamed, LoopBoard } from '../../../schemas/generated/api.ts';
import type { Words } from '../../../schemas/generated/common.ts';
import { lastStarts, readBoard } from '../cases/board-counts.ts';
import { type ArrowOnBoard, judgeBoard } from '../cases/loop-board.ts';
import { presentBook } from '../cases/present-book.ts';
import { boardMembers } from '../store/board-reads.ts';
import { type MemberPlace, membersOf } from '../store/sum-members.ts';
import type { Visit } from '../store/visit.ts';
import { BOARD_LOOK, dayOf, frameOf, type Looking, lookingAtBoard } from './board-look.ts';
import { boardRows } from './board-rows.ts';
import { fromCursor, limitOf } from './cursor.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

const NO_STAGE = { started: 0, ended: 0, open: 0 };
const PAGE = { cursor: { maxLength: 2000 }, limit: {} } as const;

const read = route({
  method: 'GET',
  path: '/api/loops',
  access: 'person',
  query: BOARD_LOOK,
  answer: { status: 200, schema: 'loopBoard' },
  refuses: ['not-found'],
  async handle(call) {
    const { store } = call;
    const looking = await lookingAtBoard(call, ['loops']);
    const { who, look } = looking;
    const { loops } = await presentBook(store, who.workspace);
    const counts = await readBoard(store, look);
    const judged = counts && (await judgeBoard(store, look, loops, counts));
    const view: LoopBoard = {
      ...frameOf(looking, counts === undefined),
      loops: loops.map(({ walks, ...loop }, at) => ({
        ...loop,
        broken: brokenIn((judged?.[at] ?? []).flat()),
        walks: walks.map(({ stages, arrows }, walk) => ({
          stages: stages.map((id) => ({ ...processNamed(id, who), ...(counts?.stage(id) ?? NO_STAGE) })),
          arrows: (judged?.[at]?.[walk] ?? arrows.map(unjudged)).map((arrow) => arrowView(arrow, who)),
        })),
      })),
    };
    return json(view);
  },
});

/** The cases that went along an arrow and have no successor, among those whose time is over. */
const readMissing = route({
  method: 'GET',
  path: '/api/loops/{id}/cases',
  access: 'person',
  query: { ...BOARD_LOOK, ...PAGE, from: { required: true }, to: { required: true } },
  answer: { status: 200, schema: 'reportRowPage' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, query, now, path } = call;
    const looking = await lookingAtBoard(call, ['loops']);
    const { look } = looking;
    const { loops } = await presentBook(store, looking.who.workspace);
    const loop = loops.find(({ id }) => id === path.id);
    const arrow = loop && arrowIn(loop, query.from ?? '', query.to ?? '');
    const counts = arrow && (await readBoard(store, look));
    if (loop === undefined || arrow === undefined || counts === undefined) throw new ProblemError('not-found');
    const day = dayOf(look);
    const over = look.months.filter((month) => lastDayWithin(month, loop.within) < day);
    const groups = over.flatMap((month) => arrow.carriers.map((process) => endedGroup(month, process, COMPLETED)));
    const last = (await lastStarts(store, look, counts, [arrow.to])).get(arrow.to);
    const followed = { followed: look.sums.followed, to: arrow.to };
    const without = arrow.kind === 'start' ? { without: followed } : last === undefined ? {} : { after: last };
    const place = query.cursor === undefined ? undefined : fromCursor(query.cursor, ['', 0, ''] as const);
    const wanted = { sum: look.sums.ended, groups, day, ...without };
    const { members, next } = await boardMembers(store, wanted, place, limitOf(query.limit));
    return json(await boardRows(store, looking, { subjects: members.map(({ subject }) => subject), next, now }));
  },
});

/** The cases of a process that were started or ended in the period, or are open at its end. */
const readStage = route({
  method: 'GET',
  path: '/api/board-cases',
  access: 'person',
  query: {
    ...BOARD_LOOK,
    ...PAGE,
    process: { required: true },
    which: { required: true, enum: ['started', 'ended', 'open'] },
  },
  answer: { status: 200, schema: 'reportRowPage' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, query, now } = call;
    const looking = await lookingAtBoard(call, ['loops', 'clauses']);
    const { sum, groups } = stageGroups(looking, query.process ?? '', query.which ?? '');
    const after: MemberPlace | undefined =
      query.cursor === undefined ? undefined : fromCursor(query.cursor, ['', 0, 0, ''] as const);
    const most = limitOf(query.limit);
    const found = await membersOf(store, { sum, groups, day: looking.look.day, after, most: most + 1 });
    const members = found.slice(0, most);
    const next = found.length > most ? members.at(-1)?.place : undefined;
    return json(await boardRows(store, looking, { subjects: members.map(({ subject }) => subject), next, now }));
  },
});

export const loopRoutes: readonly Route[] = [read, readMissing, readStage];

const ENDED = ['completed', 'rejected', 'withdrawn', 'cancelled', 'revoked'] as const;

function stageGroups(
  { look }: Looking,
  process: string,
  which: string,
): { readonly sum: Sum; readonly groups: readonly string[] } {
  const { sums, months } = look;
  if (which === 'open') return { sum: sums.ended, groups: [endedGroup(OPEN_MONTH, process, 'open')] };
  if (which === 'started') return { sum: sums.started, groups: months.map((month) => startedGroup(month, process)) };
  const groups = months.flatMap((month) => ENDED.map((status) => endedGroup(month, process, status)));
  return { sum: sums.ended, groups };
}

const arrowIn = ({ walks }: LoopPlan, from: string, to: string): LoopArrow | undefined =>
  walks.flatMap(({ arrows }) => arrows).find((arrow) => arrow.from === from && arrow.to === to);

/** Walks of a loop may share a way: it counts once. */
const brokenIn = (arrows: readonly ArrowOnBoard[]): number =>
  new Set(arrows.flatMap(({ state, from, to }) => (state === 'broken' ? [`${from} ${to}`] : []))).size;

const unjudged = (arrow: LoopArrow): ArrowOnBoard => ({
  ...arrow,
  state: 'still',
  ended: 0,
  followed: 0,
  waiting: 0,
  left: 0,
});

const processNamed = (id: string, { workspace }: Visit): BoardNamed => ({
  id,
  title: workspace.processes[id]?.title ?? id,
});

function arrowView({ carriers, ledgers, from, when, ...arrow }: ArrowOnBoard, who: Visit): BoardArrow {
  const titleOf = (id: string): Words => who.workspace.documents.ledgers[id]?.title ?? id;
  return {
    from,
    ...arrow,
    when,
    carriers: carriers.filter((id) => id !== from || carriers.length > 1).map((id) => processNamed(id, who)),
    through: ledgers.map((id) => ({ id, title: titleOf(id) })),
  };
}
