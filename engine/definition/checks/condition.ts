import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { compileExpression } from '../../expression/expression.ts';
import { type Ast, parseSource } from '../../expression/parse.ts';
import type { Scope } from '../../expression/type.ts';
import { optionIds } from '../../form/kinds/option.ts';
import { fieldAt } from './checking.ts';

/** A condition as far as it can be reasoned about; what cannot is a variable of its own, named by its text. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'is'; readonly variable: string; readonly value: Value; readonly negated: boolean }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

/** An option id, `true` or `false`, or null for a missing value. */
type Value = string | null;
/** A condition and how it came out. */
export type Outcome = { readonly condition: Condition; readonly holds: boolean };
/** What the values of a variable can be. */
export type Domains = (variable: string) => readonly Value[];

const UNKNOWN: readonly Value[] = ['true', 'false'];
/** More combinations than this are not tried out. */
const MOST_CASES = 20_000;

/** Reads conditions of one process. */
export function conditionReader(document: ProcessDocument, scope: Scope): (source: string) => Condition {
  return (source) => {
    const parsed = parseSource(source);
    return parsed.ok ? read(parsed.value) : opaque(source);

    function read(ast: Ast): Condition {
      switch (ast.op) {
        case '&&':
        case '||':
          return { kind: ast.op === '&&' ? 'and' : 'or', of: ast.args.map(read) };
        case '!_':
          return { kind: 'not', of: read(ast.args) };
        case '==':
        case '!=':
          return (
            equality(ast.args[0], ast.args[1], ast.op === '!=') ??
            equality(ast.args[1], ast.args[0], ast.op === '!=') ??
            rest(ast)
          );
        case 'in':
          return membership(ast.args[0], ast.args[1]) ?? rest(ast);
        default: {
          const variable = pathOf(ast);
          return variable === undefined ? rest(ast) : { kind: 'is', variable, value: 'true', negated: false };
        }
      }
    }

    function equality(side: Ast, other: Ast, negated: boolean): Condition | undefined {
      const variable = pathOf(side);
      const value = literalOf(other);
      return variable === undefined || value === undefined ? undefined : { kind: 'is', variable, value, negated };
    }

    function membership(side: Ast, list: Ast): Condition | undefined {
      const variable = pathOf(side);
      const values = list.op === 'list' ? list.args.map(literalOf) : [];
      if (variable === undefined || list.op !== 'list' || values.includes(undefined)) return undefined;
      return {
        kind: 'or',
        of: values.flatMap((value) =>
          value === undefined ? [] : [{ kind: 'is', variable, value, negated: false } as const],
        ),
      };
    }

    /** A choice with known options, or a flag. */
    function pathOf(ast: Ast): string | undefined {
      if (ast.op !== '.' || ast.args[0].op !== 'id') return undefined;
      const path = `${ast.args[0].args}.${ast.args[1]}`;
      const type = fieldAt(document, path)?.type;
      return type === 'choice' || type === 'flag' ? path : undefined;
    }

    function rest(ast: Ast): Condition {
      return opaque(source.slice(ast.start, ast.end));
    }

    function opaque(text: string): Condition {
      const compiled = compileExpression(text, scope);
      if (compiled.ok && compiled.value.reads.length === 0)
        return { kind: 'constant', value: compiled.value.evaluate({}) === true };
      return { kind: 'is', variable: `${text.replaceAll(/\s+/g, ' ').trim()}`, value: 'true', negated: false };
    }
  };
}

function literalOf(ast: Ast): Value | undefined {
  if (ast.op !== 'value') return undefined;
  const { args } = ast;
  return args === null || typeof args === 'string' ? args : typeof args === 'boolean' ? String(args) : undefined;
}

/** The values a field can have; `isSet` says that it is required and was handed in. */
export function domainsOf(document: ProcessDocument, isSet: (path: string) => boolean): Domains {
  return (variable) => {
    const field = fieldAt(document, variable);
    const missing = isSet(variable) ? [] : [null];
    if (field?.type === 'choice') return [...optionIds(field.options), ...missing];
    return field?.type === 'flag' ? ['true', 'false', ...missing] : UNKNOWN;
  };
}

/** Whether some values let all outcomes come about; true also when there are too many to try. */
export function canHappen(outcomes: readonly Outcome[], domains: Domains): boolean {
  const variables = [...new Set(outcomes.flatMap(({ condition }) => variablesOf(condition)))];
  const values = variables.map(domains);
  if (values.reduce((count, { length }) => count * length, 1) > MOST_CASES) return true;
  const chosen = new Map<string, Value>();
  const tryFrom = (index: number): boolean => {
    const variable = variables[index];
    if (variable === undefined) return outcomes.every(({ condition, holds }) => holdsFor(condition, chosen) === holds);
    return (values[index] ?? []).some((value) => {
      chosen.set(variable, value);
      return tryFrom(index + 1);
    });
  };
  return tryFrom(0);
}

export function variablesOf(condition: Condition): readonly string[] {
  if (condition.kind === 'is') return [condition.variable];
  if (condition.kind === 'not') return variablesOf(condition.of);
  return condition.kind === 'constant' ? [] : condition.of.flatMap(variablesOf);
}

/** A comparison with a missing value counts as false, whichever way it asks. */
function holdsFor(condition: Condition, chosen: ReadonlyMap<string, Value>): boolean {
  switch (condition.kind) {
    case 'constant':
      return condition.value;
    case 'is': {
      const value = chosen.get(condition.variable) ?? null;
      if (condition.value === null) return (value === null) !== condition.negated;
      return value !== null && (value === condition.value) !== condition.negated;
    }
    case 'not':
      return !holdsFor(condition.of, chosen);
    case 'and':
      return condition.of.every((each) => holdsFor(each, chosen));
    case 'or':
      return condition.of.some((each) => holdsFor(each, chosen));
  }
}
