/* Generated from ../api.schema.json by `npm run generate`: change the schema instead. */
import type { CalendarDocument } from './calendar.ts';
export type { CalendarDocument } from './calendar.ts';
import type { Words } from './common.ts';
export type { Words } from './common.ts';
import type { CheckRule, Column, Field, Fields, Sections, StepWords } from './process.ts';
export type { CheckRule, Column, Field, Fields, Sections, StepWords } from './process.ts';

export type Status = 'open' | 'completed' | 'rejected' | 'withdrawn';
export type PictureNode = StepNode | BlockNode;
export type CaseCommandBody =
  SubmitCommand | AgreeCommand | RejectCommand | ReturnCommand | TransferCommand | WithdrawCommand | CommentCommand;

/**
 * Bodies of the HTTP API.
 */
export interface Api {
  values?: FormValues;
  person?: PersonView;
  people?: PeopleView;
  unit?: UnitView;
  signIn?: SignIn;
  session?: SessionView;
  issue?: IssueView;
  problem?: Problem;
  area?: AreaView;
  processCard?: ProcessCard;
  processList?: ProcessList;
  form?: FormView;
  environment?: FormEnvironmentView;
  processView?: ProcessView;
  startCase?: StartCase;
  reason?: ReasonView;
  due?: DueView;
  seat?: SeatView;
  node?: PictureNode;
  stepNode?: StepNode;
  blockNode?: BlockNode;
  task?: TaskView;
  link?: CaseLink;
  status?: Status;
  comment?: CommentView;
  integrity?: IntegrityView;
  caseView?: CaseView;
  command?: CaseCommandBody;
  submitCommand?: SubmitCommand;
  agreeCommand?: AgreeCommand;
  rejectCommand?: RejectCommand;
  returnCommand?: ReturnCommand;
  transferCommand?: TransferCommand;
  withdrawCommand?: WithdrawCommand;
  commentCommand?: CommentCommand;
  outcome?: CommandOutcome;
  field?: SummaryField;
  caseCard?: CaseCard;
  caseList?: CaseList;
  taskCard?: TaskCard;
  taskList?: TaskList;
  change?: ChangeView;
  entry?: EntryView;
  entryList?: EntryList;
  ledgerCard?: LedgerCard;
  ledgerList?: LedgerList;
  ledgerPage?: LedgerPage;
  draft?: DraftView;
  saveDraft?: SaveDraft;
  peopleList?: PeopleList;
  file?: FileView;
  lookups?: LookupRequest;
  lookupResult?: LookupResult;
  referenceList?: ReferenceList;
  health?: Health;
  viewed?: Viewed;
  units?: UnitNames;
}
/**
 * form to field to value
 */
