import { type Ast, parseSource } from './parse.ts';

/** The parts of `a && b && c`; none of anything else. */
export function conjunctsOf(source: string): readonly string[] {
  const parsed = parseSource(source);
  const parts = (ast: Ast): readonly Ast[] => (ast.op === '&&' ? ast.args.flatMap(parts) : [ast]);
  const found = parsed.ok ? parts(parsed.value) : [];
  return found.length < 2 ? [] : found.map(({ start, end }) => source.slice(start, end));
}
