import type { LedgerSum } from '../../schemas/generated/ledger.ts';
import { BUILT_IN, type BuiltInId } from './built-in.ts';
import { compileSum } from './compile-sum.ts';
import type { Group, Sum } from './sum.ts';
import { groupOf } from './sum.ts';
import { sumDigest } from './sum-digest.ts';

/**
 * What the board of loops and the coverage of clauses are read from. All begin with a month, so that the groups of a
 * period lie side by side.
 */
export type BoardSums = {
  /** Cases by the month they were started in. */
  readonly started: Sum;
  /** Cases by the month they ended in and how; open ones have no month. */
  readonly ended: Sum;
  /** Completed cases that have started cases of another process, by the month they ended in. */
  readonly followed: Sum;
};

/** The month of what has not ended. */
export const OPEN_MONTH = null;
/** The status by which a case has done what it was for. */
export const COMPLETED = 'completed';

export const boardSums = (): BoardSums => ({
  started: sumOf('cases', { by: { month: 'monthOf(row.started)', process: 'row.process' } }),
  ended: sumOf('cases', { by: { month: 'monthOf(row.ended)', process: 'row.process', status: 'row.status' } }),
  followed: sumOf('successors', {
    where: `row.status == '${COMPLETED}'`,
    by: { month: 'monthOf(row.ended)', process: 'row.process', to: 'row.to' },
  }),
});

/** The group of cases of a process that were started in a month. */
export const startedGroup = (month: string, process: string): Group => groupOf([month, process]);
/** The group of cases of a process that ended so in a month. */
export const endedGroup = (month: string | null, process: string, status: string): Group =>
  groupOf([month, process, status]);
/** The group of cases of a process, completed in a month, that have started cases of another one. */
export const followedGroup = (month: string, process: string, to: string): Group => groupOf([month, process, to]);

function sumOf(source: BuiltInId, document: LedgerSum): Sum {
  const compiled = compileSum(BUILT_IN[source], document, { dated: true, digest: sumDigest });
  if (!compiled.ok) throw new Error(`a sum of ${source} does not compile`);
  return compiled.value;
}
