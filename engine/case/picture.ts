import type { BlockNode, BranchView, PictureNode, StepNode } from '../../schemas/generated/api.ts';
import { asks, type Block, type Branch, type ChooseBlock, type ParallelBlock } from '../definition/definition.ts';
import { type Context, isTrue } from './context.ts';
import { askingNode, effectNode, liesAhead, type Scene, titled } from './picture-step.ts';
import type { CaseState } from './state.ts';

/** Titles the picture shows of things outside the definition. */
export type Titles = {
  readonly process: (id: string) => StepNode['processTitle'];
  readonly ledger: (id: string) => StepNode['ledgerTitle'];
};

/**
 * The process as a tree of what was done, what is open and what lies ahead, with people, reasons and times. People of
 * steps ahead are those who would be asked if the step were reached now, branches ahead those that would be taken.
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

function blockNode(block: ChooseBlock | ParallelBlock, scene: Scene, reachable: boolean): BlockNode {
  const ahead = scene.state?.branches[block.id] === undefined && liesAhead(scene, reachable);
  const branches = block.branches.map((branch, index): BranchView => {
    const place = ahead ? aheadOf(block, index, scene.context) : placeOf(block, index, scene);
    const leads = place.state !== 'skipped' && place.expected !== 'skipped';
    return {
      ...place,
      nodes: branch.blocks.map((inner) => nodeOf(inner, scene, reachable && leads)),
      ...(branch.title === undefined ? {} : { title: branch.title }),
      ...(branch.when === undefined ? {} : { when: branch.when.source }),
    };
  });
  return { kind: block.kind, step: block.id, branches, ...titled(block) };
}

type Place = Pick<BranchView, 'state' | 'because' | 'rejected' | 'expected'>;

/** Whether a branch was taken, and why. */
function placeOf({ id }: ChooseBlock | ParallelBlock, index: number, { state }: Scene): Place {
  const branch = state?.branches[id]?.[index];
  if (branch === undefined) return { state: 'skipped' };
  const { taken, because, rejected } = branch;
  return { state: taken ? 'taken' : 'skipped', because, ...(rejected ? { rejected } : {}) };
}

/** Whether a branch would be taken with the present content, where that can be told already. */
function aheadOf({ kind, branches }: ChooseBlock | ParallelBlock, index: number, context: Context): Place {
  const own = expectation(branches[index], context);
  const before = kind === 'choose' ? branches.slice(0, index).map((branch) => expectation(branch, context)) : [];
  if (before.includes('taken') || own === 'skipped') return { state: 'ahead', expected: 'skipped' };
  return own === undefined || before.includes(undefined) ? { state: 'ahead' } : { state: 'ahead', expected: own };
}

function expectation(branch: Branch | undefined, context: Context): BranchView['expected'] {
  const guard = branch?.when?.formula;
  if (guard === undefined) return 'taken';
  if (!guard.reads.every((read) => isKnown(read, context))) return undefined;
  return isTrue(guard, context) ? 'taken' : 'skipped';
}

/** What case-wide facts expressions may read whose values steps ahead cannot change. */
const FIXED = new Set(['starter', 'today', 'settings']);

/** Whether nothing that lies ahead can change what a condition reads. */
function isKnown([root = '']: readonly string[], { definition, past }: Context): boolean {
  if (FIXED.has(root)) return true;
  if (!definition.document.forms[root]) return false;
  const filling = [...definition.steps.values()].filter((step) => asks(step) && step.form === root);
  const [first] = definition.steps.values();
  return filling.every(({ id }) => id === first?.id || past.steps[id]?.status === 'done');
}
