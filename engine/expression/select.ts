import { parseDecimal } from '../shared/decimal.ts';
import { spendElements } from './frame.ts';
import type { Span } from './issue.ts';
import type { Ast } from './parse.ts';
import { listed, suggest } from './suggest.ts';
import { type Binding, type Compilation, refuse, type Term } from './term.ts';
import { DECIMAL, describeType, type ExprType, elementOf, FLAG, fieldsOf, INTEGER, NOTHING, TEXT } from './type.ts';
import { ownField, readerOf } from './value.ts';

const INTEGER_TEXT = /^(?:0[xX][\da-fA-F]+|\d+)$/;

export function literal(value: string | boolean | null, { start, end }: Span): Term {
  if (value === null) return { type: NOTHING, start, end, run: () => null };
  if (typeof value === 'boolean') return { type: FLAG, start, end, run: () => value };
  return { type: TEXT, start, end, run: () => value, literal: value };
}

/** Fractions become exact decimals; integers beyond the safe range become decimals too. */
export function numberLiteral(compilation: Compilation, text: string, span: Span): Term | undefined {
  const { start, end } = span;
  const integer = INTEGER_TEXT.test(text) ? Number(text) : undefined;
  if (Number.isSafeInteger(integer)) return { type: INTEGER, start, end, run: () => integer };
  const decimal = parseDecimal(text);
  if (decimal) return { type: DECIMAL, start, end, run: () => decimal };
  return refuse(compilation, 'not-allowed', { what: text }, span);
}

/** A macro variable, or a name of the scope. */
export function name(compilation: Compilation, id: string, span: Span): Term | undefined {
  const { start, end } = span;
  const binding = bindingOf(compilation.binding, id);
  if (binding) {
    binding.used = true;
    const { type, slot, path } = binding;
    return { type, start, end, run: (frame) => frame.variables[slot] ?? null, ...(path ? { path } : {}) };
  }
  const type = Object.hasOwn(compilation.scope, id) ? compilation.scope[id] : undefined;
  if (!type) return unknownName(compilation, id, span);
  const read = readerOf(type);
  const run: Term['run'] = (frame) => read(ownField(frame.values, id), frame);
  return { type, start, end, run, path: [id] };
}

function unknownName(compilation: Compilation, id: string, span: Span): undefined {
  const known = Object.keys(compilation.scope);
  for (let binding = compilation.binding; binding; binding = binding.outer) known.push(binding.name);
  return refuse(
    compilation,
    'unknown-name',
    { name: id, kind: 'name', ...listed(id, known) },
    span,
    suggest(id, known),
  );
}

function bindingOf(innermost: Binding | undefined, id: string): Binding | undefined {
  let binding = innermost;
  while (binding && binding.name !== id) binding = binding.outer;
  return binding;
}

/** `record.field`, or the column of a table or of a list of records. `pos` is where the field's name begins. */
export function field(compilation: Compilation, owner: Term, id: string, place: Ast): Term | undefined {
  const { start, end, pos } = place;
  const where = { start, end };
  const span = { start: pos, end };
  const path = owner.path ? { path: [...owner.path, id] } : {};
  if (owner.type.kind === 'any' && owner.type !== NOTHING) {
    return { type: owner.type, ...where, run: (frame) => ownField(owner.run(frame), id), ...path };
  }
  const element = elementOf(owner.type);
  const fields = fieldsOf(element ?? owner.type);
  if (!fields) {
    const params = { reason: 'field', name: id, actual: describeType(owner.type) };
    return refuse(compilation, 'type', params, span);
  }
  const type = Object.hasOwn(fields, id) ? fields[id] : undefined;
  if (!type) {
    const names = Object.keys(fields);
    const whose = compilation.source.slice(owner.start, owner.end);
    const params = { name: id, kind: 'field', owner: whose, ...listed(id, names) };
    return refuse(compilation, 'unknown-name', params, span, suggest(id, names));
  }
  if (element) return column(owner, type, id, { ...where, ...path });
  const read = readerOf(type);
  return { type, ...where, run: (frame) => read(ownField(owner.run(frame), id), frame), ...path };
}

type Place = Span & { readonly path?: readonly string[] };

function column(rows: Term, of: ExprType, id: string, place: Place): Term {
  const read = readerOf(of);
  const run: Term['run'] = (frame) => {
    const elements = rows.run(frame);
    if (!Array.isArray(elements)) return [];
    spendElements(frame, elements.length);
    return elements.map((row: unknown) => read(ownField(row, id), frame));
  };
  return {
    ...place,
    type: { kind: 'list', of },
    run,
    cells: { rows, column: id },
    ...(rows.chosen ? { chosen: true } : {}),
  };
}

/** `list[index]`, counted from 0; missing outside the list. */
export function index(compilation: Compilation, list: Term, position: Term, { start, end }: Span): Term | undefined {
  const element = elementOf(list.type);
  if (!element || position.type.kind !== 'integer') {
    const [wrong, expected] = element ? [position, 'integer'] : [list, 'list'];
    return refuse(compilation, 'type', { reason: 'index', expected, actual: describeType(wrong.type) }, wrong);
  }
  const run: Term['run'] = (frame) => {
    const elements = list.run(frame);
    const at = position.run(frame);
    return Array.isArray(elements) && typeof at === 'number' ? (elements[at] ?? null) : null;
  };
  return { type: element, start, end, run, ...selectedFrom(list) };
}

/** An element stands for the same stored path as its list. */
export const selectedFrom = ({ path, chosen }: Term): Pick<Term, 'path' | 'chosen'> =>
  path ? { path, ...(chosen ? { chosen } : {}) } : {};
