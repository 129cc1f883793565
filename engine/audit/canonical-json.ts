/**
 * JSON Canonicalization Scheme (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Equal content has equal text, so it can be hashed.
 *
 * @throws TypeError for what JSON cannot carry: undefined outside an object, gaps in lists, NaN, infinities, functions, dates,
 * maps, ill-formed text.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isRecord(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${quote(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

/** No date, map or other object with a content of its own, in whatever realm it was made. */
const isRecord = (value: unknown): value is object => Object.prototype.toString.call(value) === '[object Object]';

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('ill-formed text');
  return JSON.stringify(text);
}
