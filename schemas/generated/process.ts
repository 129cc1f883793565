/* Generated from ../process.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * form, form.field or form.table.column
 */
export type Path = string;
export type RoleRule = StarterRole | PostRole | ManagerRole | HeadRole | FieldRole | TableRole;
/**
 * an expression, see docs/guide/expressions.md; in quotes where it has a comma between braces
 */
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
  | RichTextField
  | TimeField
  | DateTimeField
  | MonthField
  | QuarterField
  | YearField
  | RegionField
  | PhoneField
  | EmailField
  | LinkField
  | IdentityCodeField
  | CompanyCodeField
  | SignatureField
  | UnitsField
  | MatrixField
  | HeadingField
  | GroupField
  | QuestionsField
  | AnswersField
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
  | ReferenceField
  | TimeField
  | DateTimeField
  | MonthField
  | QuarterField
  | YearField
  | RegionField
  | PhoneField
  | EmailField
  | LinkField
  | IdentityCodeField
  | CompanyCodeField;
/**
 * @minItems 1
 */
export type Sections = Section[];
/**
 * steps: each section is a page of its own, the last shows everything; page unless said
 */
export type Layout = 'page' | 'steps';
export type Step =
  FillStep | ApproveStep | ChooseStep | ParallelStep | StartStep | InsertStep | UpdateStep | PutStep | CopyStep;
/**
 * how long after opening, or until when a field says
 */
export type Due = Duration | DueField;
/**
 * 3d days, 3wd working days, 4h hours, 4wh working hours, or the next such weekday moment
 */
export type Duration = string;
/**
 * 3d days, 3wd working days, 4h hours, 4wh working hours
 */
export type Span = string;
export type Choice = WhenBranch | ElseBranch;
/**
 * @minItems 1
 */
export type Steps = StepEntry[];
export type DutySubjects = DutyOfPosts | DutyOfUnits | DutyOfRows;
/**
 * 3d days, 3wd working days, 4h hours; days count from the day of the deadline and mean the beginning of work
 */
export type ReminderSpan = string;
/**
 * a day of the period: its first, its last, or its n-th working day (from the end when negative), moved by days (d) or working days (wd), and a local time when it is not the whole day
 */
export type Point = string;

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
  /**
   * the field that says what a case is about
   */
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
  print?: PrintRule;
  prefill?: PrefillRule;
  public?: PublicRule;
  steps: Steps;
  withdraw?: WithdrawRule;
  cancel?: CancelRule;
  revoke?: RevokeRule;
  /**
   * what starts a case by itself, beside people and other processes
   *
   * @minItems 1
   */
  triggers?: LedgerTrigger[];
  duty?: Duty;
  archive?: ArchiveRule;
  note?: string;
}
export interface Source {
  document: string;
  clause: string;
}
export interface NumberRule {
  /**
   * QJ-{yyyy}-{seq:4}
   */
  format: string;
  reset: 'year' | 'month' | 'never';
}
/**
 * whoever started the case
 */
export interface StarterRole {
  starter: true;
}
/**
 * everybody who holds the post; with unit, a field of the case: the holders in that unit, else in the nearest unit above
 */
export interface PostRole {
  post: Id;
  unit?: Path;
}
/**
 * the line manager of the first person of that role; self only in rules.self
 */
export interface ManagerRole {
  managerOf: Id;
}
/**
 * the head of the unit in that field, or of that unit, else of the nearest unit above that has one
 */
export interface HeadRole {
  headOf: Path | FixedUnit;
}
/**
 * a unit of the organisation
 */
export interface FixedUnit {
  unit: Id;
}
/**
 * the people in that field, or in all rows of a column
 */
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
/**
 * who, by name; steps name these
 */
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
  /**
   * separation of duties: within each group of roles nobody acts for two of them in one case
   *
   * @minItems 1
   */
  apart?: Id[][];
  /**
   * fields that approvals are not bound to
   *
   * @minItems 1
   */
  immaterial?: Path[];
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
  layout?: Layout;
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
  decide?: Decide;
}
/**
 * value read from a ledger row, or from a sum of the ledger
 */
