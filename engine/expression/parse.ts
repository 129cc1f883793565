import { fail, ok, type Result } from '../shared/result.ts';
import type { Ast } from './ast.ts';
import type { ExpressionIssue } from './issue.ts';
import { failTooComplex, ParseFailure } from './parse-failure.ts';
import { parse } from './parser.ts';

export type { Ast, Entry } from './ast.ts';

const MAX_SOURCE_LENGTH = 2000;

export function parseSource(source: string): Result<Ast, ExpressionIssue> {
  try {
    if (source.length > MAX_SOURCE_LENGTH) failTooComplex(source, 'length', MAX_SOURCE_LENGTH, 0);
    return ok(parse(source));
  } catch (error) {
    if (error instanceof ParseFailure) return fail(error.issue);
    throw error;
  }
}
