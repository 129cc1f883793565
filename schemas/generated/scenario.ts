/* Generated from ../scenario.schema.json by `npm run generate`: change the schema instead. */
import type { Id } from './common.ts';
export type { Id } from './common.ts';

export type Action =
  | StartAction
  | SubmitAction
  | AgreeAction
  | ReturnAction
  | RejectAction
  | TransferAction
  | WithdrawAction
  | CommentAction
  | WaitAction
  | ExpectAction;

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
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface ScenarioValues1 {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface SubmitAction {
  by: Id;
  submit: Id;
  use?: string;
  values?: ScenarioValues2;
  /**
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface ScenarioValues2 {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface AgreeAction {
  by: Id;
  agree: Id;
  use?: string;
  values?: ScenarioValues3;
  opinion?: string;
  /**
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface ScenarioValues3 {
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
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface RejectAction {
  by: Id;
  reject: Id;
  opinion?: string;
  /**
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface TransferAction {
  by: Id;
  transfer: Id;
  to: Id;
  opinion?: string;
  /**
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface WithdrawAction {
  by: Id;
  withdraw: true;
  opinion?: string;
  /**
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
   */
  at?: string;
}
export interface CommentAction {
  by: Id;
  comment: string;
  /**
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  /**
   * the code it is refused with
   */
  refuse?: string;
  /**
   * with refuse: the path the first issue points to
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
   * which case: main, or <process>/<n> for the nth case of a process started so far
   */
  in?: string;
  expect: Expectation;
}
export interface Expectation {
  status?: 'open' | 'completed' | 'rejected' | 'withdrawn';
  open?: OpenSeats;
  skipped?: Id[];
  overdue?: Id[];
  round?: Rounds;
  due?: DueMoments;
  values?: ExpectedValues;
  ledger?: ExpectedRows;
  started?: StartedCases;
  copied?: Id[];
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
 * path to value
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
 * cases of a process that exist so far in the story
 */
export interface StartedCases {
  [k: string]: number;
}
