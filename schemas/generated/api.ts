/* Generated from ../api.schema.json by `npm run generate`: change the schema instead. */
import type { CalendarDocument } from './calendar.ts';
export type { CalendarDocument } from './calendar.ts';
import type { CivilDateText, Id, Words } from './common.ts';
export type { CivilDateText, Id, Words } from './common.ts';
import type { LedgerSum } from './ledger.ts';
export type { LedgerSum } from './ledger.ts';
import type { CheckRule, Column, Field, Fields, Layout, Option, RatioMode, Sections, StepWords } from './process.ts';
export type { CheckRule, Column, Field, Fields, Layout, Option, RatioMode, Sections, StepWords } from './process.ts';
import type { MeasureUnit } from './report.ts';
export type { MeasureUnit } from './report.ts';
import type { DecisionTableDocument, RuleOutputs, TableRule, TableTest } from './table.ts';
export type { DecisionTableDocument, RuleOutputs, TableRule, TableTest } from './table.ts';

export type Status = 'open' | 'completed' | 'rejected' | 'withdrawn' | 'cancelled' | 'revoked';
export type PictureNode = StepNode | BlockNode;
export type CaseCommandBody =
  | SubmitCommand
  | AgreeCommand
  | RejectCommand
  | ReturnCommand
  | TransferCommand
  | WithdrawCommand
  | CommentCommand
  | AbstainCommand
  | AddSignersCommand
  | RemoveSignerCommand
  | DelegateCommand
  | AdviseCommand
  | ClaimCommand
  | ReleaseCommand
  | UrgeCommand
  | ConsultCommand
  | ReplyCommand
  | TakeBackCommand
  | CancelCommand
  | HoldCommand
  | ResumeCommand
  | TerminateCommand
  | RevokeCommand
  | JumpCommand
  | ReassignCommand
  | ChangeDueCommand;
/**
 * open: not yet due; filed in time; late: handed in after it was due; overdue: still missing; missed: closed without it; excused: let off with a reason
 */
export type DutyStanding = 'open' | 'filed' | 'late' | 'overdue' | 'missed' | 'excused';
export type ReportKey = string | number | boolean | null;

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
  decideBatch?: DecideBatch;
  batchResult?: BatchResult;
  preview?: PreviewBody;
  previewView?: PreviewView;
  dutyStanding?: DutyStanding;
  dutyPeriod?: DutyPeriodView;
  dutyCase?: DutyCase;
  dutyExcuse?: DutyExcuse;
  dutyCell?: DutyCell;
  dutyRow?: DutyRowView;
  dutyCounts?: DutyCounts;
  dutyMatrix?: DutyMatrix;
  dutyCard?: DutyCard;
  dutyTask?: DutyTask;
  dutyList?: DutyList;
  excuseDuty?: ExcuseDuty;
  absence?: AbsenceView;
  absenceList?: AbsenceList;
  saveAbsence?: SaveAbsence;
  handOver?: HandOver;
  handOverResult?: HandOverResult;
  incident?: IncidentView;
  incidentList?: IncidentList;
  startToken?: StartTokenView;
  startTokenList?: StartTokenList;
  createToken?: CreateToken;
  createdToken?: CreatedToken;
  dutyNext?: DutyNext;
  prefill?: PrefillView;
  template?: TemplateCard;
  templateUnit?: TemplateUnit;
  templateList?: TemplateList;
  templateView?: TemplateView;
  saveTemplate?: SaveTemplate;
  phrases?: PhraseList;
  savePhrases?: SavePhrases;
  publicToken?: PublicToken;
  publicForm?: PublicFormView;
  sendPublic?: SendPublic;
  publicReceived?: PublicReceived;
  publicReceipt?: PublicReceipt;
  publicState?: PublicStateView;
  publicMessage?: PublicMessage;
  publicLink?: PublicLink;
  publicLinkList?: PublicLinkList;
  createLink?: CreateLink;
  createdLink?: CreatedLink;
  quarantine?: QuarantineList;
  judgeQuarantined?: JudgeQuarantined;
  caseAnswers?: CaseAnswers;
  ledgerHistory?: LedgerHistory;
  ledgerView?: LedgerView;
  ledgerViewList?: LedgerViewList;
  saveLedgerView?: SaveLedgerView;
  ledgerValues?: LedgerValues;
  bookContents?: BookContents;
  bookArea?: BookArea;
  bookClauses?: BookClauses;
  reportCard?: ReportCard;
  reportList?: ReportList;
  reportPart?: ReportPart;
  reportView?: ReportView;
  reportRow?: ReportRow;
  reportRowPage?: ReportRowPage;
  loopBoard?: LoopBoard;
  coverageView?: CoverageView;
  ruleRules?: TableRulesView;
  ruleTableList?: RuleTableList;
  ruleTable?: RuleTableView;
  ruleCheck?: RuleCheckView;
  saveTable?: SaveTable;
  ruleSettingList?: RuleSettingList;
  ruleSettingPage?: RuleSettingPage;
  trySetting?: TrySetting;
  saveSetting?: SaveSetting;
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
  /**
   * open incidents, for administrators and auditors; up to 100
   */
  incidents?: number;
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
  /**
   * cases that point to this one and that the reader may open
   */
  referrers: CaseLink[];
  forms: FormView[];
  checks: CheckRule[];
  environment: FormEnvironmentView;
  values: FormValues;
  references: ReferenceRows;
  picture: PictureNode[];
  tasks: TaskView[];
  may: (
    | 'comment'
    | 'withdraw'
    | 'copy'
    | 'urge'
    | 'cancel'
    | 'hold'
    | 'resume'
    | 'terminate'
    | 'jump'
    | 'reassign'
    | 'changeDue'
    | 'revoke'
  )[];
  comments: CommentView[];
  people: PeopleView;
  development?: boolean;
  /**
   * urging is possible again from then on
   */
  urgeFrom?: string;
  /**
   * steps whose decision one may take back
   */
  takeBack: StepName[];
  /**
   * steps an administrator may move the case to
   */
  jumpTo?: StepName[];
  held?: HeldView;
  /**
   * a revocation has been asked for and is not decided
   */
  revocation?: boolean;
  /**
   * what administrators did, for every reader to see
   */
  interventions: InterventionView[];
  consultations: ConsultationView[];
  /**
   * who was told, and when they opened it
   */
  copies: CopyView[];
  filledAt: FilledAt;
  print?: PrintView;
  /**
   * seats one may take away from a step
   */
  removable: RemovableSeat[];
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
  /**
   * the row it stands for
   */
  row?: string;
  /**
   * the case goes on when this one has ended
   */
  waits?: boolean;
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
  layout?: Layout;
}
/**
 * what the expressions of the forms refer to
 */
