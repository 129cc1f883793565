/** A tag or a piece of text. Prefixes of names are left out: some programs write `x:c` for `c`. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN =
  /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|([^<]+)/g;

/** Reads the XML that spreadsheet programs write; there is no DOM where the tests and a worker run. */
export function* tokens(xml: string): Generator<Token> {
  for (const [, slash, name, attributes = '', end, data, text] of xml.matchAll(TOKEN)) {
    if (name !== undefined) yield { kind: slash === '/' ? 'close' : end === '/' ? 'empty' : 'open', name, attributes };
    else if (data !== undefined) yield { kind: 'text', text: data };
    else if (text !== undefined) yield { kind: 'text', text: decodeXml(text) };
  }
}

const ATTRIBUTE = /(?:^|\s)([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes by name; a prefix belongs to the name, since `r:id` and `id` differ. */
export function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [name, decodeXml(double ?? single ?? '')] as const,
  );
  return Object.fromEntries(found);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeXml = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, entity) : text;

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

export const encodeXml = (text: string): string =>
  text
    // Characters that XML 1.0 §2.2 does not have.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENCODED[sign] ?? sign)
    .replaceAll('\r', '&#13;');

const ENCODED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
