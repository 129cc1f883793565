import type { Due } from '../calendar/index.ts';
import type { Values } from '../form/value.ts';
import type { CivilDate, Instant, StepId, UserId } from '../shared/brand.ts';
import type { Reason } from './reason.ts';

/** When and by whom one command was recorded. `by` is a person, or `system:schedule` / `system:deadline`. */
export type Stamp = { readonly at: Instant; readonly by: Actor };
export type SystemActor = 'system:schedule' | 'system:deadline';
export type Actor = UserId | SystemActor;

type Fact<Type extends string, Data> = { readonly type: Type; readonly v: 1; readonly data: Readonly<Data> };

/** One position somebody has in a round. Ids count up within the case and are never used twice. */
export type SeatEntered = {
  readonly id: number;
  readonly person: UserId;
  readonly reason: Reason;
  /** Not yet active: an earlier seat of a sequential step comes first. */
  readonly waiting?: true;
};
/** The case and step another case was started from. `on`: the occurrence of a series. */
export type Cause = { readonly case: string; readonly step: StepId; readonly on?: CivilDate };
/** Field path (`plan.total`) to its new value; `null` where the value was removed. */
export type Changed = Readonly<Record<string, unknown>>;
export type BranchTaken = { readonly index: number; readonly taken: boolean; readonly because: Reason };
type At = { readonly step: StepId; readonly round: number };

/**
 * Everything that can have happened to a case, past tense.
 * Stored as JSON for years: a published shape never changes; a new shape is a variant with `v: 2`.
 */
export type CaseEvent =
  | Fact<'CaseStarted', { definition: string; version: number; digest: string; starter: UserId; cause?: Cause }>
  | Fact<'ValuesGiven', { changed: Changed }>
  | Fact<'StepEntered', At & { seats: readonly SeatEntered[]; due?: Due }>
  | Fact<'StepSubmitted', At & { seat: number; changed: Changed; digest: string }>
  | Fact<
      'SeatAgreed',
      At & { seat: number; opinion?: string; changed: Changed; digest: string; like?: At & { seat: number } }
    >
  | Fact<'SeatActivated', At & { seat: number }>
  | Fact<'StepCompleted', At & { why: 'submitted' | 'all' | 'any' | 'sequential'; cancelled: readonly number[] }>
  | Fact<'PathChosen', { block: StepId; branches: readonly BranchTaken[] }>
  | Fact<
      'StepReturned',
      At & { seat: number; to: StepId; opinion: string; reset: readonly StepId[]; cancelled: readonly number[] }
    >
  | Fact<'SeatMoved', At & { seat: number; to: SeatEntered; opinion: string }>
  | Fact<'CaseRejected', At & { seat: number; opinion: string; cancelled: readonly number[] }>
  | Fact<'CaseWithdrawn', { opinion: string; to?: StepId; reset: readonly StepId[]; cancelled: readonly number[] }>
  | Fact<'CaseCompleted', Record<never, never>>
  | Fact<'Commented', { text: string }>
  | Fact<'Copied', { step: StepId; seats: readonly SeatEntered[]; see: readonly string[] }>
  | Fact<
      'LedgerWritten',
      { step: StepId; ledger: string; row: string; write: 'insert' | 'update'; base: number; cells: Changed }
    >
  | Fact<
      'StartRequested',
      { step: StepId; key: string; process: string; starter: UserId; values: Values; on?: CivilDate }
    >
  | Fact<'StartPlanned', { step: StepId; on: CivilDate }>
  | Fact<'SeriesOpened', { step: StepId; next: CivilDate }>
  | Fact<'SeriesAdvanced', { step: StepId; next: CivilDate }>
  | Fact<'SeriesClosed', { step: StepId; on: CivilDate }>
  | Fact<
      'DeadlinePassed',
      At & { level: number; due: Instant; copied: readonly SeatEntered[]; see: readonly string[] }
    >;

export type CaseEventType = CaseEvent['type'];
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
