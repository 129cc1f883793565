import type { ChooseBlock, ParallelBlock } from '../definition/definition.ts';
import { isTrue } from './context.ts';
import type { BranchTaken } from './events.ts';
import type { Recorder } from './recorder.ts';
import { rewound } from './rewind.ts';
import { openSeats } from './seat.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/** Which branches are taken now, and why. */
export const judgeBranches = (block: ChooseBlock | ParallelBlock, recorder: Recorder): readonly BranchTaken[] =>
  block.kind === 'choose' ? choose(block, recorder) : fork(block, recorder);

/** The first branch whose condition holds; the checker makes sure that the last has none. */
function choose(block: ChooseBlock, recorder: Recorder): readonly BranchTaken[] {
  const holds = block.branches.map(
    (branch) => branch.when === undefined || isTrue(branch.when.formula, recorder.context),
  );
  const chosen = holds.indexOf(true);
  return block.branches.map((branch, index) => {
    const rule = index !== chosen ? 'not-chosen' : branch.when === undefined ? 'otherwise' : 'chosen';
    return { index, taken: index === chosen, because: { rule, ...condition(branch.when?.source) } };
  });
}

function fork(block: ParallelBlock, recorder: Recorder): readonly BranchTaken[] {
  return block.branches.map((branch, index) => {
    const taken = branch.when === undefined || isTrue(branch.when.formula, recorder.context);
    return { index, taken, because: { rule: taken ? 'chosen' : 'not-chosen', ...condition(branch.when?.source) } };
  });
}

const condition = (when: string | undefined) => (when === undefined ? {} : { params: { when } });

/**
 * A block that a return led past begins anew, with everything after it, when other branches would be taken now. What an
 * administrator has decided stands.
 */
export function judgeAgain(block: ChooseBlock | ParallelBlock, recorder: Recorder): void {
  const taken = recorder.state.branches[block.id];
  if (taken === undefined || taken.some(({ because }) => because.rule === 'jumped')) return;
  const now = judgeBranches(block, recorder);
  if (now.every((branch, index) => branch.taken === taken[index]?.taken)) return;
  const reset = rewound(recorder.definition, block.id);
  undoWrites(recorder, reset);
  stopChildren(recorder, reset);
  recorder.record('PathsReset', { reset, cancelled: openSeats(recorder.state, reset) });
}
