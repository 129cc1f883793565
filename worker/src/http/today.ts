import { type CivilDate, civilDateOf, type Instant, type Workspace, zoneOffset } from '#engine';

/** The local day of an instant in the workspace's one time zone. */
export const today = (workspace: Workspace, now: Instant): CivilDate => civilDateOf(now, zoneOffset(workspace));
