import type { Rule } from './call.ts';
import type { Span } from './issue.ts';
import { LIST_FUNCTIONS } from './list-functions.ts';
import { isMacro, MACROS, macro } from './macros.ts';
import { arithmetic, asLiteralOf, equality, membership, negative, ordering } from './operators.ts';
import type { Ast } from './parse.ts';
import { record } from './record.ts';
import { SCALAR_FUNCTIONS, TEXT_METHODS } from './scalar-functions.ts';
import { field, index, literal, name, numberLiteral } from './select.ts';
import { listed, suggest } from './suggest.ts';
import { type Compilation, compileValue, consumeShape, refuse, type Term } from './term.ts';
import { commonType, describeType, type ExprType, FLAG, NOTHING } from './type.ts';

const FUNCTIONS: Readonly<Record<string, Rule>> = { ...LIST_FUNCTIONS, ...SCALAR_FUNCTIONS };
const METHODS: Readonly<Record<string, Rule>> = { ...TEXT_METHODS, size: LIST_FUNCTIONS.size ?? (() => undefined) };
/** Functions and macros of CEL this language leaves out on purpose. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'matches dyn bytes type has bind exists_one int uint double string bool timestamp duration'.split(' '),
);

/** Checks one part of the parsed source and makes it ready to run. */
export function compile(compilation: Compilation, ast: Ast): Term | undefined {
  compilation.cost += 1;
  switch (ast.op) {
    case 'value':
      return literal(ast.args, ast);
    case 'number':
      return numberLiteral(compilation, ast.args, ast);
    case 'id':
      return name(compilation, ast.args, ast);
    case '.': {
      const owner = compilation.compile(ast.args[0]);
      return owner && field(compilation, owner, ast.args[1], ast);
    }
    case '[]': {
      const list = compilation.compile(ast.args[0]);
      const position = compileValue(compilation, ast.args[1]);
      return list && position && index(compilation, list, position, ast);
    }
    case 'list':
      return listLiteral(compilation, ast.args, ast);
    case 'map':
      return record(compilation, ast.args, ast);
    case 'call':
      return functionCall(compilation, ast.args[0], ast.args[1], ast);
    case 'rcall':
      return methodCall(compilation, ast.args, ast);
    case '?:':
      return conditional(compilation, ast.args, ast);
    case '!_':
      return not(compilation, ast.args, ast);
    case '-_': {
      const operand = compileValue(compilation, ast.args);
      return operand && negative(compilation, operand, ast);
    }
    case '%':
      return refuse(compilation, 'not-allowed', { what: ast.op }, ast);
    default:
      return binary(compilation, ast.op, ast.args, ast);
  }
}

function binary(
  compilation: Compilation,
  operator: string,
  [first, second]: readonly [Ast, Ast],
  span: Span,
): Term | undefined {
  if (operator === '==' || operator === '!=') return equalityOf(compilation, operator, first, second, span);
  const left = compileValue(compilation, first);
  const right = compileValue(compilation, second);
  if (!left || !right) return undefined;
  if (operator === '&&' || operator === '||') return logic(compilation, operator, left, right, span);
  if (operator === 'in') return membership(compilation, left, right, span);
  if (operator.startsWith('<') || operator.startsWith('>')) return ordering(compilation, operator, left, right, span);
  return arithmetic(compilation, operator, left, right, span);
}

function equalityOf(compilation: Compilation, operator: string, first: Ast, second: Ast, span: Span) {
  const withNull = [first, second].some((side) => side.op === 'value' && side.args === null);
  const operand = (side: Ast): Term | undefined => {
    const term = withNull ? compilation.compile(side) : compileValue(compilation, side);
    return term && withNull ? consumeShape(compilation, term) : term;
  };
  const left = operand(first);
  const right = operand(second);
  return left && right && equality(compilation, operator, left, right, span);
}

function isFlag(compilation: Compilation, operator: string, term: Term): boolean {
  if (term.type.kind === 'flag') return true;
  const params = { reason: 'operand', operator, expected: 'flag', actual: describeType(term.type) };
  refuse(compilation, 'type', params, term);
  return false;
}

