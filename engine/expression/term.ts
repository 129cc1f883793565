import type { Frame } from './frame.ts';
import type { ExpressionIssue, Span } from './issue.ts';
import type { Ast } from './parse.ts';
import type { ExprType, Scope } from './type.ts';

/** A checked part of an expression, ready to run. */
export type Term = Span & {
  readonly type: ExprType;
  /** The computed value; null when missing. */
  readonly run: (frame: Frame) => unknown;
  /** Stored path this term stands for, as long as nothing but selecting was done with it. */
  readonly path?: readonly string[];
  /** The elements that remain were chosen by fields already recorded as read. */
  readonly chosen?: boolean;
  /** The rows and the column that a list of cells was taken from. */
  readonly cells?: { readonly rows: Term; readonly column: string };
  /** Text of a text literal, which may also stand for a date or a week. */
  readonly literal?: string;
};

/** A variable of a list macro. */
export type Binding = {
  readonly name: string;
  readonly type: ExprType;
  readonly slot: number;
  readonly path: readonly string[] | undefined;
  readonly outer: Binding | undefined;
  used: boolean;
};

/** What compiling one expression gathers. */
export type Compilation = {
  readonly source: string;
  readonly scope: Scope;
  readonly issues: ExpressionIssue[];
  readonly reads: Map<string, readonly string[]>;
  /** Innermost macro variable. */
  binding: Binding | undefined;
  /** Terms compiled so far; the difference over a macro body is what one round of it costs. */
  cost: number;
  /** Checks a part; undefined when it was refused and an issue says why. */
  readonly compile: (ast: Ast) => Term | undefined;
};

/** Records an issue; returns undefined, the term of a refused part. */
export function refuse(
  compilation: Compilation,
  code: ExpressionIssue['code'],
  params: Record<string, string>,
  span: Span,
  suggestion?: string,
): undefined {
  const { start, end } = span;
  compilation.issues.push({ code, params, start, end, ...(suggestion === undefined ? {} : { suggestion }) });
}

export function recordRead(compilation: Compilation, path: readonly string[]): void {
  compilation.reads.set(path.join('.'), path);
}

/** The term as a value: whatever stored path it stands for is read. */
export function consume(compilation: Compilation, term: Term): Term {
  if (!term.path) return term;
  recordRead(compilation, term.path);
  const { path: _path, chosen: _chosen, ...value } = term;
  return value;
}

/** Only whether or how much there is matters: a selection already made by its fields adds no read. */
export function consumeShape(compilation: Compilation, term: Term): Term {
  if (term.path && !term.chosen) recordRead(compilation, term.path);
  return term;
}

export function compileValue(compilation: Compilation, ast: Ast): Term | undefined {
  const term = compilation.compile(ast);
  return term && consume(compilation, term);
}
