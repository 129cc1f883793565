import type { Block, ChooseBlock, ParallelBlock } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import { requireAdministrator } from './administrator.ts';
import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import type { BranchTaken, CaseEventOf } from './events.ts';
import { type Recorder, refuse } from './recorder.ts';
import { rewound } from './rewind.ts';
import { flat, isFork, type Leg, routeTo } from './route.ts';
import { openSeats, requiredOpinion } from './seat.ts';
import type { CaseState } from './state.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

type Jumped = CaseEventOf<'CaseJumped'>['data'];
type Choice = Jumped['branches'][number];

/**
 * An administrator moves the case to a step, forward or back.
 *
 * Whatever comes before the step and is not done counts as done without anybody's decision; its ledger writes, starts
 * and copies do not happen. What was done from the step on is undone as by a return. A parallel block that is already
 * under way keeps its other branches; one that is entered by the jump takes only the branch that leads to the step.
 */
export function jump(command: CommandOf<'jump'>, recorder: Recorder): void {
  requireAdministrator(command.do, recorder);
  const { definition, state } = recorder;
  const { to } = command;
  const route = routeOf(command, recorder);
  const opinion = requiredOpinion(command.opinion);
  const branches = route.flatMap((leg) => choices(leg, state));
  const passed = route.flatMap(({ before }) => before.flatMap((block) => unfinished(block, state)));
  const reset = [...rewound(definition, to).filter((id) => isEntered(id, state)), ...forsaken(route, branches, state)];
  undoWrites(recorder, reset);
  stopChildren(recorder, [...reset, ...passed]);
  const cancelled = openSeats(recorder.state, [...reset, ...passed]);
  recorder.record('CaseJumped', { to, opinion, reset, passed, branches, cancelled });
  advance(recorder);
}

function routeOf({ do: action, to }: CommandOf<'jump'>, { definition }: Recorder): readonly Leg[] {
  const route = definition.steps.has(to) ? routeTo(definition.blocks, to) : undefined;
  return route ?? refuse({ code: 'not-allowed', action, why: 'not-in-this-process' });
}

/** Branches that the jump decides on: none of a block it passes over, and the one that leads to the step. */
function choices({ before, into }: Leg, state: CaseState): readonly Choice[] {
  const over = before
    .filter(isFork)
    .flatMap((block) => (state.branches[block.id] === undefined ? passedOver(block) : innerChoices(block, state)));
  return into === undefined ? over : [...over, ...onTheWay(into.block, into.branch, state)];
}

const passedOver = (block: ChooseBlock | ParallelBlock): readonly Choice[] => [
  { block: block.id, taken: block.branches.map((_, index) => branchOf(index, false)) },
];

/** Blocks inside of a block that is under way. */
function innerChoices(block: ChooseBlock | ParallelBlock, state: CaseState): readonly Choice[] {
  return takenBlocks(block, state).flatMap((inner) => choices({ before: [inner] }, state));
}

function onTheWay(block: ChooseBlock | ParallelBlock, branch: number, state: CaseState): readonly Choice[] {
  const present = state.branches[block.id];
  const stays = block.kind === 'parallel' && present !== undefined;
  const taken = block.branches.map((_, index): BranchTaken => {
    if (index === branch) return branchOf(index, true);
    return (stays ? present[index] : undefined) ?? branchOf(index, false);
  });
  const same = present?.[branch]?.taken === true && !present[branch].rejected;
  return same ? [] : [{ block: block.id, taken }];
}

const branchOf = (index: number, taken: boolean): BranchTaken => ({ index, taken, because: { rule: 'jumped' } });

/** Steps that the case would still go through in a block. */
function unfinished(block: Block, state: CaseState): readonly StepId[] {
  if (isFork(block)) return takenBlocks(block, state).flatMap((inner) => unfinished(inner, state));
  return state.steps[block.id]?.status === 'done' ? [] : [block.id];
}

function takenBlocks(block: ChooseBlock | ParallelBlock, state: CaseState): readonly Block[] {
  const taken = (state.branches[block.id] ?? []).filter((each) => each.taken && !each.rejected);
  return taken.flatMap(({ index }) => block.branches[index]?.blocks ?? []);
}

/** What was entered in branches that the jump leaves for another one. */
function forsaken(route: readonly Leg[], branches: readonly Choice[], state: CaseState): readonly StepId[] {
  return route.flatMap(({ into }) => {
    const taken = into && branches.find(({ block }) => block === into.block.id)?.taken;
    const left = into?.block.branches.filter((_, index) => taken !== undefined && taken[index]?.taken === false) ?? [];
    return flat(left.flatMap(({ blocks }) => blocks))
      .map(({ id }) => id)
      .filter((id) => isEntered(id, state));
  });
}

const isEntered = (id: StepId, state: CaseState): boolean =>
  state.steps[id] !== undefined || state.branches[id] !== undefined;
