import type { Block, Branch, LedgerStep } from '../definition.ts';
import { asks } from '../definition.ts';
import { outcomePath } from './outcomes.ts';

/** What has happened by the time a case reaches a block. */
export type Progress = {
  /** Forms handed in, paths of single fields written, and outcomes of steps, on every way there. */
  readonly sure: ReadonlySet<string>;
  /** The same on some way there. */
  readonly maybe: ReadonlySet<string>;
  /** Ledgers the case has a row of its own in, or one for each row of a table, on every way there; see `rowsNamed`. */
  readonly inserted: ReadonlySet<string>;
};

export const AT_START: Progress = { sure: new Set(), maybe: new Set(), inserted: new Set() };

type Visit = (block: Block, before: Progress) => void;
/** What has happened after the last block of a list, and where a rejection may have ended its branch before that. */
type Walked = { readonly end: Progress; readonly exits: readonly Progress[] };

/** Visits every block with what has happened before it; answers what has happened after the last. */
export const follow = (blocks: readonly Block[], start: Progress, visit: Visit): Progress =>
  walk(blocks, start, visit).end;

/** A step that is passed has an outcome. */
function walk(blocks: readonly Block[], start: Progress, visit: Visit): Walked {
  return blocks.reduce<Walked>(
    ({ end: before, exits }, block) => {
      visit(block, before);
      const after = pass(block, before, visit);
      return { end: written(after.end, [outcomePath(block.id)]), exits: [...exits, ...after.exits] };
    },
    { end: start, exits: [] },
  );
}

function pass(block: Block, before: Progress, visit: Visit): Walked {
  switch (block.kind) {
    case 'fill':
    case 'approve': {
      const exits = block.kind === 'approve' && block.reject?.ends === 'branch' ? [before] : [];
      return { end: written(before, block.form === undefined ? [] : [block.form]), exits };
    }
    case 'start':
      return {
        end: written(
          before,
          block.result.map(({ target }) => target),
        ),
        exits: [],
      };
    case 'ledger':
      return { end: inserted(before, ownRows(block)), exits: [] };
    case 'copy':
      return { end: before, exits: [] };
    case 'choose':
    case 'parallel':
      return passBranches(block.kind === 'parallel', block.branches, before, visit);
  }
}

/** A branch that a rejection may end early is sure only of what came before that step. */
function passBranches(isParallel: boolean, branches: readonly Branch[], before: Progress, visit: Visit): Walked {
  const walked = branches.map((branch) => walk(branch.blocks, before, visit));
  const maybe = union([before, ...walked.map(({ end }) => end)], 'maybe');
  if (!isParallel) {
    const ends = walked.map(({ end }) => end);
    const end = { sure: intersection(ends, 'sure'), inserted: intersection(ends, 'inserted'), maybe };
    return { end, exits: walked.flatMap(({ exits }) => exits) };
  }
  const certain = walked.filter((_, index) => branches[index]?.when === undefined);
  const pick = (of: 'sure' | 'inserted') =>
    new Set([...before[of], ...certain.flatMap(({ end, exits }) => [...intersection([end, ...exits], of)])]);
  return { end: { sure: pick('sure'), inserted: pick('inserted'), maybe }, exits: [] };
}

const written = (before: Progress, names: readonly string[]): Progress => ({
  ...before,
  sure: new Set([...before.sure, ...names]),
  maybe: new Set([...before.maybe, ...names]),
});

const inserted = (before: Progress, rows: readonly string[]): Progress => ({
  ...before,
  inserted: new Set([...before.inserted, ...rows]),
});

/** What a step makes of rows that belong to the case: its own in a ledger, or those of the rows of a table. */
const ownRows = (step: LedgerStep): readonly string[] =>
  step.write === 'update' || step.key !== undefined ? [] : [rowsNamed(step)];

/** The rows of the case in a ledger, or those of the rows of a table there. */
export const rowsNamed = ({ ledger, each }: LedgerStep): string => (each === undefined ? ledger : `${ledger} ${each}`);

const union = (ends: readonly Progress[], of: keyof Progress): ReadonlySet<string> =>
  new Set(ends.flatMap((end) => [...end[of]]));

const intersection = ([first, ...rest]: readonly Progress[], of: keyof Progress): ReadonlySet<string> =>
  new Set([...(first?.[of] ?? [])].filter((each) => rest.every((end) => end[of].has(each))));

/** Forms that somebody hands in, or that a started case writes into, somewhere in these blocks. */
export const formsIn = ({ blocks }: Pick<Branch, 'blocks'>): readonly string[] =>
  blocks.flatMap((block) => {
    if (asks(block)) return block.form === undefined ? [] : [block.form];
    if (block.kind === 'start') return block.result.map(({ target }) => target.split('.')[0] ?? '');
    return block.kind === 'choose' || block.kind === 'parallel' ? block.branches.flatMap(formsIn) : [];
  });
