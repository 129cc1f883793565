import type { Locale } from '../i18n/locale.ts';

/** Code pages that spreadsheets of a region save in when it is not UTF-8. */
const REGIONAL = {
  'zh-CN': ['gb18030', 'big5'],
  'zh-TW': ['big5', 'gb18030'],
  en: ['gb18030', 'big5'],
} as const satisfies Record<Locale, readonly string[]>;

/** The text of a file by its byte order mark, or the first encoding in which all of it makes sense. */
export function decodeText(bytes: Uint8Array, locale: Locale): string | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  const encodings = marked === '' ? ['utf-8', ...REGIONAL[locale]] : [marked];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return undefined;
}
