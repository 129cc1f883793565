import type {
  NumberRule,
  ProcessDocument,
  RatioMode,
  RoleRule,
  StepWords,
  Words,
} from '../../schemas/generated/process.ts';
import type { Duration, WeekdayName } from '../calendar/index.ts';
import type { Duty } from '../duty/duty.ts';
import type { DateRuleParts } from '../form/date-rule.ts';
import type { FormModel, Formula, LookupRule } from '../form/model.ts';
import type { FieldPath } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';

/** What one step lets its people see and edit: field paths, columns included. `edit` is part of `see`. */
export type Rights = {
  readonly see: ReadonlySet<FieldPath>;
  readonly edit: ReadonlySet<FieldPath>;
  /** What a decision is bound to: all that is seen but what the process calls immaterial. */
  readonly bound: ReadonlySet<FieldPath>;
};

/** What people read of a step or block. */
type Label = { readonly title?: Words; readonly clause?: string };

/** What the person asked may do beside deciding. */
export type Power = 'transfer' | 'delegate' | 'add' | 'takeBack';
/** Votes needed: a number of them, or an exact share of all that count. */
export type Threshold =
  | { readonly kind: 'votes'; readonly votes: number }
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number };
export type Ratio = {
  readonly pass: Threshold;
  readonly fail: 'any' | 'impossible';
  /** As written, for people to read. */
  readonly source: RatioMode;
};
/** What happens at a deadline (no `after`) or that long after it, `times` times, `after` apart. */
export type OverdueAction = {
  readonly after?: Duration;
  readonly times: number;
  readonly copy: readonly string[];
  readonly remind: boolean;
  readonly escalate?: string;
  readonly then?: { readonly do: 'agree' | 'reject'; readonly because: Words };
};
/** Rows of a table that have a date of their own; `open` tells over `row` which are still to be done. */
export type RowDeadlines = {
  readonly table: FieldPath;
  readonly due: string;
  readonly open?: Formula;
  readonly remind: readonly Duration[];
  readonly overdue: readonly OverdueAction[];
};

type HumanStep = Label & {
  readonly id: StepId;
  readonly role: string;
  readonly form?: string;
  readonly rights: Rights;
  readonly due?: Duration;
  /** Instead: the date or moment of the forms until which a round is due that opens then. */
  readonly dueField?: string;
  readonly overdue: readonly OverdueAction[];
  /** How long before the deadline the people asked are reminded. */
  readonly remind: readonly Duration[];
  readonly rows?: RowDeadlines;
  /** People needed at least. */
  readonly least: number;
  /** A pool: the first to claim it has it. */
  readonly claim: boolean;
  readonly allow: ReadonlySet<Power>;
  /** Steps this one may return the case to, and how often. */
  readonly returnTo: readonly StepId[];
  readonly returnMax?: number;
  readonly returnThen: 'rerun' | 'straightBack';
  readonly returnWhen: 'any' | 'afterAll';
  readonly words?: StepWords;
};
export type FillStep = HumanStep & { readonly kind: 'fill'; readonly form: string };
export type ApproveStep = HumanStep & {
  readonly kind: 'approve';
  readonly mode: 'any' | 'all' | 'sequential' | Ratio;
  /** Absent: this step cannot reject. */
  readonly reject?: { readonly ends: 'case' | 'branch'; readonly by: 'any' | 'all' };
  /** Absent: nobody may abstain. `shrink`: abstentions leave the votes that count. */
  readonly abstain?: 'count' | 'shrink';
  readonly opinionRequired: boolean;
  readonly batch: boolean;
  readonly repeat: 'ask' | 'skip-unchanged';
  /** Whether the starter may be asked at this step. */
  readonly selfAllowed: boolean;
};
export type Cell = { readonly target: string; readonly formula: Formula };
export type RowKey = LookupRule['key'];
/** A formula with the text it was written as, which explains it. */
export type Guard = { readonly source: string; readonly formula: Formula };
export type StartStep = Label & {
  readonly kind: 'start';
  readonly id: StepId;
  readonly process: string;
  readonly as: string;
  readonly with: readonly Cell[];
  /** Instead of a role: the column of the row that names the person, or the unit whose head it is. */
  readonly for?: { readonly column: string; readonly type: 'person' | 'unit' };
  readonly at?: DateRuleParts;
  /** Of a planned start: nothing is started when it does not hold on that day. */
  readonly while?: Formula;
  /** The case goes on when all cases it started here have ended. */
  readonly wait: boolean;
  /** One case for each row of this table. */
  readonly each?: FieldPath;
  /** With `each`: only for rows that hold it. */
  readonly where?: Formula;
  /** Fields written when a started case has ended, from `child` (and into the row's columns with `each`). */
  readonly result: readonly Cell[];
  readonly onReturn: 'stop' | 'detach';
  readonly series?: { readonly every: WeekdayName; readonly from: DateRuleParts; readonly while: Formula };
};
export type LedgerStep = Label & {
  readonly kind: 'ledger';
  readonly id: StepId;
  readonly ledger: string;
  /** `put` changes the row or makes it. */
  readonly write: 'insert' | 'update' | 'put';
  readonly cells: readonly Cell[];
  readonly key?: RowKey;
  /** One row is written for each row of this table, which is `item`. */
  readonly each?: FieldPath;
  /** With `each`: only for rows that hold it. */
  readonly where?: Formula;
  /** Cells written over `row` when the case goes back past this step or is revoked. */
  readonly undo: readonly Cell[];
};
export type CopyStep = Label & {
  readonly kind: 'copy';
  readonly id: StepId;
  readonly roles: readonly string[];
  readonly see: ReadonlySet<FieldPath>;
};
export type Step = FillStep | ApproveStep | StartStep | LedgerStep | CopyStep;
export type AskingStep = FillStep | ApproveStep;

