import { type Frame, spendElements, spendSteps } from './frame.ts';
import type { Span } from './issue.ts';
import type { Ast } from './parse.ts';
import { type Binding, type Compilation, consume, consumeShape, refuse, type Term } from './term.ts';
import { describeType, type ExprType, elementOf, FLAG } from './type.ts';

/** Macros one inside the body of another. */
const MAX_NESTING = 2;

type Macro = 'all' | 'exists' | 'filter' | 'map';
export const MACROS: readonly string[] = ['all', 'exists', 'filter', 'map'] satisfies Macro[];
export const isMacro = (name: string): name is Macro => MACROS.includes(name);

/** What one round of a macro runs: the variable's slot, the body and its cost. */
type Body = { readonly term: Term; readonly slot: number; readonly cost: number };

/** `list.all(x, test)`, `list.exists(x, test)`, `list.filter(x, test)`, `list.map(x, result)`. */
export function macro(
  compilation: Compilation,
  name: Macro,
  receiver: Ast,
  args: readonly Ast[],
  span: Span,
): Term | undefined {
  const list = compilation.compile(receiver);
  const [variable, body] = args;
  if (!variable || !body || args.length > 2) {
    const params = { reason: 'arguments', function: name, expected: '2', actual: String(args.length) };
    return refuse(compilation, 'type', params, span);
  }
  if (variable.op !== 'id') {
    const found = compilation.source.slice(variable.start, variable.end);
    return refuse(compilation, 'syntax', { reason: 'invalid_macro_argument', found }, variable);
  }
  const element = list && elementOf(list.type);
  if (list && !element) {
    const params = { reason: 'argument', function: name, expected: 'list', actual: describeType(list.type) };
    return refuse(compilation, 'type', params, list);
  }
  return list && element && withBody(compilation, name, { list, element, variable: variable.args, body }, span);
}

type Parts = { readonly list: Term; readonly element: ExprType; readonly variable: string; readonly body: Ast };

function withBody(compilation: Compilation, name: Macro, parts: Parts, span: Span): Term | undefined {
  const { list, element } = parts;
  const outer = compilation.binding;
  const slot = outer ? outer.slot + 1 : 0;
  if (slot >= MAX_NESTING) {
    return refuse(compilation, 'too-complex', { limit: 'nesting', max: String(MAX_NESTING) }, span);
  }
  const binding: Binding = { name: parts.variable, type: element, slot, path: list.path, outer, used: false };
  const costBefore = compilation.cost;
  compilation.binding = binding;
  const term = compilation.compile(parts.body);
  const value = term && consume(compilation, term);
  compilation.binding = outer;
  if (!value) return undefined;
  const body = { term: value, slot, cost: compilation.cost - costBefore };
  if (name === 'map') return mapped(compilation, parts, binding, body, span);
  if (value.type.kind !== 'flag') {
    const params = { reason: 'argument', function: name, expected: 'flag', actual: describeType(value.type) };
    return refuse(compilation, 'type', params, value);
  }
  if (name === 'filter') return filtered(list, binding, body, span);
  readUnused(compilation, list, binding);
  return quantified(list, name === 'all', body, span);
}

/** A body that never looks at its variable still depends on how many elements there are. */
function readUnused(compilation: Compilation, list: Term, { used }: Binding): void {
  if (!used) consumeShape(compilation, list);
}

function elementsOf(list: Term, frame: Frame): readonly unknown[] {
  const elements = list.run(frame);
  if (!Array.isArray(elements)) return [];
  spendElements(frame, elements.length);
  return elements;
}

function round({ term, slot, cost }: Body, element: unknown, frame: Frame): unknown {
  spendSteps(frame, cost);
  frame.variables[slot] = element;
  return term.run(frame);
}

function quantified(list: Term, all: boolean, body: Body, { start, end }: Span): Term {
  const run: Term['run'] = (frame) => {
    const elements = elementsOf(list, frame);
    const holds = (element: unknown): boolean => round(body, element, frame) === true;
    return all ? elements.every(holds) : elements.some(holds);
  };
  return { type: FLAG, start, end, run };
}

function filtered(list: Term, { used }: Binding, body: Body, { start, end }: Span): Term {
  const run: Term['run'] = (frame) => elementsOf(list, frame).filter((element) => round(body, element, frame) === true);
  const chosen = used || list.chosen === true;
  return { type: list.type, start, end, run, ...(list.path ? { path: list.path, chosen } : {}) };
}

function mapped(compilation: Compilation, parts: Parts, binding: Binding, body: Body, { start, end }: Span): Term {
  readUnused(compilation, parts.list, binding);
  const type: ExprType = { kind: 'list', of: body.term.type };
  const run: Term['run'] = (frame) => elementsOf(parts.list, frame).map((element) => round(body, element, frame));
  return { type, start, end, run };
}
