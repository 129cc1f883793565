import { type Ast, parseSource } from '../../expression/parse.ts';
import { partsOf } from '../../expression/parts.ts';

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
