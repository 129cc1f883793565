import { add, div, sumOf, toPlain } from '../shared/decimal.ts';
import { type Call, exactly, listArgument, type Rule, result, wrongArgument } from './call.ts';
import { spendElements, spendText } from './frame.ts';
import { asLiteralOf, compareNumbers, safe } from './operators.ts';
import { selectedFrom } from './select.ts';
import { consume, consumeShape, type Term } from './term.ts';
import {
  commonType,
  DECIMAL,
  type ExprType,
  elementOf,
  INTEGER,
  isCivil,
  isNumeric,
  isTextual,
  NOTHING,
} from './type.ts';
import { isMissing, isNumber, type Numeric, toDecimal } from './value.ts';

const NUMBERS = 'list<decimal>';
const isOrdered = (type: ExprType): boolean => isNumeric(type) || isCivil(type);
const isSummable = (type: ExprType): boolean => isNumeric(type) || type === NOTHING;

function numbersOf(value: unknown): readonly Numeric[] {
  return Array.isArray(value) ? value.filter(isNumber) : [];
}

const total = (numbers: readonly Numeric[]): Numeric =>
  numbers.reduce<Numeric>(
    (left, right) =>
      typeof left === 'number' && typeof right === 'number' ? left + right : add(toDecimal(left), toDecimal(right)),
    0,
  );

/** The column of a table is added up where it stands, without a value made of each cell. */
const sumOfCells =
  ({ rows, column }: NonNullable<Term['cells']>): Term['run'] =>
  (frame) => {
    const list = rows.run(frame);
    if (!Array.isArray(list)) return 0;
    spendElements(frame, list.length);
    return sumOf(list, column);
  };

/** Missing elements are skipped; the sum of nothing is 0. */
const sum: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  const parts = term && listArgument(call, term, isSummable, NUMBERS);
  if (!parts) return undefined;
  const { list, element } = parts;
  if (element.kind === 'decimal')
    return result(call, DECIMAL, list.cells ? sumOfCells(list.cells) : (frame) => total(numbersOf(list.run(frame))));
  return result(call, INTEGER, (frame) => safe(Number(total(numbersOf(list.run(frame))))));
};

/** Missing elements are skipped; the average of nothing is missing. */
const avg: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  const parts = term && listArgument(call, term, isSummable, NUMBERS);
  if (!parts) return undefined;
  return result(call, DECIMAL, (frame) => {
    const numbers = numbersOf(parts.list.run(frame));
    return div(toDecimal(total(numbers)), toDecimal(numbers.length)) ?? null;
  });
};

/** Of a list: missing elements are skipped, of nothing it is missing. Of several values: missing when one is. */
const extreme =
  (sign: 1 | -1): Rule =>
  (call) => {
    const [first, ...others] = call.args;
    if (first && others.length > 0) return extremeOf(call, sign, call.args);
    const [term] = exactly(call, 1) ?? [];
    const parts = term && listArgument(call, term, isOrdered, 'list<decimal>, list<date>');
    return parts && result(call, parts.element, (frame) => pick(sign, parts.list.run(frame)));
  };

function extremeOf(call: Call, sign: 1 | -1, args: readonly Term[]): Term | undefined {
  const model = args.find((term) => isOrdered(term.type));
  const terms = model ? args.map((term) => asLiteralOf(term, model.type)) : args;
  const wrong = terms.find((term) => !isOrdered(term.type) || (model && !commonType(model.type, term.type)));
  if (wrong || !model) return wrong && wrongArgument(call, wrong, model ? model.type.kind : DECIMAL.kind);
  const type = terms.reduce<ExprType>((common, term) => commonType(common, term.type) ?? common, model.type);
  const used = terms.map((term) => consume(call.compilation, term));
  return result(call, type, (frame) => {
    const values = used.map((term) => term.run(frame));
    return values.includes(null) ? null : pick(sign, values);
  });
}

function pick(sign: 1 | -1, values: unknown): unknown {
  if (!Array.isArray(values)) return null;
  let best: unknown = null;
  for (const value of values as readonly unknown[]) {
    if (value !== null && (best === null || order(value, best) * sign > 0)) best = value;
  }
  return best;
}

function order(left: unknown, right: unknown): number {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  return String(left) < String(right) ? -1 : left === right ? 0 : 1;
}

/** Elements that are not missing; of a table, its rows. */
const count: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  if (!term) return undefined;
  if (!elementOf(term.type)) return wrongArgument(call, term, 'list');
  if (term.type.kind === 'table') return sizeOf(call, term);
  const list = consume(call.compilation, term);
  return result(call, INTEGER, (frame) => {
    const elements = list.run(frame);
    return Array.isArray(elements) ? elements.filter((element: unknown) => !isMissing(element)).length : 0;
  });
};

/** Elements of a list, rows of a table, characters (code points) of a text. */
const size: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  if (!term) return undefined;
  if (elementOf(term.type) || isTextual(term.type)) return sizeOf(call, term);
  return wrongArgument(call, term, 'list');
};

function sizeOf(call: Call, term: Term): Term {
  consumeShape(call.compilation, term);
  return result(call, INTEGER, (frame) => {
    const value = term.run(frame);
    if (Array.isArray(value)) return value.length;
    if (typeof value !== 'string') return 0;
    spendText(frame, value);
    return codePoints(value);
  });
}

function codePoints(text: string): number {
  let points = 0;
  for (const _point of text) points += 1;
  return points;
}

/** The different elements in order of appearance, missing ones left out. */
const distinct: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  const isPlain = (type: ExprType): boolean => isOrdered(type) || isTextual(type) || type.kind === 'flag';
  const parts = term && listArgument(call, term, isPlain, 'list');
  if (!parts) return undefined;
  return result(call, { kind: 'list', of: parts.element }, (frame) => {
    const elements = parts.list.run(frame);
    if (!Array.isArray(elements)) return [];
    spendElements(frame, elements.length);
    const byKey = new Map<string, unknown>();
    for (const element of elements as readonly unknown[]) {
      const key = isNumber(element) ? toPlain(toDecimal(element)) : String(element);
      if (!isMissing(element) && !byKey.has(key)) byKey.set(key, element);
    }
    return [...byKey.values()];
  });
};

/** The first element or row; missing when there is none. */
const first: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  const element = term && elementOf(term.type);
  if (!term || !element) return term && wrongArgument(call, term, 'list');
  const run: Term['run'] = (frame) => {
    const elements = term.run(frame);
    return Array.isArray(elements) ? (elements[0] ?? null) : null;
  };
  return { ...result(call, element, run), ...selectedFrom(term) };
};

export const LIST_FUNCTIONS: Readonly<Record<string, Rule>> = {
  sum,
  avg,
  min: extreme(-1),
  max: extreme(1),
  count,
  size,
  distinct,
  first,
};
