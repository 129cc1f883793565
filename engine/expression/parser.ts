import { type Ast, type Entry, INFIX_LEVELS, type Shape } from './ast.ts';
import { nextToken, type Token } from './lexer.ts';
import { failSyntax, failTooComplex } from './parse-failure.ts';

const MAX_NODES = 500;
/** Expressions inside expressions, and selections one after the other. */
const MAX_DEPTH = 64;
const MAX_LIST_ELEMENTS = 200;
const MAX_MAP_ENTRIES = 50;
const MAX_ARGUMENTS = 16;

/** Names the CEL language definition keeps for host languages, and those that reach a JavaScript prototype. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'as break const continue else for function if import let loop package namespace return var void while ' +
    '__proto__ prototype'
  ).split(' '),
);

/** How far parsing has come: `token` is the next one, `end` where the last one taken ends. */
type Parsing = { readonly source: string; token: Token; end: number; depth: number; nodes: number };

/** The tree of a source that is CEL. Throws ParseFailure. Grammar: CEL language definition, "Syntax". */
export function parse(source: string): Ast {
  const parsing: Parsing = { source, token: nextToken(source, 0), end: 0, depth: 0, nodes: 0 };
  const ast = expression(parsing);
  if (parsing.token.kind !== 'end') failSyntax(source, 'unexpected_token', parsing.token);
  return ast;
}

function take(parsing: Parsing): Token {
  const { source, token } = parsing;
  parsing.end = token.end;
  parsing.token = nextToken(source, token.end);
  return token;
}

const isSign = ({ token }: Parsing, sign: string): boolean => token.kind === 'sign' && token.value === sign;

function takeIf(parsing: Parsing, sign: string): boolean {
  const found = isSign(parsing, sign);
  if (found) take(parsing);
  return found;
}

function expect(parsing: Parsing, sign: string): void {
  if (!takeIf(parsing, sign)) failSyntax(parsing.source, 'expected_token', parsing.token);
}

function node(parsing: Parsing, shape: Shape, start: number, pos = start): Ast {
  parsing.nodes += 1;
  if (parsing.nodes > MAX_NODES) failTooComplex(parsing.source, 'nodes', MAX_NODES, pos);
  return { ...shape, start, end: parsing.end, pos };
}

/** Keeps the recursion of this parser and of everything that walks its trees within the stack. */
function deeper(parsing: Parsing): void {
  parsing.depth += 1;
  if (parsing.depth > MAX_DEPTH) failTooComplex(parsing.source, 'depth', MAX_DEPTH, parsing.token.start);
}

function expression(parsing: Parsing): Ast {
  const { start } = parsing.token;
  deeper(parsing);
  const test = infix(parsing, 0);
  const ast = takeIf(parsing, '?') ? conditional(parsing, test, start) : test;
  parsing.depth -= 1;
  return ast;
}

function conditional(parsing: Parsing, test: Ast, start: number): Ast {
  const yes = expression(parsing);
  expect(parsing, ':');
  const no = expression(parsing);
  return node(parsing, { op: '?:', args: [test, yes, no] }, start);
}

function infix(parsing: Parsing, level: number): Ast {
  const operators = INFIX_LEVELS[level];
  if (!operators) return unary(parsing);
  const { start } = parsing.token;
  const operator = () => operators.find((sign) => isSign(parsing, sign));
  let left = infix(parsing, level + 1);
  for (let op = operator(); op; op = operator()) {
    take(parsing);
    left = node(parsing, { op, args: [left, infix(parsing, level + 1)] }, start);
  }
  return left;
}

/** Signs before an operand are gathered, not recursed into: a source may hold two thousand of them. */
function unary(parsing: Parsing): Ast {
  const signs: Token[] = [];
  while (isSign(parsing, '!') || isSign(parsing, '-')) signs.push(take(parsing));
  let ast = selection(parsing);
  for (const { value, start } of signs.toReversed()) {
    ast = node(parsing, { op: value === '!' ? '!_' : '-_', args: ast }, start);
  }
  return ast;
}

function selection(parsing: Parsing): Ast {
  const { depth } = parsing;
  const { start } = parsing.token;
  let ast = primary(parsing);
  while (isSign(parsing, '.') || isSign(parsing, '[')) {
    deeper(parsing);
    ast = take(parsing).value === '.' ? member(parsing, ast, start) : element(parsing, ast, start);
  }
  parsing.depth = depth;
  return ast;
}

function member(parsing: Parsing, owner: Ast, start: number): Ast {
  if (parsing.token.kind !== 'name') failSyntax(parsing.source, 'expected_token', parsing.token);
  const { value: name, start: pos } = take(parsing);
  if (!takeIf(parsing, '(')) return node(parsing, { op: '.', args: [owner, name] }, start, pos);
  return node(parsing, { op: 'rcall', args: [name, owner, callArguments(parsing)] }, start, pos);
}

function element(parsing: Parsing, list: Ast, start: number): Ast {
  const position = expression(parsing);
  expect(parsing, ']');
  return node(parsing, { op: '[]', args: [list, position] }, start);
}

function primary(parsing: Parsing): Ast {
  const { kind, value, start } = parsing.token;
  if (kind === 'name') return named(parsing);
  if (kind === 'sign') return bracketed(parsing);
  if (kind === 'end') return failSyntax(parsing.source, 'unexpected_token', parsing.token);
  take(parsing);
  if (kind === 'number') return node(parsing, { op: 'number', args: value }, start);
  return node(parsing, { op: 'value', args: kind === 'text' ? value : constant(value) }, start);
}

const constant = (name: string): boolean | null => (name === 'null' ? null : name === 'true');

function named(parsing: Parsing): Ast {
  const name = parsing.token;
  if (RESERVED.has(name.value)) failSyntax(parsing.source, 'reserved_identifier', name);
  take(parsing);
  if (!takeIf(parsing, '(')) return node(parsing, { op: 'id', args: name.value }, name.start);
  return node(parsing, { op: 'call', args: [name.value, callArguments(parsing)] }, name.start);
}

function bracketed(parsing: Parsing): Ast {
  const { start } = parsing.token;
  if (takeIf(parsing, '(')) {
    const inner = expression(parsing);
    expect(parsing, ')');
    return inner;
  }
  if (takeIf(parsing, '[')) {
    return node(parsing, { op: 'list', args: sequence(parsing, ']', MAX_LIST_ELEMENTS, expression) }, start);
  }
  if (takeIf(parsing, '{')) {
    return node(parsing, { op: 'map', args: sequence(parsing, '}', MAX_MAP_ENTRIES, entry) }, start);
  }
  return failSyntax(parsing.source, 'unexpected_token', parsing.token);
}

const callArguments = (parsing: Parsing): readonly Ast[] => sequence(parsing, ')', MAX_ARGUMENTS, expression);

function entry(parsing: Parsing): Entry {
  const key = expression(parsing);
  expect(parsing, ':');
  return [key, expression(parsing)];
}

/** Items separated by commas up to the closing bracket; a comma may follow the last one. */
function sequence<T>(parsing: Parsing, close: string, max: number, item: (parsing: Parsing) => T): readonly T[] {
  const items: T[] = [];
  while (!isSign(parsing, close)) {
    const { start } = parsing.token;
    items.push(item(parsing));
    if (items.length > max) failTooComplex(parsing.source, 'elements', max, start);
    if (!takeIf(parsing, ',')) break;
  }
  expect(parsing, close);
  return items;
}
