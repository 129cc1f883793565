/** Preferred numbers between 10 and 100, each about a fifth above the one before. Source: IEC 60063, series E12. */
const SERIES = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82];
const EXACT = 10;

/**
 * The class that stands for a whole number in a median: the number itself up to ten, from there on the next lower
 * preferred number. However many different numbers there are, they come to twelve classes for each power of ten.
 */
export function classOf(number: number): number {
  if (Math.abs(number) <= EXACT) return number;
  const size = Math.abs(number);
  const scale = 10 ** (String(Math.floor(size)).length - 2);
  const lower = SERIES.findLast((step) => step * scale <= size) ?? EXACT;
  return Math.sign(number) * lower * scale;
}
