/**
 * Static type of a form value or of an expression. Money, percent and decimal are `decimal`; rating is `integer`.
 * `any` is a value nothing is known about: it can be tested with empty/filled/== and passed on, not computed with.
 */
export type ExprType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'dateRange' }
  | { readonly kind: 'file' }
  | { readonly kind: 'list'; readonly of: ExprType }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, ExprType>> }
  | { readonly kind: 'table'; readonly columns: Readonly<Record<string, ExprType>> }
  | { readonly kind: 'any' };

/** Written so that their order is the order of their texts. */
const CIVIL = ['date', 'time', 'dateTime', 'week', 'month', 'quarter'] as const;
type CivilKind = (typeof CIVIL)[number];
type ScalarKind = CivilKind | 'text' | 'integer' | 'decimal' | 'flag' | 'choice' | 'person' | 'unit';

/** Names an expression may start from: form ids (records), `row`, `today`, `starter`, `settings`, `rows`. */
export type Scope = Readonly<Record<string, ExprType>>;

export const FLAG: ExprType = { kind: 'flag' };
export const INTEGER: ExprType = { kind: 'integer' };
export const DECIMAL: ExprType = { kind: 'decimal' };
export const DATE: ExprType = { kind: 'date' };
export const TIME: ExprType = { kind: 'time' };
export const DATE_TIME: ExprType = { kind: 'dateTime' };
export const WEEK: ExprType = { kind: 'week' };
export const MONTH: ExprType = { kind: 'month' };
export const QUARTER: ExprType = { kind: 'quarter' };
export const TEXT: ExprType = { kind: 'text' };
/** Type of the literal `null` and of the elements of `[]`; compared by identity, fits every type. */
export const NOTHING: ExprType = { kind: 'any' };

const DATE_RANGE_FIELDS = { start: DATE, end: DATE };
const TEXTUAL: ReadonlySet<string> = new Set(['text', 'choice', 'person', 'unit']);

const civil: ReadonlySet<string> = new Set(CIVIL);

/** Dates, times of day and periods. */
export const isCivil = (type: ExprType): boolean => civil.has(type.kind);
export const isNumeric = (type: ExprType): boolean => type.kind === 'integer' || type.kind === 'decimal';
export const isTextual = (type: ExprType): boolean => TEXTUAL.has(type.kind);

/** `list<decimal>`, `record`, `date`, … as issues name types. */
export function describeType(type: ExprType): string {
  if (type === NOTHING) return 'null';
  return type.kind === 'list' ? `list<${describeType(type.of)}>` : type.kind;
}

/** Fields an expression can name after a dot; undefined when the type has none. */
export function fieldsOf(type: ExprType): Readonly<Record<string, ExprType>> | undefined {
  if (type.kind === 'record') return type.fields;
  return type.kind === 'dateRange' ? DATE_RANGE_FIELDS : undefined;
}

/** What a list or a table is made of; undefined for everything else. */
export function elementOf(type: ExprType): ExprType | undefined {
  if (type.kind === 'table') return { kind: 'record', fields: type.columns };
  return type.kind === 'list' ? type.of : undefined;
}

/** The one type two branches or list elements share; undefined when there is none. */
export function commonType(left: ExprType, right: ExprType): ExprType | undefined {
  if (left === NOTHING) return right;
  if (right === NOTHING) return left;
  if (isNumeric(left) && isNumeric(right)) return left.kind === 'decimal' ? left : right;
  if (shapeOf(left) && shapeOf(right)) return fits(left, right) ? right : fits(right, left) ? left : undefined;
  if (left.kind === 'list' && right.kind === 'list') {
    const of = commonType(left.of, right.of);
    return of && { kind: 'list', of };
  }
  if (alikeText(left, right)) return left.kind === 'text' ? left : left.kind === right.kind ? left : right;
  return JSON.stringify(left) === JSON.stringify(right) ? left : undefined;
}

/** Texts compare with each other when they are of one kind or one of them is plain text. */
export function alikeText(left: ExprType, right: ExprType): boolean {
  if (!isTextual(left) || !isTextual(right)) return false;
  return left.kind === right.kind || left.kind === 'text' || right.kind === 'text';
}

type Fields = Readonly<Record<string, ExprType>>;
type RecordShape = { readonly fields: Fields; readonly rows: boolean };

/** Fields of a record, or of each row where there are many; the rows of `[]` have none. */
function shapeOf(type: ExprType): RecordShape | undefined {
  if (type.kind === 'record') return { fields: type.fields, rows: false };
  const element = elementOf(type);
  if (element === NOTHING) return { fields: {}, rows: true };
  return element?.kind === 'record' ? { fields: element.fields, rows: true } : undefined;
}

/** Of two records, or of the rows of two lists: the first field of `from` that `to` does not have or cannot hold. */
export function unfitField(from: ExprType, to: ExprType): string | undefined {
  const [given, wanted] = [shapeOf(from), shapeOf(to)];
  if (!given || given.rows !== wanted?.rows) return undefined;
  return Object.keys(given.fields).find((name) => !fieldFits(name, given.fields, wanted.fields));
}

function fieldFits(name: string, from: Fields, to: Fields): boolean {
  const [given, wanted] = [from, to].map((fields) => (Object.hasOwn(fields, name) ? fields[name] : undefined));
  return given !== undefined && wanted !== undefined && fits(given, wanted);
}

/**
 * Whether a value of `from` may be stored where `to` is expected: integers fit decimals, plain text fits choices,
 * records fit field by field and lists of records fit tables column by column. Fields may be missing in `from`.
 */
export function fits(from: ExprType, to: ExprType): boolean {
  if (to.kind === 'any' || from === NOTHING) return true;
  if (from.kind === 'decimal' && to.kind === 'integer') return false;
  const [given, wanted] = [shapeOf(from), shapeOf(to)];
  if (given && wanted) return given.rows === wanted.rows && unfitField(from, to) === undefined;
  if (from.kind === 'list' && to.kind === 'list') return fits(from.of, to.of);
  return commonType(from, to) !== undefined;
}
