import type { IssueCode, IssueParams } from '#engine';

/** What to do about a value, in words; parameters as `IssueCode` documents them, dates and numbers already formatted. */
export type IssueWords = Readonly<Record<IssueCode, (params: IssueParams) => string>>;

/** One sentence for a lower bound, an upper bound, or both. */
export const range =
  (both: (min: string, max: string) => string, least: (min: string) => string, most: (max: string) => string) =>
  ({ min, max }: IssueParams): string => {
    if (min !== undefined && max !== undefined) return both(`${min}`, `${max}`);
    return min === undefined ? most(`${max ?? ''}`) : least(`${min}`);
  };
