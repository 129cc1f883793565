import { add, cmp, type Decimal, DIVISION_DIGITS, digitCount, div, mul, negate, sub } from '../shared/decimal.ts';
import { type Frame, spendCharacters, spendElements, spendSteps } from './frame.ts';
import type { Span } from './issue.ts';
import { type Compilation, refuse, type Term } from './term.ts';
import {
  alikeText,
  DECIMAL,
  describeType,
  type ExprType,
  elementOf,
  FLAG,
  INTEGER,
  isCivil,
  isNumeric,
  isTextual,
  NOTHING,
  TEXT,
} from './type.ts';
import { isMissing, isNumber, type Numeric, readerOf, toDecimal } from './value.ts';

type Compare = (order: number) => boolean;

const ARITHMETIC: Readonly<Record<string, (left: Decimal, right: Decimal) => Decimal | undefined>> = {
  '+': add,
  '-': sub,
  '*': mul,
  '/': div,
};
const INTEGER_ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
};
const ORDER: Readonly<Record<string, Compare>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const refuseOperands = (compilation: Compilation, operator: string, left: Term, right: Term, span: Span): undefined =>
  refuse(
    compilation,
    'type',
    { reason: 'operands', operator, left: describeType(left.type), right: describeType(right.type) },
    span,
    operator === '+' && left.type.kind === 'date' && right.type.kind === 'integer' ? 'addDays' : undefined,
  );

/** A text literal where a date, a time or a period belongs becomes one when it is written as one. */
export function asLiteralOf(term: Term, type: ExprType): Term {
  const { literal } = term;
  if (literal === undefined) return term;
  return isCivil(type) && readerOf(type)(literal, NO_FRAME) !== null ? { ...term, type } : term;
}

export function compareNumbers(left: Numeric, right: Numeric): number {
  return typeof left === 'number' && typeof right === 'number'
    ? Math.sign(left - right)
    : cmp(toDecimal(left), toDecimal(right));
}

/** + - * / on numbers, + on texts. */
export function arithmetic(compilation: Compilation, operator: string, left: Term, right: Term, span: Span) {
  const { start, end } = span;
  if (operator === '+' && isTextual(left.type) && isTextual(right.type)) return concatenation(left, right, span);
  if (!isNumeric(left.type) || !isNumeric(right.type)) return refuseOperands(compilation, operator, left, right, span);
  const ofIntegers = INTEGER_ARITHMETIC[operator];
  if (ofIntegers && left.type.kind === 'integer' && right.type.kind === 'integer') {
    const run = liftNumbers(left, right, (a, b) => safe(ofIntegers(Number(a), Number(b))));
    return { type: INTEGER, start, end, run };
  }
  const ofDecimals = ARITHMETIC[operator];
  if (!ofDecimals) return refuseOperands(compilation, operator, left, right, span);
  const run = liftNumbers(left, right, (a, b, frame) => {
    const [x, y] = [toDecimal(a), toDecimal(b)];
    spendSteps(frame, costOf(operator, x, y));
    return ofDecimals(x, y) ?? null;
  });
  return { type: DECIMAL, start, end, run };
}

/** Products grow with the digits of both sides, and a quotient has at least 20 digits: long ones cost more. */
function costOf(operator: string, left: Decimal, right: Decimal): number {
  if (operator === '+' || operator === '-') return 0;
  const digits = operator === '/' ? DIVISION_DIGITS + digitCount(left) : digitCount(left);
  return (digits * digitCount(right)) >> 4;
}

/** An integer outside the safe range has lost digits: it counts as missing. */
export const safe = (value: number): number | null => (Number.isSafeInteger(value) ? value + 0 : null);

type NumberRule = (left: Numeric, right: Numeric, frame: Frame) => unknown;

function liftNumbers(left: Term, right: Term, compute: NumberRule): Term['run'] {
  return (frame) => {
    const a = left.run(frame);
    if (!isNumber(a)) return null;
    const b = right.run(frame);
    return isNumber(b) ? compute(a, b, frame) : null;
  };
}

function concatenation(left: Term, right: Term, { start, end }: Span): Term {
  return {
    type: TEXT,
    start,
    end,
    run: (frame) => {
      const text = `${left.run(frame) ?? ''}${right.run(frame) ?? ''}`;
      spendCharacters(frame, text.length);
      return text;
    },
  };
}

