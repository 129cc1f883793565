import type { Span } from './issue.ts';
import { failNotAllowed, failSyntax } from './parse-failure.ts';

/** An optional prefix, the quote, what stands between the quotes, and the closing quote when there is one. */
const QUOTED = /([bBrR]?)(['"])((?:(?!\2)[^\\\r\n]|\\[\s\S])*)(\2?)/y;
/** Escapes as the CEL language definition lists them; the last branch takes one character, known or not. */
const ESCAPE = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|[xX]([\da-fA-F]{2})|([0-3][0-7]{2})|([\s\S]))/g;
const CHARACTERS: ReadonlyMap<Part, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ...['\\', '?', '"', "'", '`'].map((itself) => [itself, itself] as const),
]);
const MAX_CODE_POINT = 0x10_ffff;

type TextLiteral = Span & { readonly text: string };

/** The text literal that begins at `start`; undefined when none does. */
export function textLiteral(source: string, start: number): TextLiteral | undefined {
  QUOTED.lastIndex = start;
  const [written, prefix = '', quote = '', body = '', closed] = QUOTED.exec(source) ?? [];
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (!closed) return notClosed(source, start, end);
  if (body === '' && source[end] === quote) return failNotAllowed(quote.repeat(3), { start, end: end + 1 });
  if (prefix !== '') return failNotAllowed(/b/i.test(prefix) ? 'bytes' : prefix + quote, { start, end });
  return { text: unescaped(source, body, start + 1), start, end };
}

function notClosed(source: string, start: number, end: number): never {
  const stop = source[end];
  if (stop === '\n' || stop === '\r') failSyntax(source, 'newline_in_string', { start: end, end: end + 1 });
  failSyntax(source, 'unterminated_string', { start, end: source.length });
}

function unescaped(source: string, body: string, offset: number): string {
  return body.replace(ESCAPE, (written: string, ...[short, long, byte, octal, plain, at]: EscapeParts) => {
    const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(short ?? long ?? byte ?? '', 16);
    const character = isScalarValue(code) ? String.fromCodePoint(code) : CHARACTERS.get(plain);
    const start = offset + at;
    return character ?? failSyntax(source, 'invalid_escape_sequence', { start, end: start + written.length });
  });
}

type Part = string | undefined;
/** What the branches of ESCAPE found, and where. */
type EscapeParts = [short: Part, long: Part, byte: Part, octal: Part, plain: Part, at: number];

/** A code point that is not half of a surrogate pair. */
const isScalarValue = (code: number): boolean => code < 0xd800 || (code > 0xdfff && code <= MAX_CODE_POINT);
