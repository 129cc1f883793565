import type { AskingStep, Definition } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import type { Because, Failing } from './events.ts';
import type { Recorder } from './recorder.ts';
import { flat, routeTo } from './route.ts';
import { openSeats } from './seat.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/** What ended a step with a no. Without a seat it was nobody's act alone: the votes, or a deadline. */
type Rejection = {
  readonly why: Failing;
  readonly seat?: number;
  readonly opinion?: string;
  readonly because?: Because;
};

/** A branch of a parallel block, with the ids of everything in it. */
type BranchPlace = { readonly block: StepId; readonly branch: number; readonly steps: readonly StepId[] };

/**
 * Ends the case, or only the nearest branch of a parallel block around the step where the step says so. Open seats are
 * cancelled, cases started there are stopped by their rule (rule 2 of the workflow semantics). With the case, what it
 * wrote to ledgers is undone as declared; what a branch wrote stays.
 */
export function recordRejection(step: AskingStep, rejection: Rejection, recorder: Recorder): void {
  const { why, seat, opinion = '' } = rejection;
  const by = seat === undefined ? {} : { seat };
  const because = rejection.because === undefined ? {} : { because: rejection.because };
  const at = { step: step.id, round: recorder.state.steps[step.id]?.round ?? 1 };
  const place = endsBranch(step) ? branchAround(recorder.definition, step.id) : undefined;
  const cancelled = openSeats(recorder.state, place?.steps).filter((id) => id !== seat);
  if (place !== undefined) {
    const { block, branch } = place;
    recorder.record('BranchRejected', { ...at, block, branch, why, cancelled, ...by, opinion, ...because });
  } else {
    undoWrites(recorder);
    recorder.record('CaseRejected', {
      ...at,
      ...by,
      opinion,
      cancelled,
      ...(why === 'any' ? {} : { why }),
      ...because,
    });
  }
  stopChildren(recorder, place?.steps);
}

const endsBranch = (step: AskingStep): boolean => step.kind === 'approve' && step.reject?.ends === 'branch';

function branchAround({ blocks }: Definition, step: StepId): BranchPlace | undefined {
  const legs = routeTo(blocks, step) ?? [];
  const into = legs.findLast((leg) => leg.into?.block.kind === 'parallel')?.into;
  if (into === undefined) return undefined;
  const inside = flat(into.block.branches[into.branch]?.blocks ?? []);
  return { block: into.block.id, branch: into.branch, steps: inside.map(({ id }) => id) };
}
