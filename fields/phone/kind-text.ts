import { writtenOnce } from '../../engine/form/kinds/code-text.ts';

/** Mobile numbers of the mainland: 11 digits from 13 to 19. */
export const MOBILE = /^1[3-9]\d{9}$/;
/** Area code (010, 02x, 03xx to 09xx), 7 or 8 digits, and an extension. */
export const LANDLINE = /^0(?:10|2\d|[3-9]\d\d)-?[2-9]\d{6,7}(?:-\d{1,6})?$/;
/** Numbers a firm is called by in the whole country: 400-810-8888, 95588. */
export const HOTLINE = /^(?:[48]00-?\d{3}-?\d{4}|9[56]\d{3,4})$/;
/** ITU-T E.164, with its plus. */
export const ABROAD = /^\+[1-9]\d{6,14}$/;

const LANDLINE_PARTS = /^(0(?:10|2\d|[3-9]\d\d))([2-9]\d{6,7})$/;
const HOTLINE_PARTS = /^([48]00)(\d{3})(\d{4})$/;
const CHINA = /^(?:\+|00)86/;

/** Without the country code of the mainland; a landline gets its leading zero back. */
function local(digits: string): string {
  const bare = digits.replace(CHINA, '');
  return bare === digits || MOBILE.test(bare) || bare.startsWith('0') ? bare : `0${bare}`;
}

/**
 * One way to write a number: `13800138000`, `010-88888888-801`, `400-810-8888`, `+886912345678`. Spaces, dots,
 * brackets and dashes are how people group digits, not part of them. What is no number stays nearly as it was typed.
 */
function write(text: string): string {
  const typed = text
    .replaceAll(/[\s().]/g, '')
    .replaceAll(/[‐‑–—]/g, '-')
    .replace(/-?(?:转|轉|分机|分機|ext|x)-?(?=\d{1,6}$)/i, '-');
  const parts = typed.split('-');
  const front = parts.slice(0, -1).join('');
  return withExtension(local(front), parts.at(-1) ?? '') ?? known(local(parts.join(''))) ?? text;
}

function known(digits: string): string | undefined {
  const grouped = HOTLINE_PARTS.exec(digits) ?? LANDLINE_PARTS.exec(digits);
  if (grouped) return grouped.slice(1).join('-');
  const full = digits.replace(/^00/, '+');
  return [MOBILE, HOTLINE, ABROAD].some((pattern) => pattern.test(full)) ? full : undefined;
}

function withExtension(digits: string, extension: string): string | undefined {
  const grouped = LANDLINE_PARTS.exec(digits);
  return grouped && /^\d{1,6}$/.test(extension) ? [...grouped.slice(1), extension].join('-') : undefined;
}

export const phoneText = (value: unknown): unknown => writtenOnce(value, write);