export interface FormValues {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface PersonView {
  id: string;
  name: Words;
  external?: boolean;
  posts: PostView[];
}
export interface PostView {
  post: string;
  title: Words;
  unit: string;
  unitTitle: Words;
}
export interface PeopleView {
  [k: string]: PersonView;
}
export interface UnitView {
  id: string;
  title: Words;
  parent?: string;
}
export interface SignIn {
  person: string;
  password: string;
}
export interface SessionView {
  person: PersonView;
  roles: ('admin' | 'auditor')[];
  company: Words;
  zone: string;
  now: string;
  today: string;
  expiresAt: string;
  development: boolean;
  counts: BoxCounts;
}
export interface BoxCounts {
  todo: number;
  copied: number;
  drafts: number;
}
export interface IssueView {
  code: string;
  /**
   * JSON Pointer into values
   */
  path: string;
  params?: {
    [k: string]: unknown;
  };
}
/**
 * RFC 9457 problem document: codes and parameters, no prose
 */
export interface Problem {
  type: string;
  status: number;
  code: string;
  issues?: IssueView[];
  params?: {
    [k: string]: unknown;
  };
  present?: CaseView;
}
export interface CaseView {
  id: string;
  number: string;
  version: number;
  status: Status;
  process: CaseProcess;
  subject: string;
  starter: string;
  startedAt: string;
  endedAt?: string;
  provisional?: boolean;
  cause?: CaseLink;
  children: CaseLink[];
  forms: FormView[];
  checks: CheckRule[];
  environment: FormEnvironmentView;
  values: FormValues;
  references: ReferenceRows;
  picture: PictureNode[];
  tasks: TaskView[];
  may: ('comment' | 'withdraw' | 'copy')[];
  comments: CommentView[];
  people: PeopleView;
  development?: boolean;
}
export interface CaseProcess {
  id: string;
  version: number;
  digest: string;
  title: Words;
  area: string;
  latest: number;
}
export interface CaseLink {
  id: string;
  number: string;
  process: string;
  title: Words;
  subject: string;
  status: Status;
  step?: string;
}
/**
 * a form with the fields I may see, lists of options resolved
 */
export interface FormView {
  id: string;
  title: Words;
  help?: Words;
  fields: Fields;
  sections?: Sections;
}
/**
 * what the expressions of the forms refer to
 */
export interface FormEnvironmentView {
  settings: SettingViews;
  ledgers: LedgerColumnViews;
  /**
   * working days the forms count with, from last year on
   */
  calendar: CalendarDocument;
}
export interface SettingViews {
  [k: string]: SettingView;
}
export interface SettingView {
  type: 'integer' | 'decimal' | 'money' | 'percent';
  value: string | number;
}
export interface LedgerColumnViews {
  [k: string]: LedgerColumnView;
}
export interface LedgerColumnView {
  title: Words;
  name?: string;
  columns: {
    [k: string]: Column;
  };
}
export interface ReferenceRows {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface StepNode {
  kind: 'fill' | 'approve' | 'start' | 'ledger' | 'copy';
  step: string;
  title?: Words;
  state: 'done' | 'open' | 'ahead' | 'skipped';
  round: number;
  mode?: 'any' | 'all' | 'sequential';
  seats: SeatView[];
  since?: string;
  due?: DueView;
  dueIn?: string;
  clause?: string;
  process?: string;
  processTitle?: Words;
  ledger?: string;
  ledgerTitle?: Words;
  every?: string;
  next?: string;
}
export interface SeatView {
  seat: number;
  person: string;
  status: 'open' | 'waiting' | 'agreed' | 'submitted' | 'rejected' | 'returned' | 'cancelled' | 'moved' | 'expected';
  at?: string;
  opinion?: string;
  auto?: boolean;
  reason: ReasonView;
}
/**
 * why, as recorded: the rule, its inputs, and what led to it
 */
export interface ReasonView {
  rule:
    | 'starter'
    | 'post'
    | 'post-in-unit'
    | 'manager-of'
    | 'head-of'
    | 'field'
    | 'table'
    | 'transfer'
    | 'self'
    | 'nobody'
    | 'only'
    | 'chosen'
    | 'otherwise'
    | 'not-chosen'
    | 'same-content';
  params?: {
    [k: string]: string;
  };
  because?: ReasonView[];
}
export interface DueView {
  at: string;
  provisional: boolean;
  overdue: boolean;
}
export interface BlockNode {
  kind: 'choose' | 'parallel';
  step: string;
  title?: Words;
  branches: BranchView[];
}
export interface BranchView {
  title?: Words;
  when?: string;
  state: 'taken' | 'skipped' | 'ahead';
  nodes: PictureNode[];
}
export interface TaskView {
  step: string;
  seat: number;
  kind: 'fill' | 'approve';
  title: Words;
  round: number;
  form?: string;
  edit: string[];
  actions: ('submit' | 'agree' | 'reject' | 'return' | 'transfer')[];
  returnTo: ReturnTarget[];
  returnsLeft?: number;
  /**
   * digest of what this step shows; send it back with the decision
   */
  seen: string;
  since: string;
  due?: DueView;
  words?: StepWords;
  reason: ReasonView;
  draft?: DraftView;
}
export interface ReturnTarget {
  step: string;
  title: Words;
}
export interface DraftView {
  id: string;
  process: string;
  version: number;
  title: Words;
  case?: string;
  step?: string;
  values: FormValues;
  savedAt: string;
  revision: number;
}
export interface CommentView {
  by: string;
  at: string;
  text: string;
}
export interface AreaView {
  id: string;
  title: Words;
}
export interface ProcessCard {
  id: string;
  version: number;
  title: Words;
  help?: Words;
  area: string;
  mayStart: boolean;
}
export interface ProcessList {
  areas: AreaView[];
  processes: ProcessCard[];
}
export interface ProcessView {
  id: string;
  version: number;
  digest: string;
  title: Words;
  help?: Words;
  area: string;
  mayStart: boolean;
  forms: FormView[];
  checks: CheckRule[];
  environment: FormEnvironmentView;
  picture: PictureNode[];
  start: StartView;
  initial: FormValues;
  people: PeopleView;
}
export interface StartView {
  step: string;
  title: Words;
  form: string;
  edit: string[];
  words?: StepWords;
}
export interface StartCase {
  process: string;
  version?: number;
  values: FormValues;
  draft?: string;
}
/**
 * the hash chain of the case: intact, or the first entry that does not verify
 */
export interface IntegrityView {
  state: 'intact' | 'broken';
  entries: number;
  head: string;
  at?: number;
}
export interface SubmitCommand {
  do: 'submit';
  step: string;
  seen: string;
  values: FormValues;
}
export interface AgreeCommand {
  do: 'agree';
  step: string;
  seen: string;
  values?: FormValues;
  opinion?: string;
}
export interface RejectCommand {
  do: 'reject';
  step: string;
  opinion: string;
}
export interface ReturnCommand {
  do: 'return';
  step: string;
  to: string;
  opinion: string;
}
export interface TransferCommand {
  do: 'transfer';
  step: string;
  to: string;
  opinion: string;
}
export interface WithdrawCommand {
  do: 'withdraw';
  /**
   * true: back to the first step with everything kept; false: the case ends
   */
  keep: boolean;
  opinion: string;
}
export interface CommentCommand {
  do: 'comment';
  text: string;
}
export interface CommandOutcome {
  id: string;
  number: string;
  version: number;
  status: Status;
}
export interface SummaryField {
  field: Field;
  value: unknown;
}
export interface CaseCard {
  id: string;
  number: string;
  process: string;
  title: Words;
  subject: string;
  summary: SummaryField[];
  status: Status;
  starter: string;
  startedAt: string;
  updatedAt: string;
  version: number;
  waiting: WaitingView[];
  integrity?: IntegrityView;
}
export interface WaitingView {
  step: string;
  title: Words;
  people: string[];
  due?: DueView;
}
export interface CaseList {
  items: CaseCard[];
  next?: string;
  people: PeopleView;
  total?: number;
  units: UnitNames;
}
/**
 * titles of the units an answer mentions
 */
export interface UnitNames {
  [k: string]: Words;
}
export interface TaskCard {
  id: string;
  kind: 'fill' | 'approve' | 'copy' | 'started' | 'draft';
  case?: CaseCard;
  draft?: DraftView;
  step?: string;
  title?: Words;
  since: string;
  due?: DueView;
  outcome?: 'submitted' | 'agreed' | 'rejected' | 'returned' | 'moved' | 'cancelled' | 'waiting';
  unread?: boolean;
}
export interface TaskList {
  items: TaskCard[];
  next?: string;
  people: PeopleView;
  total?: number;
  units: UnitNames;
}
export interface ChangeView {
  /**
   * JSON Pointer into values
   */
  path: string;
  field: string;
  before?: unknown;
  after?: unknown;
}
export interface EntryView {
  seq: number;
  at: string;
  by: string;
  as?: string;
  /**
   * the event that names the entry
   */
  what: string;
  step?: string;
  round?: number;
  opinion?: string;
  text?: string;
  to?: string;
  changes: ChangeView[];
  events: {
    [k: string]: unknown;
  }[];
  hash: string;
  previous: string;
  /**
   * digest of what the decider saw
   */
  seen?: string;
}
export interface EntryList {
  items: EntryView[];
  views: ReadView[];
  integrity: IntegrityView;
  forms: FormView[];
  steps: StepTitles;
  people: PeopleView;
}
export interface ReadView {
  person: string;
  at: string;
  version: number;
}
export interface StepTitles {
  [k: string]: Words;
}
export interface LedgerCard {
  id: string;
  title: Words;
  help?: Words;
}
export interface LedgerList {
  items: LedgerCard[];
}
export interface LedgerPage {
  id: string;
  title: Words;
  help?: Words;
  name?: string;
  columns: {
    [k: string]: Column;
  };
  items: LedgerRowView[];
  next?: string;
  people: PeopleView;
  units: UnitNames;
}
export interface LedgerRowView {
  id: string;
  case?: string;
  version: number;
  updatedAt: string;
  cells: {
    [k: string]: unknown;
  };
}
export interface SaveDraft {
  process: string;
  version: number;
  case?: string;
  step?: string;
  values: FormValues;
  /**
   * the revision this save is based on; absent for the first save
   */
  revision?: number;
}
export interface PeopleList {
  people: PersonView[];
  units: UnitView[];
}
export interface FileView {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
}
export interface LookupRequest {
  process: string;
  version: number;
  values: FormValues;
}
export interface LookupResult {
  /**
   * field path to value
   */
  lookups: {
    [k: string]: unknown;
  };
  references: LookupRows;
}
export interface LookupRows {
  [k: string]: {
    [k: string]: unknown;
  };
}
export interface ReferenceList {
  items: ReferenceRow[];
}
export interface ReferenceRow {
  id: string;
  name: string;
  cells: {
    [k: string]: unknown;
  };
}
export interface Health {
  status: 'ok';
  version: string;
}
/**
 * the version of the case that the person has open
 */
export interface Viewed {
  version: number;
}
