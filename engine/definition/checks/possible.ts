import { cmp, parseDecimal } from '../../shared/decimal.ts';
import { type Condition, comparisonsOf, type Operator, type Value, variablesOf } from './condition.ts';

/** A condition and how it came out. `source` is what the author wrote, where it is one thing. */
export type Outcome = { readonly condition: Condition; readonly holds: boolean; readonly source?: string };
/** What the values of a variable can be, as far as these constants tell them apart; the most telling first. */
export type Domains = (variable: string, constants: readonly string[]) => readonly Value[];
/** Values of some variables. */
export type Assignment = ReadonlyMap<string, Value>;

/** More attempts than this are not made. */
const MOST_ATTEMPTS = 20_000;

/**
 * Values that let all outcomes come about, found by trying every case that the conditions can tell apart.
 *
 * @returns `never` is a proof, an assignment is a counter-example; `unknown`: there are too many cases to try.
 */
export function caseOf(outcomes: readonly Outcome[], domains: Domains): Assignment | 'never' | 'unknown' {
  const variables = [...new Set(outcomes.flatMap(({ condition }) => variablesOf(condition)))];
  const values = variables.map((variable) => domains(variable, constantsOf(outcomes, variable)));
  const chosen = new Map<string, Value>();
  let attempts = 0;
  const tryFrom = (index: number): boolean => {
    attempts += 1;
    if (attempts > MOST_ATTEMPTS) return true;
    if (outcomes.some(({ condition, holds }) => holdsFor(condition, chosen) === !holds)) return false;
    const variable = variables[index];
    if (variable === undefined) return true;
    for (const value of values[index] ?? []) {
      chosen.set(variable, value);
      if (tryFrom(index + 1)) return true;
    }
    chosen.delete(variable);
    return false;
  };
  if (!tryFrom(0)) return 'never';
  return attempts > MOST_ATTEMPTS ? 'unknown' : chosen;
}

/** Whether some values let all outcomes come about; true also when there are too many to try. */
export const canHappen = (outcomes: readonly Outcome[], domains: Domains): boolean =>
  caseOf(outcomes, domains) !== 'never';

/** `plan.kind = big, plan.total = 60000`; a comparison nothing is known of stands as it is written. */
export const caseText = (found: Assignment): string =>
  [...found].map(([variable, value]) => `${variable} = ${value === null || value === '' ? 'null' : value}`).join(', ');

const constantsOf = (outcomes: readonly Outcome[], variable: string): readonly string[] => [
  ...new Set(
    outcomes
      .flatMap(({ condition }) => comparisonsOf(condition))
      .flatMap((each) => (each.variable === variable && each.value !== null ? [each.value] : [])),
  ),
];

/** Undefined while a value that matters is not chosen yet. A comparison with a missing value counts as false. */
function holdsFor(condition: Condition, chosen: Assignment): boolean | undefined {
  switch (condition.kind) {
    case 'constant':
      return condition.value;
    case 'compare': {
      const value = chosen.get(condition.variable);
      return value === undefined ? undefined : compares(value, condition.operator, condition.value);
    }
    case 'not': {
      const inner = holdsFor(condition.of, chosen);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
      return joined(condition.of, chosen, false);
    case 'or':
      return joined(condition.of, chosen, true);
  }
}

/** `decisive` is the answer of one part that settles the whole. */
function joined(parts: readonly Condition[], chosen: Assignment, decisive: boolean): boolean | undefined {
  const answers = parts.map((part) => holdsFor(part, chosen));
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

function compares(value: Value, operator: Operator, constant: Value): boolean {
  if (constant === null) return (value === null || value === '') === (operator === '==');
  if (value === null) return false;
  const order = orderOf(value, constant);
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Dates and weeks sort like texts. */
function orderOf(left: string, right: string): number {
  const [first, second] = [parseDecimal(left), parseDecimal(right)];
  if (first !== undefined && second !== undefined) return cmp(first, second);
  return left === right ? 0 : left < right ? -1 : 1;
}
