import { MAX_DECIMAL_LENGTH, parseDecimal, round, toPlain } from '../../shared/decimal.ts';
import { type Flaws, flaw, type IssueParams } from '../issue.ts';
import type { Limits } from './kind.ts';

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const MINUS_ZERO = /^-0(?:\.0*)?$/;
/** Digits before the point; money beyond this is a slip of the keyboard. */
export const MAX_WHOLE = 18;
const TOP = '9'.repeat(MAX_WHOLE);
// Decimals of up to 15 digits turn into machine numbers without changing their order (IEEE 754 double, DBL_DIG).
const EXACT_LENGTH = 15;

export type DecimalRule = {
  readonly scale: number;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
};

export function decimalShape(value: unknown): Flaws {
  const fits = typeof value === 'string' && value.length <= MAX_DECIMAL_LENGTH && PLAIN.test(value);
  return fits ? undefined : flaw('wrong-type');
}

export function decimalLimits({ scale, min, max }: DecimalRule): Limits {
  const isOutside = outside(min, max);
  const range: IssueParams = {
    ...(min === undefined ? {} : { min: String(min) }),
    ...(max === undefined ? {} : { max: String(max) }),
  };
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const point = value.indexOf('.');
    if (point >= 0 && value.length - point - 1 > scale) return flaw('too-precise', { scale });
    if (isOutside(value)) return flaw('out-of-range', range);
    return value.length > MAX_WHOLE && wholeDigits(value) > MAX_WHOLE ? flaw('out-of-range', { max: TOP }) : undefined;
  };
}

function wholeDigits(text: string): number {
  const whole = text.split('.')[0] ?? '';
  return whole.startsWith('-') ? whole.length - 1 : whole.length;
}

/** Whether a decimal text lies below the one or above the other; exact however long they are. */
function outside(min: number | string | undefined, max: number | string | undefined): (text: string) => boolean {
  if (min === undefined && max === undefined) return () => false;
  const [low, high] = [min, max].map((bound) => (bound === undefined ? '' : String(bound)));
  const least = parseDecimal(low ?? '');
  const most = parseDecimal(high ?? '');
  const lowNumber = least ? Number(low) : Number.NEGATIVE_INFINITY;
  const highNumber = most ? Number(high) : Number.POSITIVE_INFINITY;
  const isShort = Math.max(low?.length ?? 0, high?.length ?? 0) <= EXACT_LENGTH;
  return (text) => {
    if (isShort && text.length <= EXACT_LENGTH) {
      const number = Number(text);
      return number < lowNumber || number > highNumber;
    }
    const value = parseDecimal(text);
    return value !== undefined && ((least !== undefined && value.lt(least)) || (most !== undefined && value.gt(most)));
  };
}

/** Without trailing zeros after the point, without a minus before zero. */
export function shortest(value: unknown): unknown {
  if (typeof value !== 'string' || !PLAIN.test(value)) return value;
  const text = value.includes('.') && value.endsWith('0') ? value.replace(/\.?0+$/, '') : value;
  return MINUS_ZERO.test(text) ? '0' : text;
}

/** With at least `scale` digits after the point, more only if they are not zeros; without a minus before zero. */
export function padded(value: unknown, scale: number): unknown {
  const text = shortest(value);
  if (typeof text !== 'string' || !PLAIN.test(text)) return value;
  const [whole = '0', fraction = ''] = text.split('.');
  return fraction.length > scale ? text : `${whole}.${fraction.padEnd(scale, '0')}`;
}

/** A computed number rounded half up to the scale. */
export function rounded(value: unknown, scale: number): unknown {
  const number = parseDecimal(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '');
  return number && toPlain(round(number, scale));
}
