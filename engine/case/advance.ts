import type { AskingStep, Block, ChooseBlock, ParallelBlock } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import { archive } from './archive.ts';
import { judgeAgain, judgeBranches } from './branches.ts';
import { changesBetween } from './changes.ts';
import { enter, openForm } from './enter.ts';
import { presentPath } from './present-path.ts';
import type { Recorder } from './recorder.ts';
import { reopenChanged, reopenSeats } from './reopen.ts';
import { type EffectStep, passEffect } from './run-effect.ts';
import { between, type Kept, keptByReturns } from './straight-back.ts';

/**
 * How far a list of blocks is: `busy` while anything in it waits for somebody, `again` when a form has changed on being
 * opened, which may concern what was passed before.
 */
type Progress = 'done' | 'busy' | 'again';

/** One or more walks from the top. */
type Walk = {
  readonly recorder: Recorder;
  /** What returns led past: judged again when it is passed. */
  readonly kept: Kept;
  /** Steps whose form has been opened; each is opened once. */
  readonly opened: Set<StepId>;
  /** Steps that returned the case and may be asked again. */
  readonly ready: Set<StepId>;
  /** What this walk has come to. */
  readonly visited: Set<StepId>;
};

/**
 * Lets the case go on as far as it can without asking anybody: enters every step that is now reached, takes branches,
 * writes ledgers, starts other processes, and completes the case when the last block is done.
 *
 * The walk always begins at the top and asks each block how far it is. There are no arrows and no tokens, so after any
 * return or decision the position follows from the steps alone.
 */
export function advance(recorder: Recorder): void {
  const { definition, state } = recorder;
  if (state.status !== 'open') return;
  const [opened, ready] = [new Set<StepId>(), new Set<StepId>()];
  for (;;) {
    const kept = keptByReturns(definition, recorder.state);
    const walk: Walk = { recorder, kept, opened, ready, visited: new Set() };
    const progress = follow(definition.blocks, walk);
    if (progress === 'done') complete(recorder);
    if (progress === 'done' || (progress === 'busy' && !lettingReturnersIn(walk))) return;
  }
}

function complete(recorder: Recorder): void {
  recorder.record('CaseCompleted', {});
  archive(recorder);
}

function follow(blocks: readonly Block[], walk: Walk): Progress {
  for (const block of blocks) {
    const progress = visit(block, walk);
    if (progress !== 'done') return progress;
  }
  return 'done';
}

function visit(block: Block, walk: Walk): Progress {
  walk.visited.add(block.id);
  switch (block.kind) {
    case 'choose':
    case 'parallel':
      return visitBranches(block, walk);
    case 'fill':
    case 'approve':
      return visitAsking(block, walk);
    default:
      return visitEffect(block, walk);
  }
}

function visitAsking(step: AskingStep, walk: Walk): Progress {
  const { recorder } = walk;
  const present = recorder.state.steps[step.id];
  if (present === undefined) return reach(step, walk);
  const before = walk.kept.get(step.id);
  if (before !== undefined && present.status === 'done' && step.kind === 'approve')
    reopenSeats(step, Object.keys(changesBetween(before, recorder.state.values)), recorder);
  return progressAt(step, recorder);
}

/** A step that returned the case is entered only when everything it led past has been looked at. */
function reach(step: AskingStep, { recorder, opened, ready }: Walk): Progress {
  if (recorder.state.straightBack?.[step.id] !== undefined && !ready.has(step.id)) return 'busy';
  const first = !opened.has(step.id);
  opened.add(step.id);
  if (first && openForm(step, recorder)) {
    reopenChanged(recorder);
    return 'again';
  }
  enter(step, recorder);
  return progressAt(step, recorder);
}

const progressAt = ({ id }: Block, { state }: Recorder): Progress =>
  state.steps[id]?.status === 'done' ? 'done' : 'busy';

/** Tells whether a step that returned the case is to be asked now: in all branches, what it led past was looked at. */
function lettingReturnersIn({ recorder, visited, ready }: Walk): boolean {
  const { definition, state } = recorder;
  // A branch that ended rejected is not gone through again.
  const ahead = new Set(presentPath(definition.blocks, state).map(({ id }) => id));
  const isPassed = (id: StepId) =>
    visited.has(id) || !ahead.has(id) || (state.steps[id] === undefined && state.branches[id] === undefined);
  const before = ready.size;
  for (const [id, back] of Object.entries(state.straightBack ?? {})) {
    const from = id as StepId;
    if (visited.has(from) && between(definition, from, back).every(isPassed)) ready.add(from);
  }
  return ready.size > before;
}

function visitEffect(step: EffectStep, { recorder, kept }: Walk): Progress {
  passEffect(step, kept.get(step.id), recorder);
  return recorder.state.steps[step.id]?.status === 'open' ? 'busy' : 'done';
}

/** Branches are taken once, when the block is reached; all of them go on side by side and the block ends when all end. */
function visitBranches(block: ChooseBlock | ParallelBlock, walk: Walk): Progress {
  const { recorder } = walk;
  if (walk.kept.has(block.id)) judgeAgain(block, recorder);
  if (recorder.state.branches[block.id] === undefined)
    recorder.record('PathChosen', { block: block.id, branches: judgeBranches(block, recorder) });
  const taken = recorder.state.branches[block.id]?.filter((branch) => branch.taken && !branch.rejected) ?? [];
  const progress = taken.map(({ index }) => follow(block.branches[index]?.blocks ?? [], walk));
  return progress.find((each) => each === 'again') ?? progress.find((each) => each === 'busy') ?? 'done';
}
