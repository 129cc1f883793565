import { decimalOf, parseDecimal, round, toPlain } from '../shared/decimal.ts';

/** What a measure of a sum is kept as: whole units of `10^-scale`, so that adding up is exact in any order. */
export type AmountKind = 'integer' | 'decimal';

/** Digits kept after the point. */
const SCALES: Readonly<Record<AmountKind, number>> = { integer: 0, decimal: 4 };
/** A single amount of a trillion or more is a slip of the keyboard: it does not count. */
const TOO_MUCH = 10n ** 12n;

/** The units of a value as expressions give it: decimal text, an integer, or yes for one; nothing counts as 0. */
export function unitsOf(value: unknown, kind: AmountKind): bigint {
  if (value === true) return unitsOf(1, kind);
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const number = typeof text === 'string' ? parseDecimal(text) : undefined;
  if (number === undefined) return 0n;
  const scale = SCALES[kind];
  const units = BigInt(toPlain(round(number, scale), scale).replace('.', ''));
  const most = TOO_MUCH * 10n ** BigInt(scale);
  return units >= most || units <= -most ? 0n : units;
}

/** The value of units, as expressions read it: an integer as a number, a decimal as plain text. */
export function amountOf(units: bigint, kind: AmountKind): number | string {
  if (kind === 'integer') return Number(units);
  const decimal = parseDecimal(String(units)) ?? decimalOf(0);
  return toPlain(decimal.times(`1e-${SCALES[kind]}`));
}
