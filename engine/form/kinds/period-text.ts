import { type Flaws, flaw, type IssueCode } from '../issue.ts';
import type { Limits, Shape } from './kind.ts';

/** Values written so that their order is that of their texts: times of day, months, quarters. */
export const writtenAs =
  (pattern: RegExp, code: IssueCode): Shape =>
  (value) =>
    typeof value !== 'string' ? flaw('wrong-type') : pattern.test(value) ? undefined : flaw(code);

export function between({
  min,
  max,
}: {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}): Limits {
  return (value): Flaws => {
    if (typeof value !== 'string') return undefined;
    if (min !== undefined && value < min) return flaw('too-early', { min });
    return max !== undefined && value > max ? flaw('too-late', { max }) : undefined;
  };
}