export type Branch = { readonly title?: Words; readonly when?: Guard; readonly blocks: readonly Block[] };
export type ChooseBlock = Label & {
  readonly kind: 'choose';
  readonly id: StepId;
  readonly branches: readonly Branch[];
};
export type ParallelBlock = Label & {
  readonly kind: 'parallel';
  readonly id: StepId;
  readonly branches: readonly Branch[];
};
/** Blocks only, no arrows: a case walks each list top to bottom. */
export type Block = Step | ChooseBlock | ParallelBlock;

export type Reader = { readonly by: RoleRule; readonly see: ReadonlySet<FieldPath> };

/** One version of a process, checked and ready to run. Pure data and closures; shared between requests. */
export type Definition = {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  /** As published: option lists resolved, defaults not written out. */
  readonly document: ProcessDocument;
  readonly model: FormModel;
  readonly blocks: readonly Block[];
  readonly steps: ReadonlyMap<StepId, Step>;
  readonly roles: Readonly<Record<string, RoleRule>>;
  /** Input expressions of roles that a decision table names. */
  readonly tableInputs: Readonly<Record<string, readonly Cell[]>>;
  readonly readers: readonly Reader[];
  readonly number: NumberRule;
  readonly withdrawUntil?: StepId;
  /** Groups of roles of which nobody acts for two in one case. */
  readonly apart: readonly (readonly string[])[];
  /** Roles that may end an open case as void. */
  readonly cancelBy: readonly string[];
  readonly revoke?: { readonly process: string; readonly within: Duration };
  readonly triggers: readonly Trigger[];
  readonly duty?: Duty;
  readonly prefill?: Prefill;
  readonly public?: PublicForm;
};

/** Which values of the last completed case may begin the first form of the next one. */
export type Prefill = {
  readonly of: 'starter' | 'unit';
  /** Fields that must have the values they have now. */
  readonly same: readonly FieldPath[];
  readonly fields: ReadonlySet<FieldPath>;
  readonly apply: 'offer' | 'automatic';
};

/** What people without an account see and write of the first form, and what the link they come by says. */
export type PublicForm = {
  /** Who may make links. */
  readonly by: readonly RoleRule[];
  readonly see: ReadonlySet<FieldPath>;
  /** `see` without what the link says. */
  readonly edit: ReadonlySet<FieldPath>;
  readonly fixed: ReadonlySet<FieldPath>;
  readonly about?: PublicAbout;
  /** Whether one message may be added to what was sent. */
  readonly message: boolean;
};
/** The case of another process a link is about; field of the first form to the field of that case it repeats. */
export type PublicAbout = {
  readonly process: string;
  readonly after: StepId;
  readonly carry: Readonly<Record<FieldPath, FieldPath>>;
};

/** A row of a ledger starts a case when a condition becomes true of it, or on a day that it says. */
export type Trigger = {
  readonly ledger: string;
  readonly when?: Formula;
  /** The day, under a name that stays the same as long as the days do; `when` is looked at on that day only. */
  readonly day?: { readonly name: string; readonly on: Formula };
  readonly as?: RoleRule;
  /** Instead: the column of the row that names the person, or the unit whose head it is. */
  readonly for?: StartStep['for'];
  readonly with: readonly Cell[];
};

export const asks = (block: Block | undefined): block is AskingStep =>
  block?.kind === 'fill' || block?.kind === 'approve';

/** The first step of a process: it is filled by whoever starts it. */
export function firstStep(definition: Definition): FillStep {
  const [first] = definition.blocks;
  if (first?.kind !== 'fill') throw new Error(`${definition.id} does not begin with a fill step`);
  return first;
}
