import type { Block, Definition } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';

/** The lists one has to go down to reach a block, and the position taken in each. */
type Path = readonly { readonly blocks: readonly Block[]; readonly index: number }[];

/**
 * The steps and blocks that begin anew when a case goes back to `to`: `to` itself and everything after it in its list
 * and in the lists around it, up to the list it shares with `from`. Going back out of a parallel block therefore takes
 * all its branches along (the cancel region); going back inside one branch leaves the others alone.
 *
 * @param from the step that sends the case back; undefined rewinds the whole case from `to` on.
 */
export function rewound(definition: Definition, to: StepId, from?: StepId): readonly StepId[] {
  const path = pathTo(definition.blocks, to) ?? [];
  const other = from === undefined ? undefined : pathTo(definition.blocks, from);
  const shared = other === undefined ? 0 : lastSharedList(path, other);
  const ids = new Set<StepId>();
  for (const [depth, { blocks, index }] of path.entries()) {
    if (depth < shared) continue;
    const own = depth === path.length - 1 ? index : index + 1;
    for (const block of blocks.slice(own)) collect(block, ids);
  }
  return [...ids];
}

/** Whether a step may be gone back to from another: it comes earlier in a list around it, not inside a parallel block the other is outside of. */
export function comesBefore(definition: Definition, to: StepId, from: StepId): boolean {
  const path = pathTo(definition.blocks, to);
  const other = pathTo(definition.blocks, from);
  if (path === undefined || other === undefined) return false;
  const shared = lastSharedList(path, other);
  const [mine, theirs] = [path[shared], other[shared]];
  if (mine === undefined || theirs === undefined || mine.blocks !== theirs.blocks || mine.index >= theirs.index)
    return false;
  return path.slice(shared, -1).every(({ blocks, index }) => blocks[index]?.kind !== 'parallel');
}

function pathTo(blocks: readonly Block[], id: StepId): Path | undefined {
  for (const [index, block] of blocks.entries()) {
    if (block.id === id) return [{ blocks, index }];
    if (block.kind !== 'choose' && block.kind !== 'parallel') continue;
    for (const branch of block.branches) {
      const below = pathTo(branch.blocks, id);
      if (below !== undefined) return [{ blocks, index }, ...below];
    }
  }
  return undefined;
}

function lastSharedList(path: Path, other: Path): number {
  let depth = 0;
  while (path[depth + 1] !== undefined && path[depth + 1]?.blocks === other[depth + 1]?.blocks) depth += 1;
  return depth;
}

function collect(block: Block, ids: Set<StepId>): void {
  ids.add(block.id);
  if (block.kind !== 'choose' && block.kind !== 'parallel') return;
  for (const branch of block.branches) for (const inner of branch.blocks) collect(inner, ids);
}
