import type { StepId } from '../shared/brand.ts';
import { ownerOf, treeBelow } from './lineage.ts';
import { isPending } from './move-seat.ts';
import { childrenOf } from './outcome.ts';
import type { Recorder } from './recorder.ts';
import type { NotAllowed } from './refusal.ts';
import { rewound } from './rewind.ts';
import type { MySeat } from './seat.ts';
import type { Seat, SeatStatus } from './state.ts';

/** What followed from one decision. */
export type Followers = {
  /** Steps and blocks behind the step. */
  readonly steps: readonly StepId[];
  /** Signers who were added with the decision, and those they added. */
  readonly added: readonly Seat[];
  /** Seats of the round whose turn it became. */
  readonly next: readonly Seat[];
  /** The one among them who had asked the decider first. */
  readonly owner?: Seat;
  /** All seats of the round that came after the decision, and all behind it. */
  readonly round: readonly Seat[];
  readonly behind: readonly Seat[];
};

export function followersOf({ step, state, seat }: MySeat, { definition, state: { steps } }: Recorder): Followers {
  const behind = rewound(definition, step.id).filter((id) => id !== step.id);
  const after = state.seats.filter(({ from, place }) => from === seat.id && place === 'after');
  const added = after.flatMap((each) => [each, ...treeBelow(each, state.seats)]);
  const inOrder = step.kind === 'approve' && step.mode === 'sequential';
  const later = inOrder ? state.seats.slice(state.seats.indexOf(seat) + 1).filter((each) => !added.includes(each)) : [];
  const owner = ownerOf(seat, state.seats);
  const others = [...later, ...(owner === undefined ? [] : [owner])];
  return {
    steps: behind,
    added,
    next: others.filter(({ status }) => status === 'open'),
    ...(owner?.status === 'open' ? { owner } : {}),
    round: [...added, ...others],
    behind: behind.flatMap((id) => steps[id]?.seats ?? []),
  };
}

/** Why a decision can no longer be taken back, by what has become of what followed. */
export function whyTooLate({ round, behind, steps }: Followers, recorder: Recorder): NotAllowed | undefined {
  const { state, facts } = recorder;
  const hasAsked = state.consultations.some(({ step }) => steps.includes(step));
  if (hasAsked || round.some(hasDecided) || behind.some(hasActed)) return 'acted-upon';
  const hasViewed = (seat: Seat) => isPending(seat) && facts.viewedSince?.includes(seat.person) === true;
  if ([...round, ...behind].some(hasViewed)) return 'viewed';
  return steps.some((id) => hasRun(id, recorder)) ? 'too-late' : undefined;
}

const DECISIONS: ReadonlySet<SeatStatus> = new Set([
  'submitted',
  'agreed',
  'abstained',
  'rejected',
  'returned',
  'advised',
]);

const hasDecided = ({ status, auto, claimed }: Seat): boolean => (DECISIONS.has(status) && !auto) || claimed === true;

/** Deciding, claiming, handing on and asking others are acts; what the system did is none. */
const hasActed = (seat: Seat): boolean =>
  hasDecided(seat) || seat.reason.rule === 'transfer' || seat.from !== undefined;

/** What a step did beyond the case and nobody can undo: a write without a way back, a case that was started. */
function hasRun(id: StepId, { definition, state }: Recorder): boolean {
  const step = definition.steps.get(id);
  if (step?.kind === 'start') return childrenOf(id, state).length > 0;
  const present = state.steps[id];
  return step?.kind === 'ledger' && step.undo.length === 0 && present !== undefined && !present.passed;
}
