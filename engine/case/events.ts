import type { Words } from '../../schemas/generated/process.ts';
import type { Due } from '../calendar/index.ts';
import type { Values } from '../form/value.ts';
import type { CivilDate, Instant, StepId, UserId } from '../shared/brand.ts';
import type { Reason } from './reason.ts';

/** When and by whom one command was recorded. `by` is a person, or the system for what no person did. */
export type Stamp = { readonly at: Instant; readonly by: Actor };
export type SystemActor = 'system:schedule' | 'system:deadline' | 'system:public';
export type Actor = UserId | SystemActor;

type Fact<Type extends string, Data> = { readonly type: Type; readonly v: 1; readonly data: Readonly<Data> };

/** One position somebody has in a round. Ids count up within the case and are never used twice. */
export type SeatEntered = {
  readonly id: number;
  readonly person: UserId;
  readonly reason: Reason;
  /** Not yet active: an earlier seat of a sequential step comes first. */
  readonly waiting?: true;
  /** The absent person this one stands in for; decisions are made under the own name. */
  readonly for?: UserId;
  /** The seat that added it. */
  readonly from?: number;
  readonly place?: SeatPlace;
};
/**
 * Why a seat is there beyond the step's own people: `before` and `after` must agree whatever the mode counts,
 * `parallel` votes with the others, `delegate` advises its owner, `escalated` takes over from somebody late.
 */
export type SeatPlace = 'before' | 'after' | 'parallel' | 'delegate' | 'escalated';
/** How a round ended. */
export type Closing = 'submitted' | 'all' | 'any' | 'sequential' | 'votes' | 'deadline' | 'children';
/** How a rejection was decided: by the first, by everybody, or because the votes can no longer be reached. */
export type Failing = 'any' | 'all' | 'impossible' | 'deadline';
/** Words of the definition, recorded with a decision that a deadline made. */
export type Because = Words;
/** The case and step another case was started from. `on`: the occurrence of a series. */
export type Cause = {
  readonly case: string;
  readonly step: StepId;
  readonly on?: CivilDate;
  /** The key of the order it was started by: what it ends with is told under it. */
  readonly key?: string;
};
/** The period of a recurring duty that a case answers, for whom, until when it is to be handed in, and when it closes. */
export type DutyCause = {
  readonly period: string;
  readonly from: CivilDate;
  readonly subject: string;
  readonly due: Due;
  readonly closes?: Instant;
};
/** The row of a ledger that started a case, and the day it did. */
export type RowCause = { readonly ledger: string; readonly row: string; readonly on: CivilDate };
/** Field path (`plan.total`) to its new value; `null` where the value was removed. */
export type Changed = Readonly<Record<string, unknown>>;
export type BranchTaken = {
  readonly index: number;
  readonly taken: boolean;
  readonly because: Reason;
  /** Ended by a rejection that ends the branch only. */
  readonly rejected?: true;
};
type At = { readonly step: StepId; readonly round: number };

/**
 * Everything that can have happened to a case, past tense.
 * Stored as JSON for years: a published shape never changes; a new shape is a variant with `v: 2`.
 */
