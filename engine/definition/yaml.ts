import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  Parser,
  type Scalar,
} from 'yaml';
import type { DocumentPath } from '../form/finding.ts';
import { fail, ok, type Result } from '../shared/result.ts';

/** Both counted from 1, columns in UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number };

/**
 * Why a text is not read:
 * - yaml-syntax: `reason`, the parser's code
 * - yaml-duplicate-key, yaml-reserved-key: `name`
 * - yaml-reference: `text`, an anchor or an alias; yaml-tag: `text`, a tag or a directive
 * - yaml-number: `text`, a number that JSON cannot carry exactly
 * - yaml-too-large, yaml-too-deep: `max`
 */
export type YamlFault = {
  readonly code:
    | 'yaml-syntax'
    | 'yaml-duplicate-key'
    | 'yaml-reserved-key'
    | 'yaml-reference'
    | 'yaml-tag'
    | 'yaml-number'
    | 'yaml-too-large'
    | 'yaml-too-deep';
  readonly params: Readonly<Record<string, string>>;
  readonly position: Position;
};

export type YamlDocument = {
  /** What JSON could carry: null, flags, numbers, texts, lists and maps of text keys. */
  readonly value: unknown;
  /**
   * Where a path stands: a scalar where its text begins, a list or a map where its key stands. A path that leads
   * nowhere stands where the last of it that exists does.
   *
   * @param of `key` asks for the key of a scalar, a number for that offset inside its text.
   */
  positionOf(path: DocumentPath, of?: 'key' | number): Position;
};

export const MAX_YAML_BYTES = 256 * 1024;
const MAX_YAML_DEPTH = 32;

type Faults = Pick<YamlFault, 'code' | 'params'> & { readonly offset: number };

/**
 * Reads one YAML 1.2 document of the core schema: dates, `NO` and `010` stay what JSON makes of them. What could grow
 * while being read, or means something only to one library, is refused: aliases, anchors, tags, directives, duplicate
 * keys, keys that every object inherits (`__proto__`, `toString`), more than 256 KB and more than 32 levels.
 */
export function readYaml(text: string): Result<YamlDocument, readonly YamlFault[]> {
  if (byteLength(text) > MAX_YAML_BYTES) {
    return fail([
      { code: 'yaml-too-large', params: { max: String(MAX_YAML_BYTES) }, position: { line: 1, column: 1 } },
    ]);
  }
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refused = tokenFaults(tokens);
  const [document, ...others] = refused.length > 0 ? [] : compose(tokens, text.length);
  const [other] = others;
  const faults = document === undefined ? refused : documentFaults(document, text);
  if (other !== undefined)
    faults.push({ code: 'yaml-syntax', params: { reason: 'MULTIPLE_DOCS' }, offset: other.range[0] });
  if (faults.length > 0 || document === undefined)
    return fail(faults.map(({ offset, ...rest }) => ({ ...rest, position: at(offset) })));
  return ok({
    value: document.toJS({ maxAliasCount: 0 }),
    positionOf: (path, of) => at(offsetOf(document, text, path, of)),
  });
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed[] {
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, stringKeys: true, uniqueKeys: false });
  return [...composer.compose(tokens, true, length)];
}

/** UTF-8 bytes; a lone surrogate counts as three. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += 1;
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff || !isPaired(text, index))) bytes += 1;
  }
  return bytes;
}

const isPaired = (text: string, index: number): boolean =>
  (text.codePointAt(index) ?? 0) > 0xffff || (index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff);

/** Walks the tokens without recursion, so that no nesting can exhaust the stack before it is refused. */
function tokenFaults(tokens: readonly CST.Token[]): Faults[] {
  const open: { readonly token: object; readonly depth: number }[] = tokens
    .map((token) => ({ token, depth: 0 }))
    .reverse();
  const faults: Faults[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token } = next;
    const fault = tokenFault(token);
    if (fault !== undefined) faults.push(fault);
    const depth = next.depth + ('items' in token ? 1 : 0);
    if (depth > MAX_YAML_DEPTH)
      return [{ code: 'yaml-too-deep', params: { max: String(MAX_YAML_DEPTH) }, offset: offsetIn(token) }];
    for (const inner of partsOf(token).reverse()) open.push({ token: inner, depth });
  }
  return faults;
}

