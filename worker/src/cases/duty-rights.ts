import { type Definition, type Instant, mayExcuse, readsDutyCase, type UserId, type Workspace } from '#engine';
import { factsOf } from './facts.ts';

/** A recurring duty of one person, and the process it belongs to. */
export type OfDuty = {
  readonly duty: { readonly person: UserId };
  readonly definition: Definition;
  readonly now: Instant;
};

/** One's own, those of the people below, and those whose reports one may read; administrators and auditors see all. */
export function seesDuty(of: OfDuty, workspace: Workspace, viewer: UserId): boolean {
  return of.duty.person === viewer || excusesDuty(of, workspace, viewer) || readsWhatIsFiled(of, workspace, viewer);
}

/** Whether the case that answers the duty is certainly readable. */
export function readsWhatIsFiled({ duty, definition, now }: OfDuty, workspace: Workspace, viewer: UserId): boolean {
  const facts = factsOf({ workspace, definition, now, by: viewer, case: { id: '' } }, {});
  return readsDutyCase(definition, duty.person, viewer, facts);
}

/** An administrator or somebody above excuses; nobody excuses themselves. */
export const excusesDuty = ({ duty }: OfDuty, { organisation }: Workspace, viewer: UserId): boolean =>
  mayExcuse(duty.person, viewer, organisation);