function logic(compilation: Compilation, operator: string, left: Term, right: Term, { start, end }: Span) {
  const flags = [left, right].map((term) => isFlag(compilation, operator, term));
  if (flags.includes(false)) return undefined;
  const run: Term['run'] =
    operator === '&&'
      ? (frame) => left.run(frame) === true && right.run(frame) === true
      : (frame) => left.run(frame) === true || right.run(frame) === true;
  return { type: FLAG, start, end, run };
}

function not(compilation: Compilation, operand: Ast, { start, end }: Span): Term | undefined {
  const term = compileValue(compilation, operand);
  if (!term || !isFlag(compilation, '!', term)) return undefined;
  return { type: FLAG, start, end, run: (frame) => term.run(frame) !== true };
}

function conditional(compilation: Compilation, parts: readonly [Ast, Ast, Ast], { start, end }: Span) {
  const test = compileValue(compilation, parts[0]);
  const first = compileValue(compilation, parts[1]);
  const second = compileValue(compilation, parts[2]);
  if (!test || !first || !second || !isFlag(compilation, '?', test)) return undefined;
  const yes = asLiteralOf(first, second.type);
  const no = asLiteralOf(second, first.type);
  const type = commonType(yes.type, no.type);
  if (!type) {
    const params = { reason: 'branches', left: describeType(yes.type), right: describeType(no.type) };
    return refuse(compilation, 'type', params, { start: yes.start, end: no.end });
  }
  const run: Term['run'] = (frame) => (test.run(frame) === true ? yes.run(frame) : no.run(frame));
  return { type, start, end, run };
}

function listLiteral(compilation: Compilation, parts: readonly Ast[], { start, end }: Span): Term | undefined {
  const compiled = parts.map((part) => compileValue(compilation, part));
  const terms = compiled.filter((term) => term !== undefined);
  if (terms.length < compiled.length) return undefined;
  let of: ExprType = NOTHING;
  for (const term of terms) {
    const common = term.type === NOTHING ? undefined : commonType(of, term.type);
    if (!common) {
      const params = { reason: 'elements', left: describeType(of), right: describeType(term.type) };
      return refuse(compilation, 'type', params, term);
    }
    of = common;
  }
  return { type: { kind: 'list', of }, start, end, run: (frame) => terms.map((term) => term.run(frame)) };
}

function functionCall(compilation: Compilation, id: string, parts: readonly Ast[], span: Ast): Term | undefined {
  const nameSpan = { start: span.start, end: span.start + id.length };
  const rule = ruleOf(compilation, FUNCTIONS, id, nameSpan, Object.keys(FUNCTIONS));
  return rule && applied(compilation, id, rule, parts, span);
}

function methodCall(
  compilation: Compilation,
  [id, receiver, parts]: readonly [string, Ast, readonly Ast[]],
  span: Ast,
): Term | undefined {
  if (isMacro(id)) return macro(compilation, id, receiver, parts, span);
  const nameSpan = { start: span.pos, end: span.pos + id.length };
  const rule = ruleOf(compilation, METHODS, id, nameSpan, [...Object.keys(METHODS), ...MACROS]);
  return rule && applied(compilation, id, rule, [receiver, ...parts], span);
}

function ruleOf(
  compilation: Compilation,
  rules: Readonly<Record<string, Rule>>,
  id: string,
  span: Span,
  known: readonly string[],
): Rule | undefined {
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
  if (rule) return rule;
  if (LEFT_OUT.has(id)) return refuse(compilation, 'not-allowed', { what: id }, span);
  return refuse(
    compilation,
    'unknown-name',
    { name: id, kind: 'function', ...listed(id, known) },
    span,
    suggest(id, known),
  );
}

function applied(compilation: Compilation, id: string, rule: Rule, parts: readonly Ast[], span: Span) {
  const compiled = parts.map((part) => compilation.compile(part));
  const args = compiled.filter((term) => term !== undefined);
  return args.length < compiled.length ? undefined : rule({ compilation, name: id, args, span });
}
