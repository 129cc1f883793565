import type { Block, Branch, ChooseBlock, ParallelBlock } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';

/** One list on the way down to a step: what stands before it there, and the branch that is gone into next. */
export type Leg = {
  readonly before: readonly Block[];
  /** Absent in the list that holds the step itself. */
  readonly into?: { readonly block: ChooseBlock | ParallelBlock; readonly branch: number };
};

/** The way from the top of a process to a block; undefined when the process has no such block. */
export function routeTo(blocks: readonly Block[], to: StepId): readonly Leg[] | undefined {
  for (const [index, block] of blocks.entries()) {
    const before = blocks.slice(0, index);
    if (block.id === to) return [{ before }];
    if (block.kind !== 'choose' && block.kind !== 'parallel') continue;
    for (const [branch, { blocks: inner }] of block.branches.entries()) {
      const below = routeTo(inner, to);
      if (below !== undefined) return [{ before, into: { block, branch } }, ...below];
    }
  }
  return undefined;
}

/** Every block of a list, and those inside of branches. */
export const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (isFork(block) ? [block, ...flat(block.branches.flatMap(inside))] : [block]));

export const isFork = (block: Block): block is ChooseBlock | ParallelBlock =>
  block.kind === 'choose' || block.kind === 'parallel';

const inside = ({ blocks }: Branch): readonly Block[] => blocks;
