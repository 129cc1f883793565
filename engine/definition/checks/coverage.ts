import type { DecisionTableDocument, InputColumn } from '../../../schemas/generated/table.ts';
import { sameValue } from '../../form/value.ts';
import { add, cmp, type Decimal, parseDecimal, sub, toPlain } from '../../shared/decimal.ts';
import { own } from '../../shared/own.ts';
import { compileDecisionTable } from '../../table/decision-table.ts';
import type { Finding } from '../finding.ts';
import { error, warning } from './report.ts';

/** The ids that options of a list may have. */
export type KnownLists = {
  readonly lists: Readonly<Record<string, { readonly options: readonly { readonly id: string }[] }>>;
};

/** A stretch of an input's values that the cells of a table cannot tell apart: a value of it, and how to say it. */
type Part = { readonly sample: string; readonly text: string };

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent']);
/** The smallest step between two values, where there is one. */
const STEPS: Readonly<Record<string, string>> = { integer: '1', money: '0.01' };
/** More combinations than this are not tried out. */
const MOST_CASES = 50_000;

/**
 * Whether every input has an answer, with `unique` only one, with `any` only one that is meant, and with `first` whether
 * every rule is ever the first. A default answers everything; rules that are listed or counted may be none. The values of
 * each input fall into stretches between the numbers, or the options, that the cells name; one value of each is tried.
 */
export function checkCoverage(document: DecisionTableDocument, lists: KnownLists): readonly Finding[] {
  const inputs = Object.entries(document.inputs);
  const parts = inputs.map(([column, input]) => partsOf(input, cellsOf(document, column), lists));
  const cases = parts.reduce((count, { length }) => count * length, 1);
  const rules = rulesOf(document);
  if (cases > MOST_CASES || rules === undefined) return [];
  const gaps: string[] = [];
  const overlaps = new Map<string, Finding>();
  const firsts = new Set<number>();
  for (let index = 0; index < cases; index += 1) {
    const chosen = combination(parts, index);
    const text = inputs.map(([column], at) => `${column} ${chosen[at]?.text ?? ''}`).join(', ');
    const fitting = rules.flatMap((hits, rule) =>
      hits(Object.fromEntries(inputs.map(([column], at) => [column, chosen[at]?.sample]))) ? [rule] : [],
    );
    const [first] = fitting;
    if (first === undefined) gaps.push(text);
    else firsts.add(first);
    const second = first === undefined ? undefined : fitting.find((other) => isConflict(document, first, other));
    if (first !== undefined && second !== undefined && !overlaps.has(`${first} ${second}`)) {
      overlaps.set(
        `${first} ${second}`,
        error('table-overlap', ['rules', second, 'when'], {
          first: String(first + 1),
          second: String(second + 1),
          case: text,
        }),
      );
    }
  }
  const [gap] = gaps;
  const missing =
    gap === undefined || mayBeNone(document)
      ? []
      : [error('table-without-answer', ['rules'], { case: gap, count: String(gaps.length) })];
  return [...missing, ...overlaps.values(), ...neverFirst(document, firsts)];
}

/** Two rules that may not both fit. */
function isConflict({ hit, rules }: DecisionTableDocument, first: number, other: number): boolean {
  if (first === other) return false;
  if (hit === 'unique') return true;
  return hit === 'any' && !sameValue(rules[first]?.then, rules[other]?.then);
}

/** Nothing fits and there is an answer nevertheless: a default, no list entries, a count of 0, a sum of 0. */
function mayBeNone({ hit, aggregate, default: otherwise }: DecisionTableDocument): boolean {
  if (otherwise !== undefined || hit === 'ruleOrder') return true;
  return hit === 'collect' && aggregate !== 'min' && aggregate !== 'max';
}

/** Where the first rule that fits answers: rules that earlier ones leave nothing to. */
function neverFirst({ hit, rules }: DecisionTableDocument, firsts: ReadonlySet<number>): readonly Finding[] {
  if (hit !== 'first') return [];
  return rules.flatMap((_, index) =>
    firsts.has(index) ? [] : [warning('table-rule-never', ['rules', index, 'when'], { rule: String(index + 1) })],
  );
}

type Hits = (input: Readonly<Record<string, unknown>>) => boolean;

/** Each rule alone, as a table of one rule; undefined when the table does not compile. */
function rulesOf(document: DecisionTableDocument): readonly Hits[] | undefined {
  const { default: _, ...alone } = document;
  const tables = document.rules.map((rule) => compileDecisionTable({ ...alone, hit: 'first', rules: [rule] }));
  const rules = tables.flatMap((table): Hits[] =>
    table.ok ? [(input) => table.value.decide(input) !== undefined] : [],
  );
  return rules.length === tables.length ? rules : undefined;
}

const cellsOf = ({ rules }: DecisionTableDocument, column: string): readonly string[] =>
  rules.map(({ when }) => String(own(when, column) ?? '-'));

function combination(parts: readonly (readonly Part[])[], index: number): readonly (Part | undefined)[] {
  let rest = index;
  return parts.map((choices) => {
    const choice = choices[rest % choices.length];
    rest = Math.floor(rest / choices.length);
    return choice;
  });
}

function partsOf({ type, list }: InputColumn, cells: readonly string[], lists: KnownLists): readonly Part[] {
  if (NUMERIC.has(type)) return stretches(cells, STEPS[type]);
  const named = cells
    .flatMap((cell) => cell.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== '-');
  const options = list === undefined ? named : (own(lists.lists, list)?.options.map(({ id }) => id) ?? named);
  const values = type === 'flag' ? ['true', 'false'] : [...new Set(options)];
  return (values.length > 0 ? values : ['-']).map((value) => ({ sample: value, text: `= ${value}` }));
}

/** Below the first number, each number, between each two, above the last. Without a negative number none is meant. */
function stretches(cells: readonly string[], step: string | undefined): readonly Part[] {
  const found = cells
    .flatMap((cell) => cell.match(/-?\d+(?:\.\d+)?/g) ?? [])
    .flatMap((text) => parseDecimal(text) ?? []);
  const limits = found
    .toSorted(cmp)
    .filter((limit, index, all) => index === 0 || cmp(limit, all[index - 1] ?? limit) !== 0);
  const [lowest] = limits;
  const highest = limits.at(-1);
  const one = parseDecimal('1');
  if (lowest === undefined || highest === undefined || one === undefined) return [{ sample: '1', text: '= 1' }];
  const zero = sub(one, one);
  const below =
    cmp(lowest, zero) > 0
      ? [between(zero, lowest, '[0')]
      : cmp(lowest, zero) < 0
        ? [{ sample: toPlain(sub(lowest, one)), text: `< ${toPlain(lowest)}` }]
        : [];
  const inner = limits.flatMap((limit, index) => {
    const next = limits[index + 1];
    const at = { sample: toPlain(limit), text: `= ${toPlain(limit)}` };
    return next === undefined || isNextTo(limit, next, step) ? [at] : [at, between(limit, next, `(${toPlain(limit)}`)];
  });
  return [...below, ...inner, { sample: toPlain(add(highest, one)), text: `> ${toPlain(highest)}` }];
}

function between(low: Decimal, high: Decimal, open: string): Part {
  return { sample: toPlain(add(low, high).div(2)), text: `${open}..${toPlain(high)})` };
}

/** No value of the type lies between the two. */
function isNextTo(low: Decimal, high: Decimal, step: string | undefined): boolean {
  const smallest = step === undefined ? undefined : parseDecimal(step);
  return smallest !== undefined && cmp(sub(high, low), smallest) <= 0;
}
