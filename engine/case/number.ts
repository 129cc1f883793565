import type { NumberRule } from '../../schemas/generated/process.ts';
import type { CivilDate } from '../shared/brand.ts';

/** A case number but for its counter: `prefix` + the counter padded to `width` + `suffix`. */
export type NumberParts = {
  /** What the counter counts within: `2026`, `2026-11`, or `` when it never starts over. */
  readonly period: string;
  readonly prefix: string;
  readonly width: number;
  readonly suffix: string;
};

/** Splits a number rule for the local day a case is started on: `FA-{yyyy}-{seq:4}` gives `FA-2026-`, 4 and ``. */
export function numberParts({ format, reset }: NumberRule, today: CivilDate): NumberParts {
  const [year, month] = [today.slice(0, 4), today.slice(5, 7)];
  const dated = format.replaceAll('{yyyy}', year).replaceAll('{mm}', month);
  const [, prefix = '', width = '1', suffix = ''] = /^(.*)\{seq:(\d)\}(.*)$/.exec(dated) ?? [];
  const period = reset === 'year' ? year : reset === 'month' ? `${year}-${month}` : '';
  return { period, prefix, width: Number(width), suffix };
}

export const caseNumber = ({ prefix, width, suffix }: NumberParts, counter: number): string =>
  `${prefix}${String(counter).padStart(width, '0')}${suffix}`;
