import { dateOfDayNumber } from '#engine';
import { attributesOf, tokens } from './xml.ts';

/** What a number in a cell stands for, by the format it is shown in. */
export type NumberLook = 'number' | 'percent' | 'date';

const PERCENTS = new Set([9, 10]);
/** Built-in formats of dates and times (ECMA-376 part 1, §18.8.30, with those of Chinese, Japanese and Korean). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function lookOf(id: number, custom: ReadonlyMap<number, string>): NumberLook {
  if (PERCENTS.has(id)) return 'percent';
  if (isBuiltInDate(id)) return 'date';
  const code = (custom.get(id) ?? '').replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_./gi, '');
  if (code.includes('%')) return 'percent';
  return /[ymdhs]/i.test(code.replace(/General/gi, '')) ? 'date' : 'number';
}

/** The look of each cell style, from `xl/styles.xml`. */
export function readLooks(xml: string): readonly NumberLook[] {
  const custom = new Map<number, string>();
  const looks: NumberLook[] = [];
  let within = '';
  for (const token of tokens(xml)) {
    if (token.kind === 'text') continue;
    if (token.name === 'cellXfs' || token.name === 'cellStyleXfs') within = token.kind === 'open' ? token.name : '';
    if (token.kind === 'close') continue;
    const { numFmtId = '0', formatCode = '' } = attributesOf(token.attributes);
    if (token.name === 'numFmt') custom.set(Number(numFmtId), formatCode);
    if (token.name === 'xf' && within === 'cellXfs') looks.push(lookOf(Number(numFmtId), custom));
  }
  return looks;
}

/** Digits that a spreadsheet keeps of a number; what it stores beyond them is noise of binary fractions. */
const DIGITS = 15;

/** A number of the file as plain decimal text: `1E-3` is 0.001, `0.30000000000000004` is 0.3. */
export function plainOf(stored: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(stored.trim()) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return whole + fraction === '' ? stored : '0';
  if (digits.length > DIGITS)
    return plainOf(
      Number(stored)
        .toPrecision(DIGITS)
        .replace(/0+(?=e|$)/, ''),
    );
  return sign + shift(whole + fraction, whole.length + Number(exponent));
}

/** Digits with a point after the first `places` of them. */
function shift(digits: string, places: number): string {
  const padded = places <= 0 ? `${'0'.repeat(1 - places)}${digits}` : digits.padEnd(places, '0');
  const at = Math.max(places, 1);
  const fraction = padded.slice(at).replace(/0+$/, '');
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Plain decimal text with its point moved to the right, or left: percents are stored as fractions of one. */
export function movePoint(plain: string, by: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(plain) ?? [];
  const moved = shift(whole + fraction, whole.length + by);
  return moved === '0' ? moved : sign + moved;
}

/** Day number of 1899-12-30: day 60, a 29 February 1900 that never was, makes it this for all days since. */
const EPOCH = -25_569;
const EPOCH_1904 = EPOCH + 1462;
const DAY_MINUTES = 1440;

/** A serial number of a spreadsheet as date, time of day, or both. */
export function dateTextOf(serial: string, since1904: boolean): string {
  const value = Number(serial);
  if (!Number.isFinite(value)) return serial;
  const minutes = Math.round(value * DAY_MINUTES);
  const day = Math.floor(minutes / DAY_MINUTES);
  const date = dateOfDayNumber(day + (since1904 ? EPOCH_1904 : EPOCH));
  const left = minutes - day * DAY_MINUTES;
  const time = `${pad(Math.floor(left / 60))}:${pad(left % 60)}`;
  if (date === undefined) return serial;
  return day === 0 && !since1904 ? time : left === 0 ? date : `${date} ${time}`;
}

const pad = (part: number): string => String(part).padStart(2, '0');