export function negative(compilation: Compilation, term: Term, { start, end }: Span): Term | undefined {
  if (!isNumeric(term.type)) {
    const params = { reason: 'operand', operator: '-', expected: 'decimal', actual: describeType(term.type) };
    return refuse(compilation, 'type', params, term);
  }
  const run: Term['run'] = (frame) => {
    const value = term.run(frame);
    if (!isNumber(value)) return null;
    return typeof value === 'number' ? 0 - value : negate(value);
  };
  return { type: term.type, start, end, run };
}

/** < <= > >= on numbers, dates, weeks and plain texts (by UTF-16 code units). */
export function ordering(compilation: Compilation, operator: string, a: Term, b: Term, span: Span): Term | undefined {
  const left = asLiteralOf(a, b.type);
  const right = asLiteralOf(b, a.type);
  const holds = ORDER[operator];
  const { start, end } = span;
  if (holds && isNumeric(left.type) && isNumeric(right.type)) {
    return { type: FLAG, start, end, run: liftNumbers(left, right, (x, y) => holds(compareNumbers(x, y))) };
  }
  const ordered = left.type.kind === right.type.kind && (isCivil(left.type) || left.type.kind === 'text');
  if (!holds || !ordered) return refuseOperands(compilation, operator, left, right, span);
  return { type: FLAG, start, end, run: liftPresent(left, right, (x, y) => holds(orderOfTexts(x, y))) };
}

const orderOfTexts = (left: unknown, right: unknown): number =>
  typeof left !== 'string' || typeof right !== 'string' || left === right ? 0 : left < right ? -1 : 1;

function liftPresent(left: Term, right: Term, compute: (left: unknown, right: unknown) => unknown): Term['run'] {
  return (frame) => {
    const a = left.run(frame);
    if (a === null) return null;
    const b = right.run(frame);
    return b === null ? null : compute(a, b);
  };
}

type Equals = (left: unknown, right: unknown) => boolean;

/** How values of two types are compared; undefined when they never could be equal. */
function equalityOf(left: ExprType, right: ExprType): Equals | undefined {
  if (isNumeric(left) && isNumeric(right)) return equalNumbers;
  if (alikeText(left, right)) return Object.is;
  if (left.kind === right.kind && (isCivil(left) || ['flag', 'any'].includes(left.kind))) return Object.is;
  if (left.kind === 'any' && isScalar(right)) return equalityWithAny(right);
  const swapped = right.kind === 'any' && isScalar(left) ? equalityWithAny(left) : undefined;
  return swapped && ((a, b) => swapped(b, a));
}

const isScalar = (type: ExprType): boolean =>
  isNumeric(type) || isTextual(type) || isCivil(type) || type.kind === 'flag';

const equalNumbers: Equals = (left, right) => isNumber(left) && isNumber(right) && compareNumbers(left, right) === 0;

function equalityWithAny(type: ExprType): Equals {
  const read = readerOf(type);
  const equals = isNumeric(type) ? equalNumbers : Object.is;
  return (raw, value) => equals(read(raw, NO_FRAME), value);
}

// Readers of scalars never touch the frame.
const NO_FRAME = { values: {}, variables: [], elements: 0, steps: 0, characters: 0 };

/** == and != between values of comparable types; with `null`, whether a value is missing. */
export function equality(compilation: Compilation, operator: string, a: Term, b: Term, span: Span): Term | undefined {
  const expected = operator === '==';
  const { start, end } = span;
  if (a.type === NOTHING || b.type === NOTHING) {
    const tested = a.type === NOTHING ? b : a;
    return { type: FLAG, start, end, run: (frame) => isMissing(tested.run(frame)) === expected };
  }
  const left = asLiteralOf(a, b.type);
  const right = asLiteralOf(b, a.type);
  const equals = equalityOf(left.type, right.type);
  if (!equals) return refuseOperands(compilation, operator, left, right, span);
  return { type: FLAG, start, end, run: liftPresent(left, right, (x, y) => equals(x, y) === expected) };
}

/** `x in list`. */
export function membership(compilation: Compilation, item: Term, list: Term, span: Span): Term | undefined {
  const element = list.type.kind === 'list' ? elementOf(list.type) : undefined;
  const { start, end } = span;
  if (element === NOTHING) return { type: FLAG, start, end, run: () => false };
  const found = element && asLiteralOf(item, element);
  const equals = found && equalityOf(found.type, element);
  if (!found || !equals) return refuseOperands(compilation, 'in', item, list, span);
  const run: Term['run'] = (frame) => {
    const value = found.run(frame);
    const elements = list.run(frame);
    if (value === null || !Array.isArray(elements)) return null;
    spendElements(frame, elements.length);
    return elements.some((entry: unknown) => entry !== null && equals(value, entry));
  };
  return { type: FLAG, start, end, run };
}
