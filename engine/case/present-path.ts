import type { Block, ChooseBlock, ParallelBlock } from '../definition/definition.ts';
import { isFork } from './route.ts';
import type { CaseState } from './state.ts';

/** The blocks of a list that a case goes through: of a fork the branches taken, without those that ended rejected. */
export const presentPath = (blocks: readonly Block[], state: CaseState): readonly Block[] =>
  blocks.flatMap((block) => (isFork(block) ? [block, ...presentPath(branchBlocks(block, state), state)] : [block]));

function branchBlocks(block: ChooseBlock | ParallelBlock, { branches }: CaseState): readonly Block[] {
  const taken = (branches[block.id] ?? []).filter((branch) => branch.taken && !branch.rejected);
  return taken.flatMap(({ index }) => block.branches[index]?.blocks ?? []);
}
