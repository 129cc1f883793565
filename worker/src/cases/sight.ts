import { type Context, contextOf, type FieldPath, type Instant, sightOf, type UserId, type Workspace } from '#engine';
import type { StoredCase } from '../store/case-store.ts';
import { factsOf } from './facts.ts';
import { type LastRead, viewedSince } from './viewed-since.ts';

/** What rules see of a stored case now; `reads` says who opened it. */
export function contextOfCase(
  stored: StoredCase,
  workspace: Workspace,
  now: Instant,
  by: UserId,
  reads: readonly LastRead[] = [],
): Context {
  const { id, number, definition, state, rows } = stored;
  const viewed = viewedSince(state, by, reads);
  const setting = { workspace, definition, now, by, case: { id, number }, viewedSince: viewed };
  return contextOf(definition, state.values, state, factsOf(setting, rows));
}

/** The fields a person may see of a case; undefined when it does not exist for them. */
export const sightOn = (
  stored: StoredCase,
  workspace: Workspace,
  now: Instant,
  person: UserId,
): ReadonlySet<FieldPath> | undefined => sightOf(stored.state, person, contextOfCase(stored, workspace, now, person));

/** Whether somebody sees a case only because auditors see everything. */
export const seesAsAuditorOnly = ({ state }: StoredCase, { organisation }: Workspace, person: UserId): boolean =>
  organisation.hasRole(person, 'auditor') && state.seen[person] === undefined && state.copies[person] === undefined;
