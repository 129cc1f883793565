import type { Due } from '../calendar/index.ts';
import type { FieldPath, Values } from '../form/value.ts';
import type { CivilDate, Instant, StepId, UserId } from '../shared/brand.ts';
import type { Actor, BranchTaken, Cause } from './events.ts';
import type { Reason } from './reason.ts';

export type SeatStatus = 'open' | 'waiting' | 'submitted' | 'agreed' | 'rejected' | 'returned' | 'moved' | 'cancelled';

/** One person's position in one round of a step. */
export type Seat = {
  readonly id: number;
  readonly person: UserId;
  readonly reason: Reason;
  readonly status: SeatStatus;
  /** When it was decided or left. */
  readonly at?: Instant;
  readonly opinion?: string;
  /** Digest of what the step showed when the seat decided. */
  readonly digest?: string;
  /** Agreed without asking: the person agreed to the same content there. */
  readonly auto?: true;
};

export type StepState = {
  readonly round: number;
  readonly status: 'open' | 'done';
  readonly since: Instant;
  readonly due?: Due;
  /** How many moments after the deadline have been noticed: 0 in time, 1 late, more: escalated. */
  readonly late: number;
  readonly seats: readonly Seat[];
};

/** A person's agreement, kept across returns: the base of "never asked again for what has not changed". */
export type Agreement = {
  readonly person: UserId;
  readonly step: StepId;
  readonly round: number;
  readonly seat: number;
  readonly digest: string;
};

export type CaseStatus = 'open' | 'completed' | 'rejected' | 'withdrawn';

/**
 * What the entries of a case add up to. `steps` holds the present pass only: a return removes the steps it resets,
 * their history stays in the log; `rounds` counts on.
 */
export type CaseState = {
  readonly status: CaseStatus;
  readonly definition: { readonly id: string; readonly version: number; readonly digest: string };
  readonly starter: UserId;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly cause?: Cause;
  readonly values: Values;
  readonly steps: Readonly<Record<StepId, StepState>>;
  /** Blocks entered in this pass: index of each branch taken, and why. */
  readonly branches: Readonly<Record<StepId, readonly BranchTaken[]>>;
  readonly rounds: Readonly<Record<StepId, number>>;
  /** How often each step has returned the case. */
  readonly returns: Readonly<Record<StepId, number>>;
  /** Open steps that a return or withdrawal led to: they are asked again whatever they agreed to before. */
  readonly reopened: readonly StepId[];
  readonly agreements: readonly Agreement[];
  readonly comments: readonly { readonly by: Actor; readonly at: Instant; readonly text: string }[];
  readonly seatCount: number;
  /** Everybody who ever had a seat, and the steps: what one was shown stays readable. */
  readonly seen: Readonly<Record<UserId, readonly StepId[]>>;
  /** What copies showed each person: field paths, columns included. */
  readonly copies: Readonly<Record<UserId, readonly FieldPath[]>>;
  /** Row ids this case wrote, by ledger. */
  readonly rows: Readonly<Record<string, string>>;
  /** Next occurrence of each open series; date of each planned start. */
  readonly series: Readonly<Record<StepId, CivilDate>>;
  readonly planned: Readonly<Record<StepId, CivilDate>>;
  /** Starts requested so far by step: makes their keys. */
  readonly starts: Readonly<Record<StepId, number>>;
};
