import type { Instant } from '../shared/brand.ts';

/** What is recorded of one duty. */
export type DutyRecord = {
  readonly due: Instant;
  /** From when it can no longer be handed in. */
  readonly closes?: Instant;
  /** When it was handed in first. */
  readonly filedAt?: Instant;
  /** When its case ended without being handed in. */
  readonly endedAt?: Instant;
  readonly excused: boolean;
};

/**
 * How one duty stands: `open` not yet due, `filed` in time, `late` handed in after it was due, `overdue` still missing,
 * `missed` closed without it, `excused` let off with a reason.
 */
export type DutyStanding = 'open' | 'filed' | 'late' | 'overdue' | 'missed' | 'excused';

/** A deadline has passed at its very instant: 24:00 is late. */
export function standingOf({ due, closes, filedAt, endedAt, excused }: DutyRecord, now: Instant): DutyStanding {
  if (excused) return 'excused';
  if (filedAt !== undefined) return filedAt < due ? 'filed' : 'late';
  if (endedAt !== undefined || (closes !== undefined && closes <= now)) return 'missed';
  return due <= now ? 'overdue' : 'open';
}
