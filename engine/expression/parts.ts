import type { Ast } from './ast.ts';

/** What an expression is put together from. */
export function partsOf(ast: Ast): readonly Ast[] {
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
