import { dueAt } from '../calendar/index.ts';
import type { AskingStep, Block, ChooseBlock, ParallelBlock } from '../definition/definition.ts';
import { initialValues } from '../form/initial.ts';
import { assertNever } from '../shared/result.ts';
import { agreeUnchanged } from './agree-unchanged.ts';
import { assign } from './assign.ts';
import { changesBetween } from './changes.ts';
import { completeIfDecided } from './complete.ts';
import { isTrue } from './context.ts';
import { copyTo, startOther, writeLedger } from './effects.ts';
import type { BranchTaken } from './events.ts';
import { onlyForm } from './only-form.ts';
import { type Recorder, refuse } from './recorder.ts';
import { settleForm } from './settle-form.ts';

/** How far a list of blocks is: `busy` while anything in it waits for somebody. */
type Progress = 'done' | 'busy';

/**
 * Lets the case go on as far as it can without asking anybody: enters every step that is now reached, takes branches,
 * writes ledgers, starts other processes, and completes the case when the last block is done.
 *
 * The walk always begins at the top and asks each block how far it is. There are no arrows and no tokens, so after any
 * return or decision the position follows from the steps alone.
 */
export function advance(recorder: Recorder): void {
  if (walk(recorder.definition.blocks, recorder) === 'done') recorder.record('CaseCompleted', {});
}

function walk(blocks: readonly Block[], recorder: Recorder): Progress {
  for (const block of blocks) if (visit(block, recorder) === 'busy') return 'busy';
  return 'done';
}

function visit(block: Block, recorder: Recorder): Progress {
  switch (block.kind) {
    case 'choose':
      return visitBranches(block, recorder, choose);
    case 'parallel':
      return visitBranches(block, recorder, fork);
    case 'fill':
    case 'approve':
      return visitAsking(block, recorder);
    default:
      return visitEffect(block, recorder);
  }
}

function visitAsking(step: AskingStep, recorder: Recorder): Progress {
  if (recorder.state.steps[step.id] === undefined) enter(step, recorder);
  return recorder.state.steps[step.id]?.status === 'done' ? 'done' : 'busy';
}

/** Opens a new round of a step: its people, why they, and until when. */
function enter(step: AskingStep, recorder: Recorder): void {
  openForm(step.form, recorder);
  const people = assign(step, recorder.context);
  if (people.length === 0) refuse({ code: 'nobody', step: step.id, role: step.role });
  const waits = (index: number) =>
    step.kind === 'approve' && step.mode === 'sequential' && index > 0 ? { waiting: true as const } : {};
  const seats = recorder.seats(people.map((each, index) => ({ ...each, ...waits(index) })));
  const due = step.due && { due: dueAt(recorder.facts.now, step.due, recorder.facts.calendar) };
  recorder.record('StepEntered', { step: step.id, round: recorder.nextRound(step.id), seats, ...due });
  if (step.kind !== 'approve') return;
  agreeUnchanged(step, recorder);
  completeIfDecided(step, recorder);
}

/** Settles a form when a step opens it, the first time with its defaults. */
function openForm(form: string | undefined, recorder: Recorder): void {
  if (form === undefined) return;
  const { definition, state, context } = recorder;
  const opened =
    state.values[form] === undefined
      ? onlyForm(state.values, initialValues(definition.model, form, state.values, context.form), form)
      : state.values;
  const changed = changesBetween(state.values, settleForm(opened, form, recorder).values);
  if (Object.keys(changed).length > 0) recorder.record('ValuesGiven', { changed });
}

function visitEffect(step: Exclude<Block, AskingStep | ChooseBlock | ParallelBlock>, recorder: Recorder): Progress {
  if (recorder.state.steps[step.id] !== undefined) return 'done';
  switch (step.kind) {
    case 'copy':
      copyTo(step, recorder);
      break;
    case 'ledger':
      writeLedger(step, recorder);
      break;
    case 'start':
      startOther(step, recorder);
      break;
    default:
      assertNever(step);
  }
  return 'done';
}

type Fork<B> = (block: B, recorder: Recorder) => readonly BranchTaken[];

/** Branches are taken once, when the block is reached; all of them go on side by side and the block ends when all end. */
function visitBranches<B extends ChooseBlock | ParallelBlock>(block: B, recorder: Recorder, take: Fork<B>): Progress {
  if (recorder.state.branches[block.id] === undefined) {
    recorder.record('PathChosen', { block: block.id, branches: take(block, recorder) });
  }
  const taken = recorder.state.branches[block.id]?.filter((branch) => branch.taken) ?? [];
  const progress = taken.map(({ index }) => walk(block.branches[index]?.blocks ?? [], recorder));
  return progress.includes('busy') ? 'busy' : 'done';
}

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
