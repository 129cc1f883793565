/* Generated from ../process.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * form, form.field or form.table.column
 */
export type Path = string;
export type RoleRule = StarterRole | PostRole | ManagerRole | HeadRole | FieldRole | TableRole;
export type Expression = string;
export type Field =
  | TextField
  | LongTextField
  | IntegerField
  | DecimalField
  | MoneyField
  | PercentField
  | RatingField
  | FlagField
  | ChoiceField
  | ChoicesField
  | DateField
  | DateRangeField
  | WeekField
  | PersonField
  | PeopleField
  | UnitField
  | ReferenceField
  | FilesField
  | TableField;
export type Condition = boolean | Expression;
export type RowKey = Expression | RowKeyColumns;
/**
 * today or a date field, plus or minus days (d) or working days (wd)
 */
export type DateRule = string;
export type Column =
  | TextField
  | LongTextField
  | IntegerField
  | DecimalField
  | MoneyField
  | PercentField
  | RatingField
  | FlagField
  | ChoiceField
  | DateField
  | WeekField
  | PersonField
  | UnitField
  | ReferenceField;
/**
 * @minItems 1
 */
export type Sections = Section[];
export type Step = FillStep | ApproveStep | ChooseStep | ParallelStep | StartStep | InsertStep | UpdateStep | CopyStep;
/**
 * 3d days, 3wd working days, 4h hours, 4wh working hours, or the next such weekday moment
 */
export type Duration = string;
export type Choice = WhenBranch | ElseBranch;
/**
 * @minItems 1
 */
export type Steps = StepEntry[];

/**
 * One business process: who fills in what, who decides, by when and where it is recorded.
 */
export interface ProcessDocument {
  format: 'process/v1';
  id: Id;
  title: Words;
  help?: Words;
  area: Id;
  source?: Source[];
  number: NumberRule;
  subject: Path;
  /**
   * fields shown on every card
   *
   * @maxItems 4
   */
  summary?: Path[];
  calendar: Id;
  /**
   * false: only other processes start it
   */
  startable?: boolean;
  /**
   * who may start it by hand; everybody inside the company when absent
   *
   * @minItems 1
   */
  starters?: RoleRule[];
  roles: Roles;
  rules: Rules;
  /**
   * who may read a case without a task in it
   */
  readers?: Reader[];
  forms: Forms;
  checks?: CheckRule[];
  steps: Steps;
  withdraw?: WithdrawRule;
  archive?: ArchiveRule;
  note?: string;
}
export interface Source {
  document: string;
  clause: string;
}
export interface NumberRule {
  format: string;
  reset: 'year' | 'month' | 'never';
}
export interface StarterRole {
  starter: true;
}
export interface PostRole {
  post: Id;
  unit?: Path;
}
export interface ManagerRole {
  managerOf: Id;
}
export interface HeadRole {
  headOf: Path;
}
export interface FieldRole {
  field: Path;
}
/**
 * the post a decision table names
 */
export interface TableRole {
  table: Id;
  input: TableInput;
}
export interface TableInput {
  [k: string]: Expression;
}
export interface Roles {
  [k: string]: RoleRule;
}
export interface Rules {
  nobody: NobodyRule;
  self: 'allow' | SelfRule;
  /**
   * skip-unchanged: whoever agreed to exactly this content is not asked again
   */
  repeat: 'ask' | 'skip-unchanged';
}
export interface NobodyRule {
  to: RoleRule;
}
export interface SelfRule {
  to: RoleRule;
}
export interface Reader {
  by: Id | RoleRule;
  see: Path[];
}
export interface Forms {
  [k: string]: Form;
}
export interface Form {
  title: Words;
  help?: Words;
  fields: Fields;
  sections?: Sections;
}
export interface Fields {
  [k: string]: Field;
}
export interface TextField {
  type: 'text';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  max?: number;
  lookup?: Lookup;
}
/**
 * value read from a ledger row
 */