export interface Lookup {
  ledger: Id;
  /**
   * a sum of the ledger: the key names the group, the column what is added up or count
   */
  sums?: Id;
  key: RowKey;
  column: Id;
}
export interface RowKeyColumns {
  [k: string]: Expression;
}
/**
 * value that a decision table gives
 */
export interface Decide {
  table: Id;
  input: DecideInput;
  output: Id;
}
export interface DecideInput {
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
  decide?: Decide;
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
  decide?: Decide;
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
  decide?: Decide;
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
  /**
   * tenThousand: shown and typed in 万元; what is stored stays in yuan
   */
  unit?: 'yuan' | 'tenThousand';
  /**
   * shows the amount in capital numerals (大写金额) below
   */
  capital?: boolean;
  decide?: Decide;
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
  decide?: Decide;
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
  decide?: Decide;
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
  decide?: Decide;
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
  show?: 'radio' | 'select' | 'search';
  decide?: Decide;
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
  decide?: Decide;
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
  to: ReferenceTarget | ReferenceCase;
}
export interface ReferenceTarget {
  ledger: Id;
}
export interface ReferenceCase {
  process: Id;
  /**
   * which of its cases may be chosen; completed unless said
   */
  state?: 'any' | 'completed';
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
  /**
   * @minItems 1
   */
  accept?: ('pictures' | 'documents' | 'sheets' | 'slides' | 'archives' | 'audio' | 'video' | 'text')[];
  /**
   * megabytes a file
   */
  maxSize?: number;
}
/**
 * formatted text of a safe subset: paragraphs, headings, lists, bold, italic, links
 */
