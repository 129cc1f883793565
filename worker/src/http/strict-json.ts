import { ProblemError } from './problem.ts';

const MAX_DEPTH = 32;
const MAX_NODES = 20_000;
/** Assigning these by name would change an object's nature instead of its content. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/**
 * Parses JSON (RFC 8259) more strictly than `JSON.parse`: what two parsers could read differently is refused.
 *
 * @throws ProblemError `malformed-json`, `duplicate-key`, `inexact-number` (loses digits as a double), `too-deep`
 * (depth or number of values), `forbidden-key`, `ill-formed-text` (lone surrogate or U+0000).
 */
export function parseStrictJson(text: string): unknown {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  private readonly text: string;
  private at = 0;
  private nodes = 0;

  constructor(text: string) {
    this.text = text;
  }

  end(): void {
    this.space();
    if (this.at !== this.text.length) throw this.malformed();
  }

  value(depth: number): unknown {
    this.nodes += 1;
    if (depth > MAX_DEPTH || this.nodes > MAX_NODES) throw new ProblemError('too-deep');
    this.space();
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    for (const [word, literal] of LITERALS) if (this.takes(word)) return literal;
    return this.number();
  }

  private object(depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    this.items('}', () => {
      this.space();
      const key = this.string();
      if (FORBIDDEN_KEYS.has(key)) throw new ProblemError('forbidden-key', { params: { key } });
      if (Object.hasOwn(result, key)) throw new ProblemError('duplicate-key', { params: { key } });
      this.space();
      this.take(':');
      result[key] = this.value(depth + 1);
      this.space();
    });
    return result;
  }

  private array(depth: number): unknown[] {
    const result: unknown[] = [];
    this.items(']', () => {
      result.push(this.value(depth + 1));
      this.space();
    });
    return result;
  }

  private items(close: string, item: () => void): void {
    this.at += 1;
    this.space();
    if (this.takes(close)) return;
    for (item(); this.takes(','); ) item();
    this.take(close);
  }

  private string(): string {
    const token = this.match(STRING);
    if (token === undefined) throw this.malformed();
    const text = this.unescaped(token);
    if (!text.isWellFormed() || text.includes('\0')) throw new ProblemError('ill-formed-text');
    return text;
  }

  /** Escapes and control characters are judged by the platform's parser. */
  private unescaped(token: string): string {
    try {
      return JSON.parse(token);
    } catch {
      throw this.malformed();
    }
  }

  private number(): number {
    const token = this.match(NUMBER);
    if (token === undefined) throw this.malformed();
    const value = Number(token);
    if (!Number.isFinite(value) || digitsOf(token) !== digitsOf(String(value)))
      throw new ProblemError('inexact-number');
    return value;
  }

  private space(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const token = pattern.exec(this.text)?.[0];
    this.at += token?.length ?? 0;
    return token;
  }

  private takes(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private take(token: string): void {
    if (!this.takes(token)) throw this.malformed();
  }

  private malformed(): ProblemError {
    return new ProblemError('malformed-json', { params: { at: this.at } });
  }
}

/** The significant digits of a number, without sign, point, exponent and the zeros around them. */
const digitsOf = (number: string) =>
  number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
