import { type Ast, parseSource } from '../../expression/parse.ts';

/**
 * Forms of which an expression asks whether something is there: `filled(x)`, `empty(x)`, `x == null`, `x != null`. It
 * reckons with their being empty.
 */
export function formsTested(source: string): ReadonlySet<string> {
  const parsed = parseSource(source);
  const found = new Set<string>();
  if (parsed.ok) visit(parsed.value, found);
  return found;
}

/** The parts of `a && b && c`; none of anything else. */
export function conjunctsOf(source: string): readonly string[] {
  const parsed = parseSource(source);
  const parts = (ast: Ast): readonly Ast[] => (ast.op === '&&' ? ast.args.flatMap(parts) : [ast]);
  const found = parsed.ok ? parts(parsed.value) : [];
  return found.length < 2 ? [] : found.map(({ start, end }) => source.slice(start, end));
}

function visit(ast: Ast, found: Set<string>): void {
  const tested = testedIn(ast);
  const root = tested && rootOf(tested);
  if (root !== undefined) found.add(root);
  for (const part of partsOf(ast)) visit(part, found);
}

function testedIn(ast: Ast): Ast | undefined {
  if (ast.op === 'call') return ['filled', 'empty'].includes(ast.args[0]) ? ast.args[1][0] : undefined;
  if (ast.op !== '==' && ast.op !== '!=') return undefined;
  const [left, right] = ast.args;
  return isNull(right) ? left : isNull(left) ? right : undefined;
}

const isNull = (ast: Ast): boolean => ast.op === 'value' && ast.args === null;

function rootOf(ast: Ast): string | undefined {
  if (ast.op === 'id') return ast.args;
  const [first] = partsOf(ast);
  return first && rootOf(first);
}

function partsOf(ast: Ast): readonly Ast[] {
  switch (ast.op) {
    case 'value':
    case 'number':
    case 'id':
      return [];
    case '.':
      return [ast.args[0]];
    case '!_':
    case '-_':
      return [ast.args];
    case 'map':
      return ast.args.flat();
    case 'call':
      return ast.args[1];
    case 'rcall':
      return [ast.args[1], ...ast.args[2]];
    default:
      return ast.args;
  }
}
