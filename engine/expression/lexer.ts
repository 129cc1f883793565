import type { Span } from './issue.ts';
import { failSyntax } from './parse-failure.ts';
import { textLiteral } from './text-literal.ts';

/** `value` is the token as written; of a text literal, its text. */
export type Token = Span & { readonly kind: TokenKind; readonly value: string };

/** `constant` is true, false or null; operators (`in` is one), brackets and punctuation are signs. */
type TokenKind = 'name' | 'constant' | 'number' | 'text' | 'sign' | 'end';

/** White space and comments to the end of the line. */
const SPACE = /(?:[ \t\r\n]|\/\/[^\n]*)*/y;
const NAME = /[A-Za-z_]\w*/y;
/** Unsigned integers and exponents are numbers of CEL, so that they are refused as a whole. */
const NUMBER = /0[xX][\da-fA-F]+[uU]?|\d+[uU]|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SIGN = /&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]{}]/y;
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The first token at or after `from`; at the end of the source, an empty one. Throws ParseFailure. */
export function nextToken(source: string, from: number): Token {
  const start = from + (matchAt(SPACE, source, from) ?? '').length;
  if (start >= source.length) return { kind: 'end', value: '', start: source.length, end: source.length };
  const literal = textLiteral(source, start);
  if (literal) return { kind: 'text', value: literal.text, start, end: literal.end };
  const name = matchAt(NAME, source, start);
  if (name !== undefined) return written(kindOfName(name), name, start);
  const number = matchAt(NUMBER, source, start);
  if (number !== undefined) return written('number', number, start);
  const sign = matchAt(SIGN, source, start);
  if (sign !== undefined) return written('sign', sign, start);
  return failSyntax(source, 'unexpected_character', { start, end: start + 1 });
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function kindOfName(name: string): TokenKind {
  if (name === 'in') return 'sign';
  return CONSTANTS.has(name) ? 'constant' : 'name';
}

const written = (kind: TokenKind, value: string, start: number): Token => ({
  kind,
  value,
  start,
  end: start + value.length,
});
