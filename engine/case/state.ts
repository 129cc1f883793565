import type { Due, Pause } from '../calendar/index.ts';
import type { FieldPath, Values } from '../form/value.ts';
import type { CivilDate, Instant, StepId, UserId } from '../shared/brand.ts';
import type { Actor, BranchTaken, Cause, Changed, DutyCause, RowCause, SeatPlace } from './events.ts';
import type { Reason } from './reason.ts';

/**
 * `waiting` for its turn or for somebody asked first, `held` while another has claimed the task, `advised` gave advice
 * to the owner, `superseded` was undone by a return, a take-back or changed content.
 */
export type SeatStatus =
  | 'open'
  | 'waiting'
  | 'held'
  | 'submitted'
  | 'agreed'
  | 'abstained'
  | 'rejected'
  | 'returned'
  | 'advised'
  | 'moved'
  | 'cancelled'
  | 'superseded';

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
  readonly for?: UserId;
  readonly from?: number;
  readonly place?: SeatPlace;
  /** Why it ended without a decision of its own. */
  readonly end?: Reason;
  /** Where it would have returned the case, while the others are still asked. */
  readonly to?: StepId;
  readonly claimed?: true;
};

export type StepState = {
  readonly round: number;
  readonly status: 'open' | 'done';
  readonly since: Instant;
  readonly due?: Due;
  /** What the deadline was counted from and when its clock stood still; absent when it was not counted but given. */
  readonly counted?: { readonly from: Instant; readonly pauses: readonly Pause[] };
  /** How many moments after the deadline have been noticed: 0 in time, 1 late, more: escalated. */
  readonly late: number;
  /** How many reminders were sent. */
  readonly reminded: number;
  readonly seats: readonly Seat[];
  /** Since when the clock stands still, and for which seat. */
  readonly stopped?: {
    readonly at: Instant;
    readonly seat: number;
    /** Until when whoever is asked first should have answered, and how many moments of that were noticed. */
    readonly asked?: Due;
    readonly noticed?: number;
  };
  /** Moments noticed of each row's own deadline, by row id. */
  readonly rowsLate?: Readonly<Record<string, number>>;
  /** The deadline each row had then: with another one it is noticed afresh. */
  readonly rowsDue?: Readonly<Record<string, Instant>>;
  /** Ended by a rejection that ended its branch. */
  readonly rejected?: true;
  /** An administrator moved the case past it: nobody decided, nothing was done. */
  readonly passed?: true;
};

/** A case that this one started and knows of. */
export type Child = {
  readonly step: StepId;
  /** The round of the step it was started in. */
  readonly round?: number;
  readonly process: string;
  readonly row?: string;
  readonly wait?: true;
  readonly case?: string;
  readonly number?: string;
  /** Absent until it has ended or was stopped. */
  readonly ended?: string;
};

export type Consultation = {
  readonly id: number;
  readonly step: StepId;
  readonly by: Actor;
  readonly to: UserId;
  readonly question: string;
  readonly at: Instant;
  readonly answer?: string;
  readonly answeredAt?: Instant;
};

/** What an administrator did to a case; shown to everybody who reads it. */
export type Intervention = {
  readonly kind: 'cancelled' | 'jumped' | 'reassigned' | 'due-changed' | 'held' | 'removed';
  readonly by: Actor;
  readonly at: Instant;
  readonly opinion: string;
  readonly step?: StepId;
};

/** A person's agreement, kept across returns: the base of "never asked again for what has not changed". */
export type Agreement = {
  readonly person: UserId;
  readonly step: StepId;
  readonly round: number;
  readonly seat: number;
  readonly digest: string;
};

/** What a ledger step that can be undone wrote: the row, and the fields that undoing reads as they were then. */
export type Written = { readonly ledger: string; readonly row: string; readonly given: Changed };

/**
 * A return that leads straight back to the step that made it: where to, and what the case held then. `renewed` are the
 * values with which steps in between have run again since.
 */
export type StraightBack = {
  readonly to: StepId;
  readonly values: Values;
  readonly renewed?: Readonly<Record<StepId, Values>>;
};

export type CaseStatus = 'open' | 'completed' | 'rejected' | 'withdrawn' | 'cancelled' | 'revoked';

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
  /** When a form was handed in first: what is returned afterwards stays handed in. */
  readonly submittedAt?: Instant;
  readonly cause?: Cause;
  readonly duty?: DutyCause;
  /** The row of a ledger whose day had come. */
  readonly row?: RowCause;
  /** The name of the start token by which a machine began it. */
  readonly via?: string;
  /** The name of the public link by which somebody without an account sent it. */
  readonly link?: string;
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
  /** Cases that were started, by the key of the order. */
  readonly children: Readonly<Record<string, Child>>;
  readonly consultations: readonly Consultation[];
  readonly interventions: readonly Intervention[];
  readonly held?: { readonly by: Actor; readonly at: Instant; readonly opinion: string };
  /** The order that asks for a revocation, while it is open. */
  readonly revocation?: string;
  readonly urgedAt?: Instant;
  /** Entered in the archive when it was completed. */
  readonly archived?: true;
  /** Of this pass, by step; `writtenEach` of steps that write one row for each row of a table. */
  readonly written?: Readonly<Record<StepId, Written>>;
  readonly writtenEach?: Readonly<Record<StepId, readonly Written[]>>;
  /** Returns under way, by the step that made them and is asked again next. */
  readonly straightBack?: Readonly<Record<StepId, StraightBack>>;
  /** Who decided each step last, for steps that begin anew. */
  readonly familiar?: Readonly<Record<StepId, UserId>>;
};