export interface FormEnvironmentView {
  settings: SettingViews;
  ledgers: LedgerColumnViews;
  tables?: TableViews;
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
  sums?: {
    [k: string]: LedgerSum;
  };
}
/**
 * decision tables that fields are filled from, without their tests; absent when there are none
 */
export interface TableViews {
  [k: string]: DecisionTableDocument;
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
  mode?: ('any' | 'all' | 'sequential') | RatioMode;
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
  votes?: VotesView;
  /**
   * an administrator moved the case past it
   */
  passed?: boolean;
  /**
   * a rejection here ended the branch
   */
  rejected?: boolean;
  stopped?: StoppedView;
  /**
   * started cases that have not ended
   */
  waits?: number;
}
export interface SeatView {
  seat: number;
  person: string;
  status:
    | 'open'
    | 'waiting'
    | 'agreed'
    | 'submitted'
    | 'rejected'
    | 'returned'
    | 'cancelled'
    | 'moved'
    | 'expected'
    | 'abstained'
    | 'held'
    | 'superseded'
    | 'advised';
  at?: string;
  opinion?: string;
  auto?: boolean;
  reason: ReasonView;
  /**
   * the absent person this seat stands in for
   */
  for?: string;
  /**
   * the seat that added it
   */
  from?: number;
  place?: 'before' | 'after' | 'parallel' | 'delegate' | 'escalated';
  /**
   * why it ended without a decision of its own
   */
  end?: ReasonView;
  /**
   * took the task of a pool
   */
  claimed?: boolean;
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
    | 'same-content'
    | 'proxy'
    | 'leaver'
    | 'added-before'
    | 'added-after'
    | 'added-parallel'
    | 'delegated'
    | 'consulted'
    | 'escalated'
    | 'reassigned'
    | 'shortage'
    | 'apart'
    | 'last-resort'
    | 'familiar'
    | 'reopened'
    | 'claimed-by'
    | 'decided-any'
    | 'decided-all'
    | 'votes-reached'
    | 'votes-impossible'
    | 'handed-in'
    | 'returned'
    | 'rejected'
    | 'branch-rejected'
    | 'withdrawn'
    | 'voided'
    | 'terminated'
    | 'jumped'
    | 'taken-back'
    | 'removed'
    | 'deadline';
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
/**
 * the count of a round whose votes are counted
 */
export interface VotesView {
  needed: number;
  of: number;
  agreed: number;
  rejected: number;
  abstained: number;
}
/**
 * the clock stands still while somebody else is asked first
 */
export interface StoppedView {
  at: string;
  seat: number;
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
  because?: ReasonView;
  /**
   * ended by a rejection that ends the branch only
   */
  rejected?: boolean;
  /**
   * what would be chosen with the present content
   */
  expected?: 'taken' | 'skipped';
}
export interface TaskView {
  step: string;
  seat: number;
  kind: 'fill' | 'approve';
  title: Words;
  round: number;
  form?: string;
  edit: string[];
  actions: (
    | 'submit'
    | 'agree'
    | 'reject'
    | 'return'
    | 'transfer'
    | 'abstain'
    | 'addSigners'
    | 'delegate'
    | 'advise'
    | 'claim'
    | 'release'
    | 'consult'
  )[];
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
  /**
   * why somebody is asked beyond the people of the step
   */
  place?: 'before' | 'after' | 'parallel' | 'delegate' | 'escalated';
  /**
   * the seat that asked for this one
   */
  from?: number;
  /**
   * the absent person one stands in for
   */
  for?: string;
  /**
   * agreeing needs a written opinion
   */
  opinion?: 'required';
  /**
   * what a rejection does now: end the case or the branch, count among the votes, or go back to whoever asked
   */
  rejects?: 'case' | 'branch' | 'votes' | 'asker';
  /**
   * values of the last completed case can begin this form
   */
  prefill?: 'offer' | 'automatic';
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
  /**
   * its subject, or the first words that were filled in; absent when nothing says what it is about
   */
  label?: string;
}
export interface CommentView {
  by: string;
  at: string;
  text: string;
}
export interface StepName {
  step: string;
  title: Words;
}
export interface HeldView {
  by: string;
  at: string;
  opinion?: string;
}
export interface InterventionView {
  kind: 'cancelled' | 'jumped' | 'reassigned' | 'due-changed' | 'held' | 'removed';
  by: string;
  at: string;
  opinion?: string;
  step?: string;
}
export interface ConsultationView {
  id: number;
  step: string;
  by: string;
  to: string;
  question: string;
  at: string;
  answer?: string;
  answeredAt?: string;
}
export interface CopyView {
  person: string;
  at: string;
  readAt?: string;
}
/**
 * the steps at which each form is filled in
 */
export interface FilledAt {
  [k: string]: string[];
}
/**
 * how the process wants the case on paper; omit: field paths among those I may see
 */
export interface PrintView {
  title?: Words;
  letterhead?: Words;
  layout?: 'portrait' | 'landscape';
  omit?: string[];
  signatures?: string[];
  footer?: Words;
}
export interface RemovableSeat {
  step: string;
  seat: number;
  person: string;
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
  /**
   * values of the last completed case can begin this form
   */
  prefill?: 'offer' | 'automatic';
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
  /**
   * version of the case the form was filled on; lets edits of different fields merge
   */
  base?: number;
}
export interface AgreeCommand {
  do: 'agree';
  step: string;
  seen: string;
  values?: FormValues;
  opinion?: string;
  /**
   * version of the case the form was filled on; lets edits of different fields merge
   */
  base?: number;
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
export interface AbstainCommand {
  do: 'abstain';
  step: string;
  seen: string;
  opinion?: string;
}
export interface AddSignersCommand {
  do: 'addSigners';
  step: string;
  seen: string;
  place: 'before' | 'after' | 'parallel';
  /**
   * @minItems 1
   * @maxItems 20
   */
  people: string[];
  values?: FormValues;
  opinion: string;
}
export interface RemoveSignerCommand {
  do: 'removeSigner';
  step: string;
  seat: number;
  opinion: string;
}
export interface DelegateCommand {
  do: 'delegate';
  step: string;
  to: string;
  opinion: string;
}
export interface AdviseCommand {
  do: 'advise';
  step: string;
  opinion: string;
}
export interface ClaimCommand {
  do: 'claim';
  step: string;
}
export interface ReleaseCommand {
  do: 'release';
  step: string;
}
export interface UrgeCommand {
  do: 'urge';
  text?: string;
}
export interface ConsultCommand {
  do: 'consult';
  step: string;
  to: string;
  question: string;
}
export interface ReplyCommand {
  do: 'reply';
  consultation: number;
  text: string;
}
export interface TakeBackCommand {
  do: 'takeBack';
  step: string;
  opinion: string;
}
export interface CancelCommand {
  do: 'cancel';
  opinion: string;
}
export interface HoldCommand {
  do: 'hold';
  opinion: string;
}
export interface ResumeCommand {
  do: 'resume';
  opinion: string;
}
export interface TerminateCommand {
  do: 'terminate';
  opinion: string;
}
export interface RevokeCommand {
  do: 'revoke';
  opinion: string;
}
export interface JumpCommand {
  do: 'jump';
  to: string;
  opinion: string;
}
export interface ReassignCommand {
  do: 'reassign';
  step: string;
  seat: number;
  to: string;
  opinion: string;
}
export interface ChangeDueCommand {
  do: 'changeDue';
  step: string;
  /**
   * local wall-clock time of the company
   */
  due: string;
  opinion: string;
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
  outcome?:
    | 'submitted'
    | 'agreed'
    | 'rejected'
    | 'returned'
    | 'moved'
    | 'cancelled'
    | 'waiting'
    | 'abstained'
    | 'advised'
    | 'superseded';
  unread?: boolean;
  /**
   * what ended the task although its person did not decide
   */
  why?:
    | 'decided-any'
    | 'decided-all'
    | 'votes-reached'
    | 'handed-in'
    | 'returned'
    | 'rejected'
    | 'branch-rejected'
    | 'withdrawn'
    | 'voided'
    | 'terminated'
    | 'jumped'
    | 'taken-back'
    | 'removed'
    | 'reopened'
    | 'deadline';
  /**
   * urged or reminded last
   */
  reminded?: string;
  /**
   * present when the task can be decided from the list; send it back with the decision
   */
  seen?: string;
  /**
   * a case of mine whose content can begin a new one
   */
  copy?: boolean;
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
  /**
   * the absent person somebody stood in for
   */
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
  /**
   * an administrator stepped in
   */
  forced?: boolean;
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
  /**
   * that of the first process which writes it
   */
  area?: Id;
}
export interface LedgerList {
  areas: AreaView[];
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
  /**
   * columns rows may be chosen and ordered by
   */
  by: string[];
  totals?: LedgerTotals;
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
export interface LedgerTotals {
  rows: number;
  /**
   * false: only the first rows were added up
   */
  whole: boolean;
  sums: {
    [k: string]: string;
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
export interface DecideBatch {
  /**
   * @minItems 1
   * @maxItems 50
   */
  decisions: BatchDecision[];
}
export interface BatchDecision {
  case: string;
  step: string;
  do: 'agree' | 'reject';
  seen: string;
  opinion?: string;
}
/**
 * one result for each decision, in their order; the others stand whatever becomes of one
 */
export interface BatchResult {
  results: BatchItemResult[];
}
export interface BatchItemResult {
  case: string;
  step: string;
  ok: boolean;
  outcome?: CommandOutcome;
  code?: string;
  params?: {
    [k: string]: unknown;
  };
}
export interface PreviewBody {
  values: FormValues;
}
export interface PreviewView {
  picture: PictureNode[];
  people: PeopleView;
}
export interface DutyPeriodView {
  id: string;
  first: CivilDateText;
  last: CivilDateText;
}
export interface DutyCase {
  id: string;
  number: string;
}
export interface DutyExcuse {
  by: string;
  at: string;
  reason: string;
}
export interface DutyCell {
  period: string;
  /**
   * who answers for it
   */
  person: string;
  standing: DutyStanding;
  opens: string;
  due: DueView;
  closes?: string;
  filedAt?: string;
  /**
   * present when the visitor can read it
   */
  case?: DutyCase;
  excuse?: DutyExcuse;
  /**
   * when the person was reminded
   */
  reminded: string[];
  mayExcuse?: true;
}
export interface DutyRowView {
  subject: string;
  kind: 'person' | 'unit' | 'row';
  /**
   * name of a ledger row
   */
  title?: string;
  cells: DutyCell[];
}
/**
 * of all cells shown
 */
export interface DutyCounts {
  open: number;
  filed: number;
  late: number;
  overdue: number;
  missed: number;
  excused: number;
}
export interface DutyMatrix {
  process: string;
  title: Words;
  every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  from: CivilDateText;
  to: CivilDateText;
  periods: DutyPeriodView[];
  rows: DutyRowView[];
  counts: DutyCounts;
  people: PeopleView;
  units: UnitNames;
  next: DutyNext;
}
/**
 * the period that opens next
 */
export interface DutyNext {
  period: DutyPeriodView;
  opens: string;
  due: DueView;
}
export interface DutyCard {
  process: string;
  title: Words;
  help?: Words;
  every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
}
export interface DutyTask {
  process: string;
  title: Words;
  period: DutyPeriodView;
  subject: string;
  kind: 'person' | 'unit' | 'row';
  name?: string;
  standing: DutyStanding;
  due: DueView;
  case?: DutyCase;
  reminded: string[];
}
export interface DutyList {
  /**
   * duties whose matrix the visitor may see
   */
  items: DutyCard[];
  /**
   * what the visitor still owes, soonest first
   */
  mine: DutyTask[];
  units: UnitNames;
}
export interface ExcuseDuty {
  period: string;
  subject: string;
  reason: string;
}
export interface AbsenceView {
  id: string;
  person: PersonView;
  proxy: PersonView;
  from: string;
  /**
   * the last day, included
   */
  until: string;
  /**
   * where the proxy stands in; absent: everywhere
   */
  processes?: ProcessName[];
  by?: PersonView;
  proxyAway?: ProxyAway;
}
export interface ProcessName {
  id: string;
  title: Words;
}
/**
 * the proxy is away in part of that time, too: on those days the nobody rule of each process decides
 */
export interface ProxyAway {
  from: string;
  until: string;
}
/**
 * present and future absences: one's own, for administrators those of everybody; and the processes one can choose
 */
export interface AbsenceList {
  absences: AbsenceView[];
  processes: ProcessName[];
  today: string;
}
export interface SaveAbsence {
  /**
   * oneself unless an administrator names somebody else
   */
  person?: string;
  proxy: string;
  from: string;
  until: string;
  /**
   * @minItems 1
   * @maxItems 100
   */
  processes?: string[];
}
export interface HandOver {
  to: string;
  opinion: string;
  /**
   * only says what would move
   */
  dry: boolean;
}
export interface HandOverResult {
  items: HandOverItem[];
  /**
   * seats that can move and have not yet: ask again
   */
  left: number;
}
export interface HandOverItem {
  case: string;
  number: string;
  subject: string;
  process: Words;
  step: string;
  title: Words;
  seat: number;
  /**
   * its turn comes later
   */
  waiting: boolean;
  /**
   * moved, or in a dry run: would move
   */
  ok: boolean;
  /**
   * why not: code of a refusal
   */
  code?: string;
  params?: {
    [k: string]: unknown;
  };
}
export interface IncidentView {
  id: number;
  /**
   * what could not be carried out: opening a case (asked for by a case, for a revocation, for a recurring duty), ending one, telling the case that asked, or what time makes happen in a case
   */
  kind: 'start' | 'revoke' | 'duty' | 'stop' | 'child-opened' | 'child-ended' | 'tick';
  /**
   * the process of the case to be opened
   */
  process?: ProcessName;
  case?: IncidentCase;
  /**
   * a code of refusals and problems, or conflict, no-such-process, no-such-case, unexpected
   */
  code: string;
  params?: {
    [k: string]: unknown;
  };
  firstAt: string;
  lastAt: string;
  attempts: number;
  state: 'open' | 'resolved';
  retriedBy?: PersonView;
  /**
   * whoever tried it again; absent when it succeeded by itself
   */
  resolvedBy?: PersonView;
  resolvedAt?: string;
  /**
   * title of the ledger that the cause names
   */
  ledger?: Words;
}
/**
 * the case that it comes from
 */
export interface IncidentCase {
  id: string;
  number: string;
  mayRead: boolean;
}
export interface IncidentList {
  mayRetry: boolean;
  next?: string;
  items: IncidentView[];
}
export interface StartTokenView {
  id: string;
  name: string;
  process: ProcessName;
  person: PersonView;
  createdBy: PersonView;
  createdAt: string;
  expiresAt: string;
  usedAt?: string;
  state: 'valid' | 'expired' | 'revoked';
}
export interface StartTokenList {
  items: StartTokenView[];
}
export interface CreateToken {
  name: string;
  process: string;
  /**
   * in whose name the machine starts cases
   */
  person: string;
  /**
   * the last day, included; at most two years ahead
   */
  expires: string;
}
export interface CreatedToken {
  id: string;
  /**
   * shown this once: only a hash of it is kept
   */
  token: string;
}
export interface PrefillView {
  from?: PrefillSource;
  values: FormValues;
  people?: PeopleView;
}
/**
 * the case they come from; absent when there is none
 */
export interface PrefillSource {
  id: string;
  number: string;
  starter: string;
  endedAt: string;
}
export interface TemplateCard {
  id: string;
  process: string;
  /**
   * of the process
   */
  title: Words;
  name: string;
  mine: boolean;
  unit?: TemplateUnit;
  savedAt: string;
}
export interface TemplateUnit {
  id: string;
  title: Words;
}
export interface TemplateList {
  items: TemplateCard[];
  /**
   * the units one may share a template with
   */
  units: TemplateUnit[];
}
export interface TemplateView {
  id: string;
  process: string;
  name: string;
  values: FormValues;
  /**
   * fields it had that the present version does not have, or does not let one write
   */
  left: Words[];
}
export interface SaveTemplate {
  process: string;
  name: string;
  /**
   * shared with this unit and those below it: one of the person's own or above; administrators only
   */
  unit?: string;
  values: FormValues;
}
/**
 * what is often said with a decision
 */
export interface PhraseList {
  company: CompanyPhrases;
  /**
   * my own, in my order
   *
   * @maxItems 50
   */
  own: string[];
}
/**
 * by the action they are meant for: the shared lists `phrases-<action>`
 */
export interface CompanyPhrases {
  [k: string]: Words[];
}
/**
 * all of my own phrases, in the order they are offered
 */
export interface SavePhrases {
  /**
   * replace what was kept
   *
   * @maxItems 50
   */
  own: string[];
}
export interface PublicToken {
  token: string;
}
export interface PublicFormView {
  title: Words;
  help?: Words;
  version: number;
  forms: FormView[];
  checks: CheckRule[];
  environment: FormEnvironmentView;
  form: string;
  edit: string[];
  initial: FormValues;
  privacy: Words;
  closesAt?: string;
  personal?: true;
  challenge: PublicTicket;
  today: string;
}
export interface PublicTicket {
  ticket: string;
  /**
   * zero bits that the SHA-256 of ticket, colon and solution begins with
   */
  bits: number;
  /**
   * milliseconds to pass before it is taken
   */
  wait: number;
}
export interface SendPublic {
  token: string;
  ticket: string;
  solution: string;
  /**
   * chosen by the sender; by it they ask later what became of it
   */
  receipt: string;
  version: number;
  values: FormValues;
  /**
   * left empty by people
   */
  website?: string;
}
export interface PublicReceived {
  number?: string;
  thanks?: Words;
}
export interface PublicReceipt {
  receipt: string;
}
export interface PublicStateView {
  title: Words;
  number?: string;
  at: string;
  state: 'checking' | 'received' | 'handling' | 'closed';
  mayWrite: boolean;
  thanks?: Words;
  wroteAt?: string;
}
export interface PublicMessage {
  receipt: string;
  text: string;
}
export interface PublicLink {
  id: string;
  name: string;
  kind: 'open' | 'personal';
  process: ProcessName;
  owner: PersonView;
  about?: LinkAbout;
  opensAt: string;
  closesAt: string;
  quota?: number;
  received: number;
  /**
   * in quarantine
   */
  held: number;
  state: 'waiting' | 'open' | 'closed' | 'full' | 'revoked';
  createdAt: string;
  personal?: PersonalLink[];
}
export interface LinkAbout {
  id: string;
  number: string;
}
export interface PersonalLink {
  note: string;
  usedAt?: string;
}
export interface PublicLinkList {
  items: PublicLink[];
  /**
   * whether the visitor looks after the quarantine
   */
  mayRelease: boolean;
  processes: LinkableProcess[];
}
export interface LinkableProcess {
  id: string;
  title: Words;
  about?: string;
  fixed?: LinkFixed;
}
export interface LinkFixed {
  forms: FormView[];
  environment: FormEnvironmentView;
}
export interface CreateLink {
  name: string;
  process: string;
  about?: string;
  fixed?: FormValues;
  /**
   * first day
   */
  opens: string;
  /**
   * last day, included; at most a year after the first
   */
  closes: string;
  quota?: number;
  /**
   * a note for each one-time link
   *
   * @minItems 1
   * @maxItems 200
   */
  personal?: string[];
}
export interface CreatedLink {
  id: string;
  links: LinkSecret[];
}
export interface LinkSecret {
  /**
   * shown this once: only a hash of it is kept
   */
  token: string;
  note?: string;
}
export interface QuarantineList {
  items: QuarantinedView[];
}
export interface QuarantinedView {
  id: string;
  at: string;
  texts: string[];
}
export interface JudgeQuarantined {
  do: 'release' | 'delete';
}
export interface CaseAnswers {
  links: ProcessName[];
  fields: AnswersSummary[];
}
export interface AnswersSummary {
  title: Words;
  received: number;
  questions: QuestionSummary[];
}
export interface QuestionSummary {
  id: string;
  title: string;
  kind: 'choice' | 'choices' | 'rating' | 'scale' | 'text' | 'longText' | 'flag';
  answered: number;
  options?: OptionSummary[];
  average?: string;
  texts?: string[];
}
export interface OptionSummary {
  title: string;
  count: number;
}
export interface LedgerHistory {
  id: string;
  ledger: string;
  title: Words;
  name?: string;
  columns: {
    [k: string]: Column;
  };
  items: LedgerVersion[];
  next?: string;
  people: PeopleView;
  units: UnitNames;
}
export interface LedgerVersion {
  version: number;
  at: string;
  cells: {
    [k: string]: unknown;
  };
  /**
   * columns with another value than before
   */
  changed: string[];
  case?: LedgerWriter;
}
/**
 * the entry that wrote it, when the visitor may open its case
 */
export interface LedgerWriter {
  id: string;
  number: string;
  seq: number;
  by?: string;
  step?: Words;
}
export interface LedgerView {
  id: string;
  name: string;
  query: LedgerQuery;
}
export interface LedgerQuery {
  q?: string;
  filter?: string;
  sort?: string;
  /**
   * columns that are not shown
   *
   * @maxItems 60
   */
  hidden?: string[];
}
export interface LedgerViewList {
  items: LedgerView[];
}
export interface SaveLedgerView {
  name: string;
  query: LedgerQuery;
}
export interface LedgerValues {
  items: string[];
  /**
   * false: there are more values than these
   */
  whole: boolean;
  people: PeopleView;
  units: UnitNames;
}
export interface BookContents {
  company: Words;
  areas: BookAreaHead[];
  clauses: BookClauseCount;
}
export interface BookAreaHead {
  id: string;
  title: Words;
  processes: BookNamed[];
}
export interface BookNamed {
  id: string;
  title: Words;
}
export interface BookClauseCount {
  covered: number;
  all: number;
}
export interface BookArea {
  id: string;
  title: Words;
  processes: BookProcess[];
}
export interface BookProcess {
  id: string;
  title: Words;
  help?: Words;
  clauses: string[];
  number: string;
  steps: BookStep[];
  forms: BookForm[];
  readers: BookWho[];
  ledgers: BookNamed[];
  tables: BookNamed[];
  starts: BookNamed[];
  startedBy: BookNamed[];
  duty?: BookDuty;
  keep?: string;
}
export interface BookStep {
  depth: number;
  branch?: 'otherwise' | Words;
  title?: Words;
  doing: BookDoing;
  due?: Words;
  returns: Words[];
  clause?: string;
}
export interface BookDoing {
  kind: 'fill' | 'approve' | 'choose' | 'parallel' | 'start' | 'write' | 'copy';
  form?: Words;
  who?: BookWho | BookWho[];
  mode?: string;
  process?: BookNamed;
  ledger?: BookNamed;
  each?: boolean;
  waits?: boolean;
}
export interface BookWho {
  kind: 'starter' | 'nobody' | 'post' | 'managerOf' | 'headOf' | 'field' | 'table';
  post?: BookNamed;
  unit?: Words;
  of?: BookWho;
  field?: Words;
  table?: BookNamed;
}
export interface BookForm {
  id: string;
  title: Words;
  fields: BookField[];
}
export interface BookField {
  title: Words;
  kind: string;
  required: 'always' | 'sometimes' | 'no';
  derived: boolean;
  columns: Words[];
}
export interface BookDuty {
  every: string;
  open: string;
  due: string;
}
export interface BookClauses {
  documents: BookDocument[];
  items: BookClause[];
}
export interface BookDocument {
  id: string;
  title: Words;
}
export interface BookClause {
  id: string;
  document: string;
  heading: Words;
  text: Words;
  processes: BookCarrier[];
  covers: Words[];
}
export interface BookCarrier {
  id: string;
  title: Words;
  area: string;
  step?: Words;
}
export interface ReportCard {
  id: string;
  number: string;
  title: Words;
  help?: Words;
  area?: Id;
  /**
   * it is a page of its own
   */
  page?: 'loops' | 'clauses';
  /**
   * ledgers it reads that its reader may open
   */
  ledgers: Id[];
}
export interface ReportList {
  areas: AreaView[];
  items: ReportCard[];
}
export interface ReportPart {
  id: string;
  title?: Words;
  help?: Words;
  show:
    | 'bars'
    | 'stackedBars'
    | 'line'
    | 'pareto'
    | 'funnel'
    | 'heatMap'
    | 'riskMatrix'
    | 'bubbles'
    | 'table'
    | 'figures'
    | 'gauge'
    | 'list'
    | 'gantt'
    | 'calendar';
  source: ReportSourceView;
  /**
   * filling: its sums are not complete yet; hidden: not for this reader; large: it has more groups than a report puts together
   */
  state: 'ready' | 'filling' | 'hidden' | 'large';
  dimensions: ReportDimension[];
  measures: ReportMeasure[];
  groups: ReportGroup[];
  totals: Figures;
  /**
   * groups, or rows, beyond those shown
   */
  left: number;
  rows?: ReportRows;
}
export interface ReportSourceView {
  id: string;
  title: Words;
}
export interface ReportDimension {
  id: string;
  title: Words;
  /**
   * of its keys, as expressions call it
   */
  type: string;
  options?: Option[];
  /**
   * its keys are ids of these, which names has the titles of; row: of a ledger
   */
  named?: 'process' | 'step' | 'post' | 'area' | 'row';
}
export interface ReportMeasure {
  id: string;
  title: Words;
  unit: MeasureUnit;
  /**
   * the rows behind it can be opened
   */
  opens: boolean;
  indicator?: ReportIndicator;
}
export interface ReportIndicator {
  id: string;
  says: Words;
  direction?: 'up' | 'down';
  good?: string;
  fair?: string;
  /**
   * what it is computed from
   */
  source: ReportSourceView[];
}
export interface ReportGroup {
  keys: ReportKey[];
  values: Figures;
}
/**
 * numbers as text, by measure; null where there is none
 */
export interface Figures {
  [k: string]: string | null;
}
export interface ReportRows {
  columns: {
    [k: string]: Column;
  };
  start?: string;
  end?: string;
  colour?: string;
  items: ReportRow[];
}
export interface ReportRow {
  id: string;
  case?: string;
  number?: string;
  cells: {
    [k: string]: unknown;
  };
}
export interface ReportView {
  id: string;
  number: string;
  title: Words;
  help?: Words;
  asOf: CivilDateText;
  today: CivilDateText;
  filters: ReportFilterView[];
  parts: ReportPart[];
  people: PeopleView;
  units: UnitNames;
  names: Names;
}
export interface ReportFilterView {
  id: string;
  title: Words;
  help?: Words;
  type: 'unit' | 'person' | 'choice' | 'text' | 'year' | 'quarter' | 'month' | 'week';
  options?: Option[];
  /**
   * what it is set to
   */
  values?: string[];
}
/**
 * titles of the processes, steps, posts, areas and ledger rows it mentions
 */
export interface Names {
  [k: string]: Words;
}
export interface ReportRowPage {
  source: ReportSourceView;
  /**
   * the day at whose end the number stands
   */
  asOf: CivilDateText;
  columns: {
    [k: string]: Column;
  };
  /**
   * the column that names a row
   */
  name?: string;
  items: ReportRow[];
  next?: string;
  /**
   * rows of this page that are not for this reader
   */
  unseen: number;
  people: PeopleView;
  units: UnitNames;
  names: Names1;
}
export interface Names1 {
  [k: string]: Words;
}
export interface LoopBoard {
  number: string;
  /**
   * the day at whose end it is looked at
   */
  asOf: CivilDateText;
  today: CivilDateText;
  period: 'month' | 'quarter' | 'year' | 'last-3-months' | 'last-12-months';
  /**
   * the first day of the period
   */
  from: CivilDateText;
  /**
   * its numbers are still being filled from history: all are 0
   */
  filling: boolean;
  loops: BoardLoop[];
}
export interface BoardLoop {
  id: string;
  title: Words;
  rhythm: 'week' | 'month' | 'quarter' | 'year' | 'case' | 'continuous';
  /**
   * when it is closed
   */
  closed: Words;
  /**
   * days after the month in which a case ended by which it has to have a successor
   */
  within: number;
  broken: number;
  walks: BoardWalk[];
}
export interface BoardWalk {
  stages: BoardStage[];
  arrows: BoardArrow[];
}
export interface BoardStage {
  id: string;
  title: Words;
  started: number;
  ended: number;
  open: number;
}
export interface BoardArrow {
  from: string;
  to: string;
  /**
   * start: it has started a case of the next process; feed: one began on the day it ended or later
   */
  kind: 'start' | 'feed';
  /**
   * every case is to have a successor
   */
  always: boolean;
  when: Words;
  /**
   * processes whose cases are counted, where it is not the stage itself
   */
  carriers: BoardNamed[];
  /**
   * ledgers that carry it
   */
  through: BoardNamed[];
  state: 'still' | 'closed' | 'waiting' | 'broken';
  /**
   * cases completed in the period
   */
  ended: number;
  /**
   * of these with a successor
   */
  followed: number;
  /**
   * without one, but in time
   */
  waiting: number;
  /**
   * without one after their time
   */
  left: number;
}
export interface BoardNamed {
  id: string;
  title: Words;
}
export interface CoverageView {
  number: string;
  /**
   * the day at whose end it is looked at
   */
  asOf: CivilDateText;
  today: CivilDateText;
  period: 'month' | 'quarter' | 'year' | 'last-3-months' | 'last-12-months';
  /**
   * the first day of the period
   */
  from: CivilDateText;
  /**
   * its numbers are still being filled from history: all are 0
   */
  filling: boolean;
  documents: BoardNamed[];
  processes: CoverageProcess[];
  clauses: CoveredClauseView[];
}
export interface CoverageProcess {
  id: string;
  title: Words;
  area: string;
  started: number;
  ended: number;
  open: number;
}
export interface CoveredClauseView {
  id: string;
  document: string;
  heading: Words;
  text: Words;
  carriers: ClauseCarrier[];
  /**
   * what carries it beside processes
   */
  covers: Words[];
  /**
   * lived: cases of its processes were started or ended in the period; idle: none; beside: no process carries it
   */
  state: 'lived' | 'idle' | 'beside';
}
export interface ClauseCarrier {
  process: string;
  steps: Words[];
}
/**
 * what of a decision table its owners change
 */
export interface TableRulesView {
  /**
   * @minItems 1
   * @maxItems 500
   */
  rules: TableRule[];
  default?: RuleOutputs;
  /**
   * @maxItems 200
   */
  tests?: TableTest[];
}
export interface RuleTableList {
  items: RuleTableCard[];
  mayEdit: boolean;
}
export interface RuleTableCard {
  id: string;
  title: Words;
  rules: number;
  processes: ProcessName[];
  at: string;
  by?: PersonView;
  waiting?: boolean;
}
/**
 * findings: with those of tests that do not come true
 */
export interface RuleTableView {
  table: DecisionTableDocument;
  edition: number;
  mayEdit: boolean;
  lists: RuleLists;
  posts: RulePosts;
  processes: RuleProcess[];
  findings: RuleFinding[];
  history: RuleEdition[];
}
export interface RuleLists {
  [k: string]: RuleOption[];
}
export interface RuleOption {
  id: string;
  title: Words;
}
export interface RulePosts {
  [k: string]: RulePost;
}
export interface RulePost {
  title: Words;
  held: boolean;
}
/**
 * a process that uses it, with its open cases; placed: cases keep the value of their version; read: holds for open cases at once
 */
export interface RuleProcess {
  id: string;
  title: Words;
  open: number;
  how?: ('placed' | 'read')[];
}
/**
 * what is wrong, as a code with parameters; path: where in the table or the document
 */
export interface RuleFinding {
  code: string;
  severity: 'error' | 'warning';
  path: (string | number)[];
  params: {
    [k: string]: string;
  };
  /**
   * the process that the change would break
   */
  process?: ProcessName;
  document?: string;
}
/**
 * delivered: came with a release; waiting: delivered after an administrator has changed it, and not in force
 */
export interface RuleEdition {
  edition: number;
  origin: 'delivered' | 'made';
  at: string;
  reason: string;
  state: 'in-force' | 'past' | 'waiting';
  /**
   * of those that administrators made
   */
  by?: PersonView;
  base?: number;
  content?: TableRulesView;
  value?: string;
}
/**
 * what a change would mean
 */
export interface RuleCheckView {
  findings: RuleFinding[];
  processes: RuleProcess[];
}
export interface SaveTable {
  base: number;
  reason: string;
  /**
   * @minItems 1
   * @maxItems 500
   */
  rules: TableRule[];
  default?: RuleOutputs;
  /**
   * @maxItems 200
   */
  tests?: TableTest[];
}
export interface RuleSettingList {
  items: RuleSettingView[];
  areas: AreaView[];
  mayEdit: boolean;
}
export interface RuleSettingView {
  id: string;
  title: Words;
  type: 'integer' | 'decimal' | 'money' | 'percent' | 'duration' | 'point';
  value: string;
  edition: number;
  uses: RuleUse[];
  at: string;
  area?: string;
  source?: string;
  least?: number;
  by?: PersonView;
  waiting?: boolean;
}
export interface RuleUse {
  kind: 'process' | 'ledger' | 'report';
  id: string;
  title: Words;
  /**
   * @minItems 1
   */
  how: ('placed' | 'read')[];
}
export interface RuleSettingPage {
  setting: RuleSettingView;
  mayEdit: boolean;
  processes: RuleProcess[];
  history: RuleEdition[];
}
export interface TrySetting {
  value: string;
}
export interface SaveSetting {
  base: number;
  reason: string;
  value: string;
}
