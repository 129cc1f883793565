import type { Block } from '../definition.ts';
import type { Condition } from './condition.ts';
import { outcomePath } from './outcomes.ts';
import type { Outcome } from './possible.ts';
import { formsIn } from './progress.ts';
import { blocksIn } from './race.ts';
import { type Routes, without } from './routes.ts';

/**
 * That none of the steps before a block that fill in a form were done, as conditions; undefined when that cannot be
 * said for sure.
 *
 * @param blocks all of the process, top to bottom.
 */
export function notFilled(
  routes: Routes,
  blocks: readonly Block[],
  block: Block,
  form: string,
): readonly Outcome[] | undefined {
  const before = blocks.slice(0, blocks.indexOf(block));
  const writers = before.filter((step) => !isFork(step) && formsIn({ blocks: [step] }).includes(form));
  const outcomes = writers.map((step) => notDone(routes, before, step));
  const known = outcomes.filter((each) => each !== undefined);
  return known.length < outcomes.length ? undefined : known;
}

const isFork = (block: Block): boolean => block.kind === 'choose' || block.kind === 'parallel';

/** A step is not done where what leads to it does not hold, or where a rejection before it ended its branch. */
function notDone({ routes }: Routes, before: readonly Block[], step: Block): Outcome | undefined {
  const index = before.indexOf(step);
  const route = routes.get(step.id);
  const since = before.slice(index + 1).filter((each) => !isFork(each));
  if (route === undefined || !without(route, formsIn({ blocks: since })).isWhole) return undefined;
  const led = route.known.map(
    ({ condition, holds }): Condition => (holds ? condition : { kind: 'not', of: condition }),
  );
  const elsewhere: readonly Condition[] = led.length === 0 ? [] : [{ kind: 'not', of: { kind: 'and', of: led } }];
  const ways = [...elsewhere, ...rejectionsBefore(before, step)];
  return ways.length === 0 ? undefined : { condition: { kind: 'or', of: ways }, holds: true };
}

function rejectionsBefore(before: readonly Block[], step: Block): readonly Condition[] {
  const earlier = before.slice(0, before.indexOf(step));
  return earlier.flatMap((each): readonly Condition[] => {
    const endsBranch = each.kind === 'approve' && each.reject?.ends === 'branch';
    if (!endsBranch || !branchAround(before, each).includes(step)) return [];
    return [{ kind: 'compare', variable: outcomePath(each.id), operator: '==', value: 'rejected' }];
  });
}

/** Everything in the innermost branch of a parallel block around a step. */
function branchAround(blocks: readonly Block[], step: Block): readonly Block[] {
  const branches = blocks.flatMap((block) =>
    block.kind === 'parallel' ? block.branches.map((branch) => blocksIn(branch.blocks)) : [],
  );
  return branches.findLast((inside) => inside.includes(step)) ?? [];
}
