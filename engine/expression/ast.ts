import type { Span } from './issue.ts';

/** Operators between two operands, the loosest binding first; those of one level are applied from left to right. */
export const INFIX_LEVELS = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
] as const;

type Infix = (typeof INFIX_LEVELS)[number][number];

/** What a part of the source is; `rcall` is `receiver.name(arguments)`, and `number` keeps its text as written. */
export type Shape =
  | { readonly op: 'value'; readonly args: string | boolean | null }
  | { readonly op: 'number'; readonly args: string }
  | { readonly op: 'id'; readonly args: string }
  | { readonly op: '.'; readonly args: readonly [Ast, string] }
  | { readonly op: '[]'; readonly args: readonly [Ast, Ast] }
  | { readonly op: 'list'; readonly args: readonly Ast[] }
  | { readonly op: 'map'; readonly args: readonly Entry[] }
  | { readonly op: 'call'; readonly args: readonly [string, readonly Ast[]] }
  | { readonly op: 'rcall'; readonly args: readonly [string, Ast, readonly Ast[]] }
  | { readonly op: '?:'; readonly args: readonly [Ast, Ast, Ast] }
  | { readonly op: '!_' | '-_'; readonly args: Ast }
  | { readonly op: Infix; readonly args: readonly [Ast, Ast] };

/** Key and value of a map literal. */
export type Entry = readonly [Ast, Ast];

/**
 * Parsed source. Every node knows where it stands, without parentheses around it; `pos` is where the name of a member
 * or a method begins, elsewhere `start`.
 */
export type Ast = Shape & Span & { readonly pos: number };
