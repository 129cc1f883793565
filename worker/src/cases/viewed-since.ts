import type { CaseState, UserId } from '#engine';

/** Somebody who opened the case, and when last. */
export type LastRead = { readonly person: string; readonly at: string };

/** Who has opened the case since somebody decided in it last. */
export function viewedSince({ steps }: CaseState, decider: UserId, reads: readonly LastRead[]): readonly UserId[] {
  if (reads.length === 0) return [];
  const decisions = Object.values(steps).flatMap(({ seats }) =>
    seats.flatMap(({ person, at }) => (person === decider && at !== undefined ? [at] : [])),
  );
  const last = decisions.sort().at(-1);
  return last === undefined ? [] : reads.filter(({ at }) => at > last).map(({ person }) => person as UserId);
}
