import type { Field } from '../../../schemas/generated/process.ts';
import { compileExpression } from '../../expression/expression.ts';
import { type Ast, parseSource } from '../../expression/parse.ts';
import type { Scope } from '../../expression/type.ts';
import { parseDecimal, toPlain } from '../../shared/decimal.ts';

/** A condition as far as it can be reasoned about; what cannot is a variable of its own, named by its text. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'compare'; readonly variable: string; readonly operator: Operator; readonly value: Value }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';
/** An option id, `true` or `false`, a plain decimal, a date, a text; null for a missing value. */
export type Value = string | null;
/** The field or column a path names; undefined for what nothing is known about. */
export type FieldOf = (path: string) => Field | undefined;

/** What is written with the operands the other way round. */
const MIRRORED: Readonly<Record<Operator, Operator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
/** Types whose values are compared with constants; lists and tables are not. */
const COMPARABLE: ReadonlySet<string> = new Set(
  'text longText integer decimal money percent rating flag choice date person unit week'.split(' '),
);
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent', 'rating']);

export const isNumericField = (field: Field | undefined): boolean => NUMERIC.has(field?.type ?? '');
const isComparable = (field: Field | undefined): boolean => COMPARABLE.has(field?.type ?? '');

/** Reads conditions over the fields of one process, or of one ledger row. */
export function conditionReader(fieldOf: FieldOf, scope: Scope): (source: string) => Condition {
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
        case '<':
        case '<=':
        case '>':
        case '>=':
          return comparison(ast.op, ast.args) ?? rest(ast);
        case 'in':
          return membership(ast.args[0], ast.args[1]) ?? rest(ast);
        case 'call':
          return presence(ast.args[0], ast.args[1]) ?? rest(ast);
        default: {
          const variable = pathOf(ast);
          const isFlag = variable !== undefined && fieldOf(variable)?.type === 'flag';
          return isFlag ? { kind: 'compare', variable, operator: '==', value: 'true' } : rest(ast);
        }
      }
    }

    function comparison(operator: Operator, [left, right]: readonly [Ast, Ast]): Condition | undefined {
      return atom(left, operator, right) ?? atom(right, MIRRORED[operator], left);
    }

    function atom(side: Ast, operator: Operator, other: Ast): Condition | undefined {
      const variable = pathOf(side);
      const value = literalOf(other);
      return variable === undefined || value === undefined ? undefined : { kind: 'compare', variable, operator, value };
    }

    function membership(side: Ast, list: Ast): Condition | undefined {
      const variable = pathOf(side);
      if (variable === undefined || list.op !== 'list') return undefined;
      const values = list.args.map(literalOf);
      if (values.includes(undefined)) return undefined;
      const of = values.flatMap((value) =>
        value === undefined ? [] : [{ kind: 'compare', variable, operator: '==', value } as const],
      );
      return { kind: 'or', of };
    }

    /** `filled(x)` and `empty(x)` are opposites, and of a field they ask whether it is missing. */
    function presence(name: string, [about, ...more]: readonly Ast[]): Condition | undefined {
      if ((name !== 'filled' && name !== 'empty') || about === undefined || more.length > 0) return undefined;
      const variable = pathOf(about);
      const isEmpty: Condition =
        variable === undefined
          ? opaque(`empty(${source.slice(about.start, about.end)})`)
          : { kind: 'compare', variable, operator: '==', value: null };
      return name === 'empty' ? isEmpty : { kind: 'not', of: isEmpty };
    }

    function pathOf(ast: Ast): string | undefined {
      if (ast.op !== '.' || ast.args[0].op !== 'id') return undefined;
      const path = `${ast.args[0].args}.${ast.args[1]}`;
      return isComparable(fieldOf(path)) ? path : undefined;
    }

    function rest(ast: Ast): Condition {
      return opaque(source.slice(ast.start, ast.end));
    }

    function opaque(text: string): Condition {
      const compiled = compileExpression(text, scope);
      if (compiled.ok && compiled.value.reads.length === 0)
        return { kind: 'constant', value: compiled.value.evaluate({}) === true };
      return { kind: 'compare', variable: text.replaceAll(/\s+/g, ' ').trim(), operator: '==', value: 'true' };
    }
  };
}

function literalOf(ast: Ast): Value | undefined {
  if (ast.op === '-_') {
    const value = literalOf(ast.args);
    const number = ast.args.op === 'number' && typeof value === 'string' ? parseDecimal(`-${value}`) : undefined;
    return number === undefined ? undefined : toPlain(number);
  }
  if (ast.op === 'number') {
    const number = parseDecimal(ast.args);
    return number === undefined ? undefined : toPlain(number);
  }
  if (ast.op !== 'value') return undefined;
  const { args } = ast;
  if (typeof args === 'boolean') return String(args);
  return args;
}

/** Every comparison a condition is made of. */
export function comparisonsOf(condition: Condition): readonly Extract<Condition, { kind: 'compare' }>[] {
  if (condition.kind === 'compare') return [condition];
  if (condition.kind === 'not') return comparisonsOf(condition.of);
  return condition.kind === 'constant' ? [] : condition.of.flatMap(comparisonsOf);
}

export const variablesOf = (condition: Condition): readonly string[] =>
  comparisonsOf(condition).map(({ variable }) => variable);
