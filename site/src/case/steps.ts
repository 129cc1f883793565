import type { PictureNode, SeatView, StepNode, StepTitles } from '../../../schemas/generated/api.ts';

/** Every step of the picture, in the order of the process; branches one after the other. */
export const stepsOf = (nodes: readonly PictureNode[]): readonly StepNode[] =>
  nodes.flatMap((node) => ('branches' in node ? node.branches.flatMap((branch) => stepsOf(branch.nodes)) : [node]));

export const titlesOf = (nodes: readonly PictureNode[]): StepTitles =>
  Object.fromEntries([
    ...stepsOf(nodes).flatMap(({ step, title }) => (title === undefined ? [] : [[step, title] as const])),
    ...blocksOf(nodes),
  ]);

const blocksOf = (nodes: readonly PictureNode[]): readonly (readonly [string, StepTitles[string]])[] =>
  nodes.flatMap((node) => {
    if (!('branches' in node)) return [];
    const own = node.title === undefined ? [] : [[node.step, node.title] as const];
    return [...own, ...node.branches.flatMap((branch) => blocksOf(branch.nodes))];
  });

/** A seat somebody still has, and its step. */
export type PendingSeat = { readonly step: string; readonly seat: number; readonly person: string };

const PENDING: ReadonlySet<SeatView['status']> = new Set(['open', 'waiting', 'held']);

export const pendingSeats = (nodes: readonly PictureNode[]): readonly PendingSeat[] =>
  openSteps(nodes).flatMap(({ step, seats }) =>
    seats.filter(({ status }) => PENDING.has(status)).map(({ seat, person }) => ({ step, seat, person })),
  );

export const openSteps = (nodes: readonly PictureNode[]): readonly StepNode[] =>
  stepsOf(nodes).filter(({ state }) => state === 'open');