export type CaseEvent =
  | Fact<
      'CaseStarted',
      {
        definition: string;
        version: number;
        digest: string;
        starter: UserId;
        cause?: Cause;
        duty?: DutyCause;
        row?: RowCause;
        /** The name of the start token by which a machine began it. */
        via?: string;
        /** The name of the public link by which somebody without an account sent it. */
        link?: string;
      }
    >
  | Fact<'ValuesGiven', { changed: Changed }>
  | Fact<'StepEntered', At & { seats: readonly SeatEntered[]; due?: Due }>
  | Fact<'StepSubmitted', At & { seat: number; changed: Changed; digest: string }>
  | Fact<
      'SeatAgreed',
      At & { seat: number; opinion?: string; changed: Changed; digest: string; like?: At & { seat: number } }
    >
  | Fact<'SeatActivated', At & { seat: number }>
  | Fact<'StepCompleted', At & { why: Closing; cancelled: readonly number[]; because?: Because }>
  | Fact<'PathChosen', { block: StepId; branches: readonly BranchTaken[] }>
  | Fact<
      'StepReturned',
      At & {
        seat: number;
        to: StepId;
        opinion: string;
        reset: readonly StepId[];
        cancelled: readonly number[];
        then?: 'straightBack';
      }
    >
  | Fact<'SeatMoved', At & { seat: number; to: SeatEntered; opinion: string }>
  | Fact<
      'CaseRejected',
      At & { seat?: number; opinion: string; cancelled: readonly number[]; why?: Failing; because?: Because }
    >
  | Fact<'CaseWithdrawn', { opinion: string; to?: StepId; reset: readonly StepId[]; cancelled: readonly number[] }>
  | Fact<'CaseCompleted', Record<never, never>>
  | Fact<'Commented', { text: string }>
  | Fact<'Copied', { step: StepId; seats: readonly SeatEntered[]; see: readonly string[] }>
  | Fact<
      'LedgerWritten',
      {
        step: StepId;
        ledger: string;
        row: string;
        write: 'insert' | 'update';
        base: number;
        cells: Changed;
        undo?: true;
        /** The fields that undoing it reads, as they are now; with `item` also cells of that row, as `item.<column>`. */
        given?: Changed;
        /** The row of a table it was written for. */
        item?: string;
        /** Not the row of the case itself. */
        other?: true;
        /** No step wrote it: the case has ended and is kept. */
        archive?: true;
      }
    >
  | Fact<
      'StartRequested',
      {
        step: StepId;
        key: string;
        process: string;
        starter: UserId;
        values: Values;
        on?: CivilDate;
        /** The row it stands for. */
        row?: string;
        /** The case goes on when the started one has ended. */
        wait?: true;
        /** Not a start step but what `step` wrote to this ledger has started it. */
        ledger?: string;
      }
    >
  /** `wait`: the case goes on when the planned one has ended. */
  | Fact<'StartPlanned', { step: StepId; on: CivilDate; wait?: true }>
  /** What was planned was no longer wanted on its day. */
  | Fact<'StartDropped', { step: StepId; on: CivilDate }>
  | Fact<'SeriesOpened', { step: StepId; next: CivilDate }>
  | Fact<'SeriesAdvanced', { step: StepId; next: CivilDate }>
  | Fact<'SeriesClosed', { step: StepId; on: CivilDate }>
  | Fact<'DeadlinePassed', At & { level: number; due: Instant; copied: readonly SeatEntered[]; see: readonly string[] }>
  // votes
  | Fact<'SeatAbstained', At & { seat: number; opinion?: string; digest: string }>
  /** A rejection that counts but does not decide yet. */
  | Fact<'SeatRejected', At & { seat: number; opinion: string; digest: string }>
  /** A vote to return that waits for the others. */
  | Fact<'SeatReturned', At & { seat: number; to: StepId; opinion: string }>
  /** A rejection ends the branch of the parallel block and leaves the others alone; `reset` never runs. */
  | Fact<
      'BranchRejected',
      At & {
        block: StepId;
        branch: number;
        why: Failing;
        cancelled: readonly number[];
        seat?: number;
        opinion?: string;
        because?: Because;
      }
    >
  // more people, fewer people, other people
  | Fact<'SignersAdded', At & { seat?: number; place: SeatPlace; seats: readonly SeatEntered[]; opinion: string }>
  | Fact<'SignerRemoved', At & { seat: number; opinion: string; cancelled: readonly number[] }>
  | Fact<'SeatDelegated', At & { seat: number; to: SeatEntered; opinion: string }>
  | Fact<'SeatAdvised', At & { seat: number; opinion: string }>
  | Fact<'SeatClaimed', At & { seat: number; held: readonly number[] }>
  | Fact<'SeatReleased', At & { seat: number; freed: readonly number[] }>
  | Fact<'Urged', { seats: readonly number[]; text?: string }>
  | Fact<'Consulted', { consultation: number; step: StepId; to: SeatEntered; question: string; see: readonly string[] }>
  | Fact<'Replied', { consultation: number; text: string }>
  // going back
  | Fact<
      'SeatTakenBack',
      At & {
        seat: number;
        to: SeatEntered;
        opinion: string;
        reset: readonly StepId[];
        cancelled: readonly number[];
        /** Seats of the round that wait for their turn again. */
        resting?: readonly number[];
      }
    >
  /** Approvals whose content has changed since: each gets a fresh seat in the same round, which opens again. */
  | Fact<
      'SeatsReopened',
      At & {
        seats: readonly { readonly was: number; readonly seat: SeatEntered }[];
        changed: readonly string[];
        due?: Due;
      }
    >
  /** Blocks that have to be gone through again because their choice would be another one now. */
  | Fact<'PathsReset', { reset: readonly StepId[]; cancelled: readonly number[] }>
  // the case as a whole
  | Fact<'CaseHeld', { opinion: string }>
  | Fact<
      'CaseResumed',
      {
        opinion: string;
        dues: readonly { readonly step: StepId; readonly due: Due }[];
        /** Deadlines of those who are asked first. */
        asked?: readonly { readonly step: StepId; readonly due: Due }[];
      }
    >
  | Fact<'CaseCancelled', { opinion: string; cancelled: readonly number[]; forced?: true }>
  /** An administrator moves the case; `passed` are steps that count as done without anybody's decision. */
  | Fact<
      'CaseJumped',
      {
        to: StepId;
        opinion: string;
        reset: readonly StepId[];
        passed: readonly StepId[];
        branches: readonly { readonly block: StepId; readonly taken: readonly BranchTaken[] }[];
        cancelled: readonly number[];
      }
    >
  | Fact<'RevocationAsked', { key: string; process: string; opinion: string }>
  | Fact<'CaseRevoked', { case: string; opinion: string }>
  // time
  /** By hand, or because the calendar it was counted by has been changed. */
  | Fact<'DueChanged', At & { due: Due; opinion: string; why?: 'calendar' }>
  /** A step's clock stands still while somebody else is asked first, and goes on with a moved deadline. */
  /** `asked`: until when whoever is asked first should have answered. */
  | Fact<'ClockStopped', At & { seat: number; asked?: Due }>
  | Fact<'ClockResumed', At & { seat: number; due: Due }>
  | Fact<'Reminded', At & { n: number; at: Instant; seats: readonly number[] }>
  /** The same for those who are asked first, while the step's own clock stands still. */
  | Fact<
      'AskedFirstLate',
      At & {
        level: number;
        due: Instant;
        copied: readonly SeatEntered[];
        see: readonly string[];
        seats: readonly number[];
      }
    >
  | Fact<
      'RowDeadlinePassed',
      {
        step: StepId;
        row: string;
        level: number;
        due: Instant;
        copied: readonly SeatEntered[];
        see: readonly string[];
        seats: readonly number[];
      }
    >
  // other cases
  | Fact<'ChildOpened', { key: string; case: string; number: string }>
  | Fact<'ChildEnded', { key: string; case: string; status: string; given: Changed }>
  | Fact<'ChildStopped', { key: string; case?: string }>;

export type CaseEventType = CaseEvent['type'];
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
