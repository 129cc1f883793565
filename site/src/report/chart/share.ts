import { add, type Decimal, decimalOf, div, mul, parseDecimal, toPlain } from '#engine';

const HUNDRED = decimalOf(100);

/** A part of a whole in percent, as decimal text; undefined when there is no whole. */
export function shareOf(part: string | null, whole: string | null): string | undefined {
  const [number, all] = [parseDecimal(part ?? ''), parseDecimal(whole ?? '')];
  if (number === undefined || all === undefined) return undefined;
  const share = div(mul(number, HUNDRED), all);
  return share && toPlain(share);
}

/** What some numbers come to, one after the other, as decimal text. */
export function runningSums(numbers: readonly (string | null)[]): readonly string[] {
  let sum: Decimal = decimalOf(0);
  return numbers.map((text) => {
    sum = add(sum, parseDecimal(text ?? '') ?? decimalOf(0));
    return toPlain(sum);
  });
}
