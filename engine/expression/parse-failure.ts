import type { ExpressionIssue, Span } from './issue.ts';

/** Ends parsing with the issue to report; never leaves `parseSource`. */
export class ParseFailure extends Error {
  readonly issue: ExpressionIssue;

  constructor(issue: ExpressionIssue) {
    super(issue.code);
    this.issue = issue;
  }
}

export function failSyntax(source: string, reason: string, { start, end }: Span): never {
  throw new ParseFailure({ code: 'syntax', params: { reason, found: source.slice(start, end) }, start, end });
}

export function failNotAllowed(what: string, { start, end }: Span): never {
  throw new ParseFailure({ code: 'not-allowed', params: { what }, start, end });
}

/** `start` is where the limit was passed; everything from there on is too much. */
export function failTooComplex(source: string, limit: string, max: number, start: number): never {
  throw new ParseFailure({
    code: 'too-complex',
    params: { limit, max: String(max) },
    start,
    end: source.length,
  });
}
