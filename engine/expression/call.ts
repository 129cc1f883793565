import type { Span } from './issue.ts';
import { asLiteralOf } from './operators.ts';
import { type Compilation, consume, refuse, type Term } from './term.ts';
import { DATE, DECIMAL, describeType, type ExprType, elementOf, INTEGER, isNumeric, isTextual } from './type.ts';

/** A function applied to checked arguments, before their types are known to suit it. */
export type Call = {
  readonly compilation: Compilation;
  readonly name: string;
  readonly args: readonly Term[];
  readonly span: Span;
};

/** Checks a call and makes its term; undefined when refused. */
export type Rule = (call: Call) => Term | undefined;

export const wrongArgument = (call: Call, term: Term, expected: string): undefined =>
  refuse(
    call.compilation,
    'type',
    { reason: 'argument', function: call.name, expected, actual: describeType(term.type) },
    term,
  );

/** The arguments when there are exactly `count` of them. */
export function exactly(call: Call, count: number): readonly Term[] | undefined {
  const { args, name, span, compilation } = call;
  if (args.length === count) return args;
  const params = { reason: 'arguments', function: name, expected: String(count), actual: String(args.length) };
  return refuse(compilation, 'type', params, span);
}

export const result = (call: Call, type: ExprType, run: Term['run']): Term => ({
  type,
  start: call.span.start,
  end: call.span.end,
  run,
});

export const dateArgument = (call: Call, term: Term): Term | undefined => civilArgument(call, term, [DATE]);

/** An argument of one of these types; a text literal counts as the first of them that it is written as. */
export function civilArgument(call: Call, term: Term, types: readonly ExprType[]): Term | undefined {
  const fitting = types.map((type) => ({ type, read: asLiteralOf(term, type) }));
  const found = fitting.find(({ type, read }) => read.type.kind === type.kind);
  return found
    ? consume(call.compilation, found.read)
    : wrongArgument(call, term, types.map(({ kind }) => kind).join(', '));
}

export const integerArgument = (call: Call, term: Term): Term | undefined =>
  term.type.kind === 'integer' ? consume(call.compilation, term) : wrongArgument(call, term, INTEGER.kind);

export const numberArgument = (call: Call, term: Term): Term | undefined =>
  isNumeric(term.type) ? consume(call.compilation, term) : wrongArgument(call, term, DECIMAL.kind);

export const textArgument = (call: Call, term: Term): Term | undefined =>
  isTextual(term.type) ? consume(call.compilation, term) : wrongArgument(call, term, 'text');

/** A list whose elements pass the test, with the type of its elements. */
export function listArgument(
  call: Call,
  term: Term,
  accepts: (element: ExprType) => boolean,
  expected: string,
): { readonly list: Term; readonly element: ExprType } | undefined {
  const element = term.type.kind === 'list' ? elementOf(term.type) : undefined;
  if (!element || !accepts(element)) return wrongArgument(call, term, expected);
  return { list: consume(call.compilation, term), element };
}
