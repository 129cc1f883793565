/* Generated from ../scenario.schema.json by `npm run generate`: change the schema instead. */
import type { CivilDateText, Id } from './common.ts';
export type { CivilDateText, Id } from './common.ts';

export type Action =
  | StartAction
  | ReceiveAction
  | SubmitAction
  | AgreeAction
  | ReturnAction
  | RejectAction
  | TransferAction
  | WithdrawAction
  | CommentAction
  | AbstainAction
  | AddSignersAction
  | RemoveSignerAction
  | DelegateAction
  | AdviseAction
  | ClaimAction
  | ReleaseAction
  | UrgeAction
  | ConsultAction
  | ReplyAction
  | TakeBackAction
  | CancelAction
  | HoldAction
  | ResumeAction
  | TerminateAction
  | RevokeAction
  | JumpAction
  | ReassignAction
  | ChangeDueAction
  | WaitAction
  | ExpectAction
  | AbsenceAction;

/**
 * Stories a process is tested with, under a virtual clock.
 */
export interface ScenarioDocument {
  format: 'scenario/v1';
  process: Id;
  values?: NamedValues;
  /**
   * @minItems 1
   */
  scenarios: Scenario[];
}
/**
 * values by name, used as `values: {use: name}`
 */
export interface NamedValues {
  [k: string]: ScenarioValues;
}
export interface ScenarioValues {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface Scenario {
  title: string;
  /**
   * local time the story starts
   */
  clock: string;
  ledgers?: OpeningRows;
  /**
   * @minItems 1
   */
  do: Action[];
}
/**
 * ledger rows present before the story
 */
export interface OpeningRows {
  [k: string]: {
    [k: string]: unknown;
  }[];
}
export interface StartAction {
  by: Id;
  /**
   * true: the process of this file
   */
  start: true | Id;
  use?: string;
  values?: ScenarioValues1;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ScenarioValues1 {
  [k: string]: {
    [k: string]: unknown;
  };
}
/**
 * somebody without an account sends the form by a link of `by`
 */
export interface ReceiveAction {
  by: Id;
  /**
   * true: the process of this file
   */
  receive: true | Id;
  use?: string;
  values?: ScenarioValues2;
  fixed?: ScenarioValues3;
  /**
   * the case the link is about: main, or <process>/<n>
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ScenarioValues2 {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface ScenarioValues3 {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface SubmitAction {
  by: Id;
  submit: Id;
  use?: string;
  values?: ScenarioValues4;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ScenarioValues4 {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface AgreeAction {
  by: Id;
  agree: Id;
  use?: string;
  values?: ScenarioValues5;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ScenarioValues5 {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface ReturnAction {
  by: Id;
  return: Id;
  to: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface RejectAction {
  by: Id;
  reject: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface TransferAction {
  by: Id;
  transfer: Id;
  to: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface WithdrawAction {
  by: Id;
  /**
   * true: the case ends; keep: back to the first step
   */
  withdraw: true | 'keep';
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface CommentAction {
  by: Id;
  comment: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface AbstainAction {
  by: Id;
  abstain: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface AddSignersAction {
  by: Id;
  addSigners: Id;
  place: 'before' | 'after' | 'parallel';
  /**
   * @minItems 1
   */
  people: Id[];
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface RemoveSignerAction {
  by: Id;
  removeSigner: Id;
  person: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface DelegateAction {
  by: Id;
  delegate: Id;
  to: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface AdviseAction {
  by: Id;
  advise: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ClaimAction {
  by: Id;
  claim: Id;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ReleaseAction {
  by: Id;
  release: Id;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface UrgeAction {
  by: Id;
  urge: true;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ConsultAction {
  by: Id;
  consult: Id;
  to: Id;
  question?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ReplyAction {
  by: Id;
  reply: number;
  text: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface TakeBackAction {
  by: Id;
  takeBack: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface CancelAction {
  by: Id;
  cancel: true;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface HoldAction {
  by: Id;
  hold: true;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ResumeAction {
  by: Id;
  resume: true;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface TerminateAction {
  by: Id;
  terminate: true;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface RevokeAction {
  by: Id;
  revoke: true;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface JumpAction {
  by: Id;
  jump: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ReassignAction {
  by: Id;
  reassign: Id;
  person: Id;
  to: Id;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface ChangeDueAction {
  by: Id;
  changeDue: Id;
  due: string;
  opinion?: string;
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with, or for wrong values the code of one of them
   */
  refuse?: string;
  /**
   * with refuse: the path of the wrong value, form.field
   */
  at?: string;
}
export interface WaitAction {
  /**
   * a span, or a local moment; whatever falls due on the way happens
   */
  wait: string;
}
export interface ExpectAction {
  /**
   * which case: main, the first one of the story, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  expect: Expectation;
}
export interface Expectation {
  status?: 'open' | 'completed' | 'rejected' | 'withdrawn' | 'cancelled' | 'revoked';
  open?: OpenSeats;
  skipped?: Id[];
  overdue?: Id[];
  round?: Rounds;
  due?: DueMoments;
  values?: ExpectedValues;
  ledger?: ExpectedRows;
  rows?: ExpectedRowLists;
  started?: StartedCases;
  copied?: Id[];
  waiting?: WaitingSeats;
  /**
   * steps whose approvals were asked again because their content changed, so far
   */
  reopened?: Id[];
  reminded?: Reminders;
  /**
   * all that administrators did to the case, in order, as everybody who reads it sees
   */
  marked?: ('cancelled' | 'jumped' | 'reassigned' | 'due-changed' | 'held' | 'removed')[];
}
/**
 * exactly these steps are open, with exactly these people
 */
export interface OpenSeats {
  [k: string]: Id[];
}
export interface Rounds {
  [k: string]: number;
}
/**
 * local moment a step is due
 */
export interface DueMoments {
  [k: string]: string;
}
/**
 * path to value; a cell of a table by the index of its row: form.table.0.column
 */
export interface ExpectedValues {
  [k: string]: unknown;
}
/**
 * columns of the row this case wrote
 */
export interface ExpectedRows {
  [k: string]: {
    [k: string]: unknown;
  };
}
/**
 * all rows of a ledger that the case has written, in the order it first wrote them; cells that are not named may be anything
 */
export interface ExpectedRowLists {
  [k: string]: {
    [k: string]: unknown;
  }[];
}
/**
 * cases of a process that exist so far in the story
 */
export interface StartedCases {
  [k: string]: number;
}
/**
 * people of these steps who wait for others
 */
export interface WaitingSeats {
  /**
   * @minItems 1
   */
  [k: string]: Id[];
}
export interface Reminders {
  [k: string]: number;
}
/**
 * somebody is away, and somebody else stands in
 */
export interface AbsenceAction {
  absent: Id;
  proxy: Id;
  from: CivilDateText;
  until: CivilDateText;
}
