import type { NumberRule, ProcessDocument, RoleRule, StepWords, Words } from '../../schemas/generated/process.ts';
import type { Duration, WeekdayName } from '../calendar/index.ts';
import type { DateRuleParts } from '../form/date-rule.ts';
import type { FormModel, Formula, LookupRule } from '../form/model.ts';
import type { FieldPath } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';

/** What one step lets its people see and edit: field paths, columns included. `edit` is part of `see`. */
export type Rights = { readonly see: ReadonlySet<FieldPath>; readonly edit: ReadonlySet<FieldPath> };

/** What people read of a step or block. */
type Label = { readonly title?: Words; readonly clause?: string };

type HumanStep = Label & {
  readonly id: StepId;
  readonly role: string;
  readonly form?: string;
  readonly rights: Rights;
  readonly due?: Duration;
  /** Who is told at the deadline (no `after`) or that long after it. */
  readonly overdue: readonly { readonly copy: readonly string[]; readonly after?: Duration }[];
  /** Steps this one may return the case to, and how often. */
  readonly returnTo: readonly StepId[];
  readonly returnMax?: number;
  readonly words?: StepWords;
};
export type FillStep = HumanStep & { readonly kind: 'fill'; readonly form: string };
export type ApproveStep = HumanStep & {
  readonly kind: 'approve';
  readonly mode: 'any' | 'all' | 'sequential';
  readonly reject: boolean;
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
  readonly at?: DateRuleParts;
  readonly series?: { readonly every: WeekdayName; readonly from: DateRuleParts; readonly while: Formula };
};
export type LedgerStep = Label & {
  readonly kind: 'ledger';
  readonly id: StepId;
  readonly ledger: string;
  readonly write: 'insert' | 'update';
  readonly cells: readonly Cell[];
  readonly key?: RowKey;
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
};

export const asks = (block: Block | undefined): block is AskingStep =>
  block?.kind === 'fill' || block?.kind === 'approve';

/** The first step of a process: it is filled by whoever starts it. */
export function firstStep(definition: Definition): FillStep {
  const [first] = definition.blocks;
  if (first?.kind !== 'fill') throw new Error(`${definition.id} does not begin with a fill step`);
  return first;
}
