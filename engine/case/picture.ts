import type { BlockNode, DueView, PictureNode, SeatView, StepNode } from '../../schemas/generated/api.ts';
import type { Due, Duration } from '../calendar/index.ts';
import {
  type AskingStep,
  asks,
  type Block,
  type ChooseBlock,
  type ParallelBlock,
  type Step,
} from '../definition/definition.ts';
import { assign } from './assign.ts';
import type { Context } from './context.ts';
import type { CaseState } from './state.ts';

/** Titles the picture shows of things outside the definition. */
export type Titles = {
  readonly process: (id: string) => StepNode['processTitle'];
  readonly ledger: (id: string) => StepNode['ledgerTitle'];
};

type Scene = {
  readonly context: Context;
  readonly state: CaseState | undefined;
  readonly titles: Titles;
  readonly opinions: boolean;
};

/**
 * The process as a tree of what was done, what is open and what lies ahead, with people, reasons and times. People of
 * steps ahead are those who would be asked if the step were reached now.
 *
 * @param state undefined draws a process that is not started yet.
 * @param opinions whether the viewer may read what was said; people and times are shown to every reader.
 */
export function pictureOf(
  context: Context,
  state: CaseState | undefined,
  titles: Titles,
  opinions: boolean,
): PictureNode[] {
  const scene = { context, state, titles, opinions };
  return context.definition.blocks.map((block) => nodeOf(block, scene, true));
}

function nodeOf(block: Block, scene: Scene, reachable: boolean): PictureNode {
  if (block.kind === 'choose' || block.kind === 'parallel') return blockNode(block, scene, reachable);
  return asks(block) ? askingNode(block, scene, reachable) : effectNode(block, scene, reachable);
}

/** Nothing lies ahead of a case that is over. */
const liesAhead = ({ state }: Scene, reachable: boolean): boolean =>
  reachable && (state === undefined || state.status === 'open');

function blockNode(block: ChooseBlock | ParallelBlock, scene: Scene, reachable: boolean): BlockNode {
  const taken = scene.state?.branches[block.id];
  const ahead = liesAhead(scene, reachable);
  const branches = block.branches.map(({ title, when, blocks }, index) => {
    const state =
      taken === undefined ? (ahead ? 'ahead' : 'skipped') : taken[index]?.taken === true ? 'taken' : 'skipped';
    const nodes = blocks.map((inner) => nodeOf(inner, scene, state !== 'skipped'));
    return {
      state,
      nodes,
      ...(title === undefined ? {} : { title }),
      ...(when === undefined ? {} : { when: when.source }),
    } as const;
  });
  return { kind: block.kind, step: block.id, branches, ...titled(block) };
}

function askingNode(step: AskingStep, scene: Scene, reachable: boolean): StepNode {
  const { state, context } = scene;
  const present = state?.steps[step.id];
  const common = {
    kind: step.kind,
    step: step.id,
    ...titled(step),
    ...(step.kind === 'approve' ? { mode: step.mode } : {}),
  };
  if (present === undefined) {
    const ahead = liesAhead(scene, reachable);
    const dueIn = step.due === undefined ? {} : { dueIn: durationText(step.due) };
    const seats = ahead ? assign(step, context).map(expectedSeat) : [];
    return { ...common, state: ahead ? 'ahead' : 'skipped', round: state?.rounds[step.id] ?? 0, seats, ...dueIn };
  }
  const seats = present.seats.map(
    (seat): SeatView => ({
      seat: seat.id,
      person: seat.person,
      status: seat.status,
      reason: seat.reason,
      ...(seat.at === undefined ? {} : { at: seat.at }),
      ...(seat.opinion === undefined || !scene.opinions ? {} : { opinion: seat.opinion }),
      ...(seat.auto ? { auto: true } : {}),
    }),
  );
  const due = present.due === undefined ? {} : { due: dueView(present.due, present.late > 0) };
  const open = present.status === 'open' && state?.status === 'open';
  const decided = present.status === 'done' || present.seats.some(({ status }) => status === 'rejected');
  return {
    ...common,
    state: open ? 'open' : decided ? 'done' : 'skipped',
    round: present.round,
    seats,
    since: present.since,
    ...due,
  };
}

const expectedSeat = ({ person, reason }: ReturnType<typeof assign>[number], index: number): SeatView => ({
  seat: index,
  person,
  status: 'expected',
  reason,
});

function effectNode(step: Exclude<Step, AskingStep>, scene: Scene, reachable: boolean): StepNode {
  const { state, titles } = scene;
  const present = state?.steps[step.id];
  const ahead = liesAhead(scene, reachable);
  return {
    kind: step.kind,
    step: step.id,
    ...titled(step),
    state: present === undefined ? (ahead ? 'ahead' : 'skipped') : 'done',
    round: present?.round ?? 0,
    seats: [],
    ...(present === undefined ? {} : { since: present.since }),
    ...(step.kind === 'start' ? startDetails(step, state, titles) : {}),
    ...(step.kind === 'ledger' ? { ledger: step.ledger, ...optional('ledgerTitle', titles.ledger(step.ledger)) } : {}),
  };
}

function startDetails(step: Extract<Step, { kind: 'start' }>, state: CaseState | undefined, titles: Titles) {
  return {
    process: step.process,
    ...optional('processTitle', titles.process(step.process)),
    ...optional('every', step.series?.every),
    ...optional('next', state?.series[step.id] ?? state?.planned[step.id]),
  };
}

const titled = ({ title, clause }: Block): Pick<StepNode, 'title' | 'clause'> => ({
  ...optional('title', title),
  ...optional('clause', clause),
});

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

export const dueView = ({ at, provisional }: Due, overdue: boolean): DueView => ({ at, provisional, overdue });

const durationText = (due: Duration): string =>
  due.unit === 'weekday'
    ? [due.weekday, due.time].filter((part) => part !== undefined).join(' ')
    : `${due.count}${due.unit}`;
