import type { FindingCode, Severity } from '#engine';

/** A finding with the place people look for it at. */
export type Problem = {
  readonly file: string;
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
  readonly suggestion?: string;
};

export const isError = ({ severity }: Problem): boolean => severity === 'error';

/** By file, then from top to bottom. */
export function byPlace(left: Problem, right: Problem): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
