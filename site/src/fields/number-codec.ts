import { groupNumber, plainNumber } from '../form/number-text.ts';
import type { Codec } from './use-text-input.ts';

const shown = (value: unknown, places: number): string =>
  typeof value === 'string' || typeof value === 'number' ? groupNumber(String(value), places) : '';

/** Decimals travel as text; thousands separators are put in when the box is left, and read in any form. */
export const decimalCodec = (places = 0): Codec => ({
  show: (value) => shown(value, places),
  read: (text) => {
    if (text.trim() === '') return { value: undefined };
    const plain = plainNumber(text);
    return plain === undefined ? { typed: text } : { value: plain };
  },
});

export const integerCodec: Codec = {
  show: (value) => shown(value, 0),
  read: (text) => {
    if (text.trim() === '') return { value: undefined };
    const plain = plainNumber(text);
    const number = plain !== undefined && /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN;
    return Number.isSafeInteger(number) ? { value: number } : { typed: text };
  },
};
