import makeBig, { type Big } from 'big.js';

/** Exact decimal number. Values carry decimals as text ("1200.00"); this is what they become while being computed. */
export type Decimal = Big;

const Decimals = makeBig();
/** Digits kept after the point by a division. */
export const DIVISION_DIGITS = 20;
Decimals.DP = DIVISION_DIGITS;
Decimals.RM = makeBig.roundHalfUp;

/** Longest decimal text that is read or written: beyond any amount of money, short enough to stay cheap. */
export const MAX_DECIMAL_LENGTH = 64;
const DECIMAL_TEXT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Reads strict plain decimal text: `-?`, digits without leading zeros, an optional fraction. Undefined for everything
 * else: "", "1e3", "+1", ".5", "1.", "007", "1,200", "1.2万", full-width digits, more than 64 characters.
 */
export function parseDecimal(text: string): Decimal | undefined {
  return text.length <= MAX_DECIMAL_LENGTH && DECIMAL_TEXT.test(text) ? new Decimals(text) : undefined;
}

/**
 * The exact sum of one member of many rows; what is no decimal text and no safe integer does not count. One loop over
 * scaled whole numbers: a table of two thousand rows costs as many function calls as one of two.
 */
export function sumOf(rows: readonly unknown[], member: string): Decimal {
  let units = 0n;
  let scale = 0;
  for (const row of rows) {
    const held =
      row !== null && typeof row === 'object' && Object.hasOwn(row, member) ? Reflect.get(row, member) : null;
    const text = Number.isSafeInteger(held) ? String(held) : held;
    if (typeof text !== 'string' || text.length > MAX_DECIMAL_LENGTH || !DECIMAL_TEXT.test(text)) continue;
    const point = text.indexOf('.');
    const places = point < 0 ? 0 : text.length - point - 1;
    if (places > scale) {
      units *= 10n ** BigInt(places - scale);
      scale = places;
    }
    const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
    units += BigInt(digits) * 10n ** BigInt(scale - places);
  }
  return new Decimals(`${units}e-${scale}`);
}

/** The decimal of a safe integer. */
export const decimalOf = (integer: number): Decimal => new Decimals(integer);

export const isDecimal = (value: unknown): value is Decimal => value instanceof Decimals;

export const add = (left: Decimal, right: Decimal): Decimal => left.plus(right);
export const sub = (left: Decimal, right: Decimal): Decimal => left.minus(right);
export const mul = (left: Decimal, right: Decimal): Decimal => left.times(right);

/** Quotient with 20 digits after the point, half up; undefined when dividing by zero. */
export const div = (left: Decimal, right: Decimal): Decimal | undefined => (right.eq(0) ? undefined : left.div(right));

/** -1, 0 or 1. */
export const cmp = (left: Decimal, right: Decimal): -1 | 0 | 1 => left.cmp(right);

export const negate = (value: Decimal): Decimal => value.neg();

/** How many digits the number carries: what computing with it costs. */
export const digitCount = (value: Decimal): number => value.c.length;

/** Rounds half away from zero; negative places round to tens, hundreds and so on. */
export const round = (value: Decimal, places: number): Decimal => value.round(places, makeBig.roundHalfUp);

/** Plain notation, never with an exponent, without trailing zeros; with `places` exactly that many digits, half up. */
export function toPlain(value: Decimal, places?: number): string {
  const text = value.toFixed(places, makeBig.roundHalfUp);
  return text.startsWith('-') && !/[1-9]/.test(text) ? text.slice(1) : text;
}