export interface RichTextField {
  type: 'richText';
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
export interface TimeField {
  type: 'time';
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
  min?: string;
  max?: string;
  /**
   * minutes between offered times
   */
  step?: number;
  lookup?: Lookup;
}
/**
 * day and time of day in the zone of the workspace
 */
export interface DateTimeField {
  type: 'dateTime';
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
export interface MonthField {
  type: 'month';
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
  min?: string;
  max?: string;
  lookup?: Lookup;
}
export interface QuarterField {
  type: 'quarter';
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
  min?: string;
  max?: string;
  lookup?: Lookup;
}
export interface YearField {
  type: 'year';
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
  min?: number;
  max?: number;
  lookup?: Lookup;
}
export interface RegionField {
  type: 'region';
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
  /**
   * how deep one has to choose; city unless said
   */
  level?: 'province' | 'city';
  lookup?: Lookup;
}
export interface PhoneField {
  type: 'phone';
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
  only?: 'mobile' | 'landline';
  lookup?: Lookup;
}
export interface EmailField {
  type: 'email';
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
export interface LinkField {
  type: 'link';
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
/**
 * number of a resident identity card, GB 11643
 */
export interface IdentityCodeField {
  type: 'identityCode';
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
/**
 * unified social credit code, GB 32100
 */
export interface CompanyCodeField {
  type: 'companyCode';
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
export interface SignatureField {
  type: 'signature';
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
export interface UnitsField {
  type: 'units';
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
export interface MatrixField {
  type: 'matrix';
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
  /**
   * questions or other lines; units: one line for each unit
   */
  rows: 'units' | OptionList | Option[];
  columns: ('months' | 'quarters') | OptionList | Option[];
  /**
   * choice: one column a row is chosen; otherwise a number in each cell
   */
  cell: 'choice' | 'integer' | 'decimal' | 'money' | 'percent';
  totals?: 'rows' | 'columns' | 'both';
  min?: number | string;
  max?: number | string;
  scale?: number;
  /**
   * every row (choice) or cell (numbers) must be filled in
   */
  complete?: boolean;
}
/**
 * a heading with a text under it; holds no value
 */
export interface HeadingField {
  type: 'heading';
  title: Words;
  help?: Words;
  visible?: Expression;
  wide?: boolean;
  required?: never;
  readonly?: never;
  compute?: never;
  default?: never;
}
/**
 * draws other fields of the form together; its visibility is theirs too; holds no value
 */
export interface GroupField {
  type: 'group';
  title: Words;
  help?: Words;
  visible?: Expression;
  wide?: boolean;
  /**
   * @minItems 1
   */
  members: Id[];
  required?: never;
  readonly?: never;
  compute?: never;
  default?: never;
}
/**
 * a questionnaire: questions that a link of another process asks
 */
export interface QuestionsField {
  type: 'questions';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: never;
  default?: never;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
  max?: number;
  /**
   * ledger whose rows are questions to copy: title, kind, options
   */
  bank?: Id;
}
/**
 * answers to the questions that came with the link
 */
export interface AnswersField {
  type: 'answers';
  title: Words;
  help?: Words;
  placeholder?: Words;
  required?: Condition;
  visible?: Expression;
  readonly?: Condition;
  compute?: never;
  default?: never;
  /**
   * takes the whole row of the form
   */
  wide?: boolean;
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
  help?: Words;
  /**
   * @minItems 1
   */
  fields: Id[];
  visible?: Expression;
}
/**
 * what has to hold when a form is handed in, across fields
 */
export interface CheckRule {
  that: Expression;
  at: Path;
  else: Words;
}
/**
 * the approval sheet of a case on paper; everything has a default
 */
export interface PrintRule {
  /**
   * heading of the sheet; the title of the process when absent
   */
  title?: Words;
  /**
   * line above the heading; the company when absent
   */
  letterhead?: Words;
  /**
   * chosen by the widest table when absent
   */
  layout?: 'portrait' | 'landscape';
  /**
   * forms, fields and columns that are not printed
   *
   * @minItems 1
   */
  omit?: Path[];
  /**
   * steps with a line to sign on; every approval when absent
   */
  signatures?: Id[];
  /**
   * line under the sheet
   */
  footer?: Words;
}
/**
 * the first form can begin with values of the last completed case of this process
 */
export interface PrefillRule {
  from: 'last';
  /**
   * whose case: the starter's own, or anybody's of the starter's units
   */
  of: 'starter' | 'unit';
  /**
   * only a case in which these fields have the values they have now
   *
   * @minItems 1
   */
  same?: Path[];
  /**
   * forms, fields and columns whose values are taken over
   *
   * @minItems 1
   */
  fields: Path[];
  /**
   * offer (a button) when absent; automatic: at once, and it can be undone
   */
  apply?: 'offer' | 'automatic';
}
/**
 * people without an account fill in the first form by a link
 */
export interface PublicRule {
  /**
   * who may make links; the cases that come in belong to whoever made the link
   *
   * @minItems 1
   */
  by: RoleRule[];
  /**
   * what they see, and write unless the link says it
   *
   * @minItems 1
   */
  fields: Path[];
  /**
   * fields of the first form that the link says
   *
   * @minItems 1
   */
  fixed?: Path[];
  about?: PublicAbout;
  /**
   * what happens with what they enter; shown before the form
   */
  privacy: Words;
  /**
   * shown with the receipt
   */
  thanks?: Words;
  /**
   * they may add one message to what they sent
   */
  message?: boolean;
}
/**
 * a link is made from a case of this process, and is closed when that case ends
 */
export interface PublicAbout {
  process: Id;
  /**
   * step that must be over
   */
  after: Id;
  carry: Carry;
}
/**
 * field of the first form to the field of that case it takes its value from; answers take questions
 */
export interface Carry {
  [k: string]: Path;
}
export interface StepEntry {
  [k: string]: Step;
}
export interface FillStep {
  fill: Id;
  by: Id;
  see?: Path[];
  hide?: Path[];
  due?: Due;
  /**
   * @minItems 1
   */
  overdue?: OverdueRule[];
  return?: ReturnRule;
  /**
   * what the person asked may also do; all of it when absent
   */
  allow?: ('transfer' | 'delegate' | 'add' | 'takeBack')[];
  /**
   * people needed at least; the nobody rule fills up what is missing
   */
  least?: number;
  /**
   * a pool: whoever takes it first has it until they release it
   */
  claim?: true;
  /**
   * reminders that long before the deadline
   *
   * @minItems 1
   */
  remind?: Span[];
  rows?: RowDeadlines;
  words?: StepWords;
  title: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface DueField {
  /**
   * a date, until the end of that day, or a moment
   */
  field: string;
}
/**
 * what happens at the deadline, or that long after it
 */
export interface OverdueRule {
  after?: Span;
  /**
   * repeated so often, `after` apart
   */
  times?: number;
  /**
   * @minItems 1
   */
  copy?: Id[];
  /**
   * the people asked are reminded
   */
  remind?: true;
  /**
   * role whose people take over from those who are late
   */
  escalate?: Id;
  then?: OverdueDecision;
}
/**
 * decided by the deadline itself, openly
 */
export interface OverdueDecision {
  do: 'agree' | 'reject';
  because: Words;
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
  /**
   * rerun (default): every step between runs again; straightBack: back to the step that returned, asking again only whose content changed
   */
  then?: 'rerun' | 'straightBack';
  /**
   * any (default): the first return counts; afterAll: when everybody has decided
   */
  when?: 'any' | 'afterAll';
}
/**
 * each row of a table has a deadline of its own: a date column, until the end of that day
 */
export interface RowDeadlines {
  table: Path;
  due: Id;
  /**
   * whether a row is still to be done, over `row`; all rows when absent
   */
  open?: Expression;
  /**
   * @minItems 1
   */
  overdue?: OverdueRule[];
  /**
   * @minItems 1
   */
  remind?: Span[];
}
export interface StepWords {
  agree?: Words;
  submit?: Words;
}
export interface ApproveStep {
  approve: Id;
  mode?: ('any' | 'all' | 'sequential') | RatioMode;
  form?: Id;
  see: Path[];
  hide?: Path[];
  due?: Due;
  /**
   * @minItems 1
   */
  overdue?: OverdueRule[];
  return?: ReturnRule;
  /**
   * false: this step may return but not end anything
   */
  reject?: boolean | RejectRule;
  /**
   * instead of the rule of the process; a vote by number is always asked, unless it says skip-unchanged here
   */
  repeat?: 'ask' | 'skip-unchanged';
  /**
   * the starter may be asked here too
   */
  self?: 'allow';
  /**
   * people may abstain: they still count among the votes, or the votes shrink; absent: nobody may abstain
   */
  abstain?: 'count' | 'shrink';
  /**
   * agreeing needs a written opinion
   */
  opinion?: 'required';
  /**
   * never decided in a batch
   */
  batch?: false;
  /**
   * what the person asked may also do; all of it when absent
   */
  allow?: ('transfer' | 'delegate' | 'add' | 'takeBack')[];
  /**
   * people needed at least; the nobody rule fills up what is missing
   */
  least?: number;
  /**
   * a pool: whoever takes it first has it until they release it
   */
  claim?: true;
  /**
   * reminders that long before the deadline
   *
   * @minItems 1
   */
  remind?: Span[];
  rows?: RowDeadlines;
  words?: StepWords;
  title: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
export interface RatioMode {
  /**
   * votes needed: 2, or the share of all voting seats: 2/3, 66.7%
   */
  pass: number | string;
  /**
   * fails at the first rejection, or (default) when the votes can no longer be reached
   */
  fail?: 'any' | 'impossible';
}
export interface RejectRule {
  /**
   * what a rejection ends: the case (default), or the parallel branch the step is in
   */
  ends?: 'case' | 'branch';
  /**
   * any (default): the first rejection decides; all: only when every seat rejects
   */
  by?: 'any' | 'all';
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
  /**
   * a role; with `each` also a column of the row: the person, or the head of the unit
   */
  as: string;
  with?: StartValues;
  at?: DateRule;
  every?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  from?: DateRule;
  /**
   * of a series: as long as; of a planned start: whether it is still wanted on its day
   */
  while?: Expression;
  /**
   * the case goes on when the started case has ended
   */
  wait?: true;
  /**
   * one case for each row of this table; expressions see `row`
   */
  each?: Path;
  /**
   * with `each`: only for rows that hold it; it sees `row`
   */
  where?: Expression;
  result?: ResultValues;
  /**
   * what becomes of started cases when this case goes back or ends early: stopped (default), or left alone
   */
  onReturn?: 'stop' | 'detach';
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
 * fields written when a started case has ended, from its values `child` and, with `each`, into columns of the row
 */
export interface ResultValues {
  [k: string]: Expression;
}
/**
 * writes the row of this case, or one for each row of a table
 */
export interface InsertStep {
  ledger: Id;
  insert: Cells;
  /**
   * cells written, over `row`, when the case goes back past this step, ends without effect (rejected, withdrawn, cancelled) or is revoked
   */
  undo?: Cells;
  /**
   * one write for each row of this table, which expressions see as `item`; `row` is the ledger row
   */
  each?: Path;
  /**
   * with `each`: only for rows that hold it; it sees `item`
   */
  where?: Expression;
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
  /**
   * cells written, over `row`, when the case goes back past this step, ends without effect (rejected, withdrawn, cancelled) or is revoked
   */
  undo?: Cells;
  /**
   * one write for each row of this table, which expressions see as `item`; `row` is the ledger row
   */
  each?: Path;
  /**
   * with `each`: only for rows that hold it; it sees `item`
   */
  where?: Expression;
  title?: Words;
  /**
   * clause of the source document
   */
  clause?: string;
}
/**
 * changes a row, or makes it when it is not there; in `row` numbers that are missing are 0
 */
export interface PutStep {
  ledger: Id;
  put: Cells;
  key?: RowKey;
  /**
   * cells written, over `row`, when the case goes back past this step, ends without effect (rejected, withdrawn, cancelled) or is revoked
   */
  undo?: Cells;
  /**
   * one write for each row of this table, which expressions see as `item`; `row` is the ledger row
   */
  each?: Path;
  /**
   * with `each`: only for rows that hold it; it sees `item`
   */
  where?: Expression;
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
/**
 * until which step has decided the starter may take the case back
 */
export interface WithdrawRule {
  until: Id;
}
/**
 * roles that may end an open case as void, with a reason; administrators always may
 */
export interface CancelRule {
  /**
   * @minItems 1
   */
  by: Id[];
}
/**
 * the starter may ask to undo a completed case: a case of this process decides; when it completes, writes are undone
 */
export interface RevokeRule {
  process: Id;
  within: Span;
}
/**
 * rows of a ledger start cases; expressions see `row`, and its id as `row.id`
 */
export interface LedgerTrigger {
  ledger: Id;
  /**
   * over `row`: the day on which a case starts for the row, once; absent: as soon as `when` becomes true
   */
  on?: Expression;
  /**
   * over `row`; a case starts when it becomes true, or with `on` when it holds on that day
   */
  when?: Expression;
  as: RoleRule | string;
  with?: TriggerValues;
}
export interface TriggerValues {
  [k: string]: Expression;
}
/**
 * a recurring duty: the calendar opens a case for each period
 */
export interface Duty {
  /**
   * one case for each such period and each of those it is asked of
   */
  every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  /**
   * when the case opens: the beginning of that day
   */
  open: Point;
  /**
   * until when it has to be handed in: the end of that day
   */
  due: Point;
  /**
   * from when it can no longer be handed in: the end of that day; without it, it stays open
   */
  close?: Point;
  for: DutySubjects;
  with?: DutyValues;
  /**
   * reminders to the missing, that long before it is due
   *
   * @minItems 1
   */
  remind?: ReminderSpan[];
  /**
   * reminders to the missing, that long after it was due
   *
   * @minItems 1
   */
  overdue?: DutyOverdue[];
}
export interface DutyOfPosts {
  /**
   * everybody who holds one of these posts
   *
   * @minItems 1
   */
  posts: Id[];
}
export interface DutyOfUnits {
  /**
   * @minItems 1
   */
  units: Id[];
  /**
   * who answers for each unit: the holder of this post in it or above it; without it, or with nobody there, the head
   */
  post?: Id;
}
export interface DutyOfRows {
  ledger: Id;
  /**
   * over `row`: which rows; all when absent
   */
  where?: Expression;
  /**
   * the column that says who answers
   */
  person: Id;
}
/**
 * fields filled in, from `period` (id, first, last, due), `subject`, and `row` where it is of rows
 */
export interface DutyValues {
  [k: string]: Expression;
}
export interface DutyOverdue {
  after: ReminderSpan;
  /**
   * repeated so often, `after` apart
   */
  times?: number;
}
export interface ArchiveRule {
  class: Id;
  keep: string;
  /**
   * the archive names neither the subject nor whoever started the case
   */
  confidential?: true;
}