export interface Lookup {
  ledger: Id;
  key: RowKey;
  column: Id;
}
export interface RowKeyColumns {
  [k: string]: Expression;
}
export interface LongTextField {
  type: 'longText';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  max?: number;
}
export interface IntegerField {
  type: 'integer';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  min?: number | string;
  max?: number | string;
  lookup?: Lookup;
}
export interface DecimalField {
  type: 'decimal';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  min?: number | string;
  max?: number | string;
  scale?: number;
  lookup?: Lookup;
}
export interface MoneyField {
  type: 'money';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  min?: number | string;
  max?: number | string;
  currency?: 'CNY' | 'TWD' | 'USD';
  lookup?: Lookup;
}
export interface PercentField {
  type: 'percent';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  min?: number | string;
  max?: number | string;
  scale?: number;
  lookup?: Lookup;
}
export interface RatingField {
  type: 'rating';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  max?: number;
}
export interface FlagField {
  type: 'flag';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
}
export interface ChoiceField {
  type: 'choice';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  options: OptionList | Option[];
  lookup?: Lookup;
}
export interface OptionList {
  list: Id;
}
export interface Option {
  id: Id;
  title: Words;
}
export interface ChoicesField {
  type: 'choices';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  options: OptionList | Option[];
  max?: number;
}
export interface DateField {
  type: 'date';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  min?: DateRule;
  max?: DateRule;
  lookup?: Lookup;
}
export interface DateRangeField {
  type: 'dateRange';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  min?: DateRule;
  max?: DateRule;
}
export interface WeekField {
  type: 'week';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
}
export interface PersonField {
  type: 'person';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  lookup?: Lookup;
}
export interface PeopleField {
  type: 'people';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  max?: number;
}
export interface UnitField {
  type: 'unit';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  lookup?: Lookup;
}
export interface ReferenceField {
  type: 'reference';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  to: ReferenceTarget;
}
export interface ReferenceTarget {
  ledger: Id;
}
export interface FilesField {
  type: 'files';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  max?: number;
}
export interface TableField {
  type: 'table';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: Expression;
  default?: Expression;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  columns: Columns;
  minRows?: number;
  maxRows?: number;
  /**
   * fixed: rows come from the start of the case and are neither added nor removed
   */
  rows?: 'open' | 'fixed';
  /**
   * columns whose values together may not repeat
   *
   * @minItems 1
   */
  unique?: Id[];
  /**
   * columns whose sum is shown under the table
   *
   * @minItems 1
   */
  totals?: Id[];
}
export interface Columns {
  [k: string]: Column;
}
export interface Section {
  title: Words;
  /**
   * @minItems 1
   */
  fields: Id[];
}
export interface CheckRule {
  that: Expression;
  at: Path;
  else: Words;
}
export interface StepEntry {
  [k: string]: Step;
}
export interface FillStep {
  fill: Id;
  by: Id;
  see?: Path[];
  hide?: Path[];
  due?: Duration;
  /**
   * @minItems 1
   */
  overdue?: OverdueRule[];
  return?: ReturnRule;
  words?: StepWords;
  title: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
/**
 * who is told when the step is late: at the deadline, or that long after it
 */
export interface OverdueRule {
  /**
   * @minItems 1
   */
  copy: Id[];
  after?: Duration;
}
export interface ReturnRule {
  /**
   * @minItems 1
   */
  to: Id[];
  /**
   * how many times this step may return the case
   */
  max?: number;
}
export interface StepWords {
  agree?: Words;
  submit?: Words;
}
export interface ApproveStep {
  approve: Id;
  mode?: 'any' | 'all' | 'sequential';
  form?: Id;
  see: Path[];
  hide?: Path[];
  due?: Duration;
  /**
   * @minItems 1
   */
  overdue?: OverdueRule[];
  return?: ReturnRule;
  /**
   * false: this step may return but not end the case
   */
  reject?: boolean;
  repeat?: 'ask' | 'skip-unchanged';
  /**
   * the starter may be asked here too
   */
  self?: 'allow';
  words?: StepWords;
  title: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface ChooseStep {
  /**
   * @minItems 2
   */
  choose: Choice[];
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface WhenBranch {
  when: Expression;
  title?: Words;
  steps: Steps;
}
export interface ElseBranch {
  else: StepEntry[];
  title?: Words;
}
export interface ParallelStep {
  /**
   * @minItems 2
   */
  parallel: Branch[];
  return?: ReturnRule;
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface Branch {
  when?: Expression;
  title?: Words;
  steps: Steps;
}
export interface StartStep {
  start: Id;
  as: Id;
  with?: StartValues;
  at?: DateRule;
  every?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  from?: DateRule;
  while?: Expression;
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface StartValues {
  [k: string]: Expression;
}
/**
 * writes the row of this case
 */
export interface InsertStep {
  ledger: Id;
  insert: Cells;
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface Cells {
  [k: string]: Expression;
}
/**
 * changes a row; the own row of the case when key is absent
 */
export interface UpdateStep {
  ledger: Id;
  update: Cells;
  key?: RowKey;
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface CopyStep {
  /**
   * @minItems 1
   */
  copy: Id[];
  see: Path[];
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface WithdrawRule {
  until: Id;
}
export interface ArchiveRule {
  class: Id;
  keep: string;
}
