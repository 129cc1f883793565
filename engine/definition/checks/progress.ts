import type { Block, Branch } from '../definition.ts';
import { asks } from '../definition.ts';

/** What has happened by the time a case reaches a block. */
export type Progress = {
  /** Forms handed in on every way there. */
  readonly sure: ReadonlySet<string>;
  /** Forms handed in on some way there, or beside it. */
  readonly maybe: ReadonlySet<string>;
  /** Ledgers the case has a row of its own in, on every way there. */
  readonly inserted: ReadonlySet<string>;
};

export const AT_START: Progress = { sure: new Set(), maybe: new Set(), inserted: new Set() };

/** Visits every block with what has happened before it; answers what has happened after the last. */
export function follow(
  blocks: readonly Block[],
  start: Progress,
  visit: (block: Block, before: Progress) => void,
): Progress {
  return blocks.reduce((before, block) => {
    visit(block, before);
    return after(block, before, visit);
  }, start);
}

function after(block: Block, before: Progress, visit: (block: Block, before: Progress) => void): Progress {
  if (asks(block)) return block.form === undefined ? before : handedIn(before, [block.form]);
  if (block.kind === 'ledger')
    return block.write === 'insert' ? { ...before, inserted: new Set([...before.inserted, block.ledger]) } : before;
  if (block.kind !== 'choose' && block.kind !== 'parallel') return before;
  const isParallel = block.kind === 'parallel';
  const ends = block.branches.map((branch) => {
    const beside = isParallel ? block.branches.filter((other) => other !== branch).flatMap(formsIn) : [];
    return follow(branch.blocks, { ...before, maybe: new Set([...before.maybe, ...beside]) }, visit);
  });
  const certain = isParallel ? ends.filter((_, index) => block.branches[index]?.when === undefined) : ends;
  const pick = (of: 'sure' | 'inserted') => (isParallel ? union([before, ...certain], of) : intersection(ends, of));
  return { sure: pick('sure'), inserted: pick('inserted'), maybe: union([before, ...ends], 'maybe') };
}

const handedIn = (before: Progress, forms: readonly string[]): Progress => ({
  ...before,
  sure: new Set([...before.sure, ...forms]),
  maybe: new Set([...before.maybe, ...forms]),
});

const union = (ends: readonly Progress[], of: keyof Progress): ReadonlySet<string> =>
  new Set(ends.flatMap((end) => [...end[of]]));

const intersection = ([first, ...rest]: readonly Progress[], of: keyof Progress): ReadonlySet<string> =>
  new Set([...(first?.[of] ?? [])].filter((each) => rest.every((end) => end[of].has(each))));

/** Forms that somebody hands in somewhere in a branch. */
export const formsIn = ({ blocks }: Pick<Branch, 'blocks'>): readonly string[] =>
  blocks.flatMap((block) => {
    if (asks(block)) return block.form === undefined ? [] : [block.form];
    return block.kind === 'choose' || block.kind === 'parallel' ? block.branches.flatMap(formsIn) : [];
  });
