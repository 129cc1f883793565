import { asks, type Block, type Definition, type StartStep, type Step } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import type { CaseState, Child } from './state.ts';

/** How a step has ended; null while it has not. */
type Outcome =
  | 'submitted'
  | 'agreed'
  | 'rejected'
  | 'skipped'
  | 'completed'
  | 'withdrawn'
  | 'cancelled'
  | 'mixed'
  | null;

/** What outcomes follow from; before a case begins there is nothing. */
export type OutcomeState = Partial<Pick<CaseState, 'steps' | 'branches' | 'children' | 'rounds'>>;

/**
 * How each step has ended, for conditions: `outcome.legal == "rejected"`. A step is skipped by a branch that is not
 * taken, by a rejection that ends its branch, or by an administrator who passes over it.
 */
export function outcomesOf(definition: Definition, state: OutcomeState): Readonly<Record<string, Outcome>> {
  return Object.fromEntries(definition.blocks.flatMap((block) => outcomesIn(block, false, state)));
}

function outcomesIn(block: Block, isSkipped: boolean, state: OutcomeState): readonly (readonly [string, Outcome])[] {
  if (block.kind !== 'choose' && block.kind !== 'parallel') return [[block.id, outcomeOf(block, isSkipped, state)]];
  const taken = state.branches?.[block.id];
  return block.branches.flatMap(({ blocks }, index) => {
    const branch = taken?.find((each) => each.index === index);
    const isOut = isSkipped || branch?.taken === false || branch?.rejected === true;
    return blocks.flatMap((inner) => outcomesIn(inner, isOut, state));
  });
}

function outcomeOf(step: Step, isSkipped: boolean, state: OutcomeState): Outcome {
  const present = state.steps?.[step.id];
  if (present?.status !== 'done') return isSkipped ? 'skipped' : null;
  if (present.passed) return 'skipped';
  if (present.rejected) return 'rejected';
  if (step.kind === 'start' && step.wait) return outcomeOfChildren(step, state);
  if (!asks(step)) return 'completed';
  return step.kind === 'fill' ? 'submitted' : 'agreed';
}

/** Of waited cases: what they have in common. A case that was stopped is void; no rows are all done. */
function outcomeOfChildren({ id }: StartStep, state: OutcomeState): Outcome {
  const ways = childrenOf(id, state).map(({ ended = '' }) => WAYS[ended] ?? 'completed');
  const [way, ...others] = new Set(ways);
  return others.length > 0 ? 'mixed' : (way ?? 'completed');
}

const WAYS: Readonly<Record<string, Outcome>> = {
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  cancelled: 'cancelled',
  stopped: 'cancelled',
};

/** The cases a step started in its present round. */
export const childrenOf = (step: StepId, { children = {}, rounds = {} }: OutcomeState): readonly Child[] =>
  Object.values(children).filter((child) => child.step === step && child.round === rounds[step]);
