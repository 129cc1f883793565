import { fail, ok, type Result } from '../shared/result.ts';
import { compile } from './compile.ts';
import { openFrame } from './frame.ts';
import type { ExpressionIssue } from './issue.ts';
import { asLiteralOf } from './operators.ts';
import { parseSource } from './parse.ts';
import { type Compilation, consume, refuse, type Term } from './term.ts';
import { describeType, type ExprType, fits, NOTHING, type Scope, unfitField } from './type.ts';
import { writerOf } from './value.ts';

export type { ExpressionIssue } from './issue.ts';

/**
 * A checked expression.
 *
 * Values go in and come out as stored JSON: text, choice, person, unit as text; integer as a JSON number; decimal,
 * money and percent as decimal text; date `YYYY-MM-DD`; week `2026-W48`; dateRange `{start, end}`; lists as arrays; a
 * table as an array of row objects, without the cells that are missing. `{'name': value, …}` makes such an object, and
 * a list of them fits a table whose columns hold its fields. Decimal results are in plain notation without trailing zeros, at most 20 digits
 * after the point. A stored value of another shape than its type counts as missing.
 *
 * Missing values (null, undefined, an absent key; "" for everything but text):
 *
 * | where                                     | a missing operand gives                                          |
 * | ----------------------------------------- | ---------------------------------------------------------------- |
 * | text                                      | never missing: it is "" ("" + x is x, size is 0, "" == "" holds) |
 * | list, table                               | never missing: it is []                                          |
 * | choice, person, unit in `+`               | ""                                                               |
 * | + - * / and unary -                       | missing; so do x / 0 and integers beyond ±(2^53 - 1)             |
 * | == != < <= > >= in, contains and the like | missing                                                          |
 * | round, days, addDays, year, weekOf, …     | missing                                                          |
 * | min(a, b), max(a, b)                      | missing                                                          |
 * | sum, avg, min, max, count, distinct       | skips missing elements; of nothing: 0, missing, missing, missing, 0, [] |
 * | first([]), list[n] outside the list       | missing                                                          |
 * | && \|\| ! ?: and tests of all/exists/filter | counts as false, so !missing is true                             |
 * | x == null, empty(x)                       | true; also for "", [], {} and a record with only missing fields  |
 * | x != null, filled(x)                      | the opposite                                                     |
 * | the result                                | null; false when a flag is expected; "" for text                 |
 *
 * `evaluate` never throws. It gives null, whatever type is expected, when a budget is spent (20,000 elements read,
 * 200,000 operations in list macros, searched texts and long products, 100,000 characters joined).
 */
export type Expression = {
  readonly source: string;
  /** The expected type when one was given, otherwise the inferred one. */
  readonly type: ExprType;
  /**
   * Every stored path that is read, once each, in source order: `['plan','budget','amount']`, `['today']`. A path to a
   * list or a table alone means that only its length or its whole is used. A change at a path concerns every read that
   * begins with it or that it begins with.
   */
  readonly reads: readonly (readonly string[])[];
  evaluate(values: Readonly<Record<string, unknown>>): unknown;
};

type Compiled = Result<Expression, readonly ExpressionIssue[]>;

const MAX_CACHED = 2000;
// Compilation depends on nothing but its arguments, so sharing results per scope object is not observable.
const cache = new WeakMap<Scope, Map<string, Compiled>>();

/** Parses and checks an expression; all issues that can be told apart are reported, with positions in `source`. */
export function compileExpression(source: string, scope: Scope, expected?: ExprType): Compiled {
  const key = `${expected ? JSON.stringify(expected) : ''} ${source}`;
  const known = cache.get(scope) ?? new Map<string, Compiled>();
  const found = known.get(key);
  if (found) return found;
  const compiled = compileFresh(source, scope, expected);
  if (known.size >= MAX_CACHED) known.clear();
  cache.set(scope, known.set(key, compiled));
  return compiled;
}

function compileFresh(source: string, scope: Scope, expected: ExprType | undefined): Compiled {
  const parsed = parseSource(source);
  if (!parsed.ok) return fail([parsed.error]);
  const compilation: Compilation = {
    source,
    scope,
    issues: [],
    reads: new Map(),
    binding: undefined,
    cost: 0,
    compile: (ast) => compile(compilation, ast),
  };
  const term = compilation.compile(parsed.value);
  const result = term && expectedResult(compilation, consume(compilation, term), expected);
  if (!result) return fail(compilation.issues.toSorted((left, right) => left.start - right.start));
  const reads = [...compilation.reads.values()];
  return ok({ source, type: result.type, reads, evaluate: evaluator(result, expected?.kind === 'flag') });
}

function expectedResult(compilation: Compilation, term: Term, expected: ExprType | undefined): Term | undefined {
  if (!expected) return term;
  const result = asLiteralOf(term, expected);
  const type = expected.kind === 'any' && result.type !== NOTHING ? result.type : expected;
  if (fits(result.type, expected)) return { ...result, type };
  const column = unfitField(result.type, expected);
  const params = {
    reason: 'result',
    expected: describeType(expected),
    actual: describeType(result.type),
    ...(column === undefined ? {} : { column }),
  };
  return refuse(compilation, 'type', params, result);
}

function evaluator({ type, run }: Term, asFlag: boolean): Expression['evaluate'] {
  const write = writerOf(type);
  return (values) => {
    try {
      const frame = openFrame(values);
      const value = run(frame);
      return asFlag ? value === true : write(value, frame);
    } catch {
      return null;
    }
  };
}