function tokenFault(token: object): Faults | undefined {
  if (!('type' in token) || !('source' in token)) return undefined;
  const found = { params: { text: String(token.source).slice(0, 40) }, offset: offsetIn(token) };
  if (token.type === 'alias' || token.type === 'anchor') return { code: 'yaml-reference', ...found };
  if (token.type === 'tag' || token.type === 'directive') return { code: 'yaml-tag', ...found };
  return undefined;
}

const offsetIn = (token: object): number => ('offset' in token && typeof token.offset === 'number' ? token.offset : 0);

/** The tokens inside a token, in order. */
function partsOf(token: object): object[] {
  const { start, props, key, sep, value, items }: Partial<Record<string, unknown>> = { ...token };
  return [start, props, key, sep, value, items]
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isToken);
}

const isToken = (part: unknown): part is object => typeof part === 'object' && part !== null;

/** What is wrong with a document whose nesting is known to be shallow. */
function documentFaults(document: Document.Parsed, text: string): Faults[] {
  const faults = syntaxFault(document);
  if (isIllFormed(text)) return [...faults, illFormed(0)];
  visit(document.contents, faults);
  return faults;
}

/** The first error of the parser; those after it mostly follow from it. */
function syntaxFault({ errors }: Document.Parsed): Faults[] {
  const [first] = errors.toSorted((left, right) => left.pos[0] - right.pos[0]);
  return first === undefined ? [] : [{ code: 'yaml-syntax', params: { reason: first.code }, offset: first.pos[0] }];
}

function visit(node: unknown, faults: Faults[]): void {
  if (isScalar(node) && typeof node.value === 'number' && !isExact(node.value)) {
    faults.push({ code: 'yaml-number', params: { text: node.source ?? '' }, offset: startOf(node) });
  }
  if (isScalar(node) && isIllFormed(node.value)) faults.push(illFormed(startOf(node)));
  if (!isCollection(node)) return;
  const seen = new Set<string>();
  for (const item of node.items) {
    if (!isPair(item)) {
      visit(item, faults);
      continue;
    }
    const name = nameOf(item.key);
    if (isIllFormed(name)) faults.push(illFormed(startOf(item.key)));
    if (name in Object.prototype)
      faults.push({ code: 'yaml-reserved-key', params: { name }, offset: startOf(item.key) });
    else if (seen.has(name)) faults.push({ code: 'yaml-duplicate-key', params: { name }, offset: startOf(item.key) });
    seen.add(name);
    visit(item.value, faults);
  }
}

/** No database keeps these as they are, and escapes can hide them: a lone surrogate, U+0000. */
const isIllFormed = (value: unknown): boolean =>
  typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'));
const illFormed = (offset: number): Faults => ({ code: 'yaml-syntax', params: { reason: 'ILL_FORMED' }, offset });

const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

function startOf(node: unknown): number {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : 0;
}

function offsetOf({ contents }: Document.Parsed, text: string, path: DocumentPath, of?: 'key' | number): number {
  let node: unknown = contents;
  let key: unknown = contents;
  for (const [depth, step] of path.entries()) {
    const found = isMap(node) ? node.items.find((pair) => nameOf(pair.key) === String(step)) : undefined;
    const item = isCollection(node) && !isMap(node) && typeof step === 'number' ? node.items[step] : undefined;
    if (found === undefined && item === undefined) return startOf(key);
    key = found?.key ?? item;
    node = found === undefined ? item : found.value;
    if (depth === path.length - 1 && of === 'key') return startOf(key);
  }
  if (!isScalar(node)) return startOf(key);
  return typeof of === 'number' ? offsetInScalar(node, text, of) : startOf(node);
}

/** Where a character of a scalar's value stands in the file; folding and quoting only ever change white space here. */
function offsetInScalar(scalar: Scalar, text: string, offset: number): number {
  const [start = 0, end = 0] = scalar.range ?? [];
  const value = String(scalar.value);
  const source = text.slice(start, end);
  const header = scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL' ? source.indexOf('\n') + 1 : 0;
  const quote = scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE' ? 1 : 0;
  let at = header + quote;
  for (let index = 0; index <= offset; index += 1) {
    while (isBlank(source[at])) at += 1;
    while (index < offset && isBlank(value[index])) index += 1;
    if (index >= offset) break;
    if (source[at] !== value[index]) return start;
    at += 1;
  }
  return start + at;
}

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';
