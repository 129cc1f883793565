import { asks, type Block, type CaseEvent, type Definition } from '#engine';
import type { Story } from './scenarios.ts';
import { type Share, shareOf } from './share.ts';

/** What the stories of a folder do with its processes. */
export type StoryCoverage = {
  /** Steps that a case is led to. */
  readonly steps: Share;
  /** Branches of choices and of parallel work that a case takes, the empty ones among them. */
  readonly branches: Share;
  /** Processes that can be sent back, rejected or run late, and are. */
  readonly returns: Share;
  readonly rejections: Share;
  readonly overdue: Share;
};

type Happened = { readonly [Kind in keyof StoryCoverage]: Set<string> };

/**
 * Plays the stories that have not been played yet and counts what all of them come by.
 *
 * @param processes all there are; of one that no story begins nothing is known but its name.
 */
export function storyCoverage(stories: readonly Story[], processes: readonly string[]): StoryCoverage {
  const known = new Map<string, Definition>();
  const happened = nothing();
  for (const { play, worlds } of stories) {
    if (worlds().length === 0) play();
    for (const { definition, entries } of worlds().flatMap((world) => world.cases())) {
      known.set(definition.id, definition);
      for (const { events } of entries) for (const event of events) note(event, definition.id, happened);
    }
  }
  const possible = nothing();
  for (const id of processes) {
    const definition = known.get(id);
    if (definition === undefined) possible.steps.add(`${id} *`);
    else whatCanHappen(definition, possible);
  }
  const share = (kind: keyof StoryCoverage) =>
    shareOf(
      [...possible[kind]],
      (name) => happened[kind].has(name),
      (name) => name,
    );
  return {
    steps: share('steps'),
    branches: share('branches'),
    returns: share('returns'),
    rejections: share('rejections'),
    overdue: share('overdue'),
  };
}

const nothing = (): Happened => ({
  steps: new Set(),
  branches: new Set(),
  returns: new Set(),
  rejections: new Set(),
  overdue: new Set(),
});

function note({ type, data }: CaseEvent, process: string, happened: Happened): void {
  if ('step' in data) happened.steps.add(`${process} ${data.step}`);
  if (type === 'PathChosen')
    for (const { index, taken } of data.branches)
      if (taken) happened.branches.add(branchName(process, data.block, index));
  if (type === 'StepReturned') happened.returns.add(process);
  if (type === 'CaseRejected' || type === 'BranchRejected') happened.rejections.add(process);
  if (type === 'DeadlinePassed' || type === 'RowDeadlinePassed') happened.overdue.add(process);
}

function whatCanHappen({ id, steps, blocks }: Definition, possible: Happened): void {
  for (const [name, step] of steps) {
    possible.steps.add(`${id} ${name}`);
    if (!asks(step)) continue;
    if (step.returnTo.length > 0) possible.returns.add(id);
    if (step.overdue.length > 0 || (step.rows?.overdue.length ?? 0) > 0) possible.overdue.add(id);
    if (step.kind === 'approve' && step.reject !== undefined) possible.rejections.add(id);
  }
  addBranches(id, blocks, possible);
}

function addBranches(process: string, blocks: readonly Block[], possible: Happened): void {
  for (const block of blocks)
    if (block.kind === 'choose' || block.kind === 'parallel')
      for (const [index, branch] of block.branches.entries()) {
        possible.branches.add(branchName(process, block.id, index));
        addBranches(process, branch.blocks, possible);
      }
}

/** Counted from 1, as people read a list. */
const branchName = (process: string, block: string, index: number) => `${process} ${block} ${index + 1}`;
