import { type CivilDate, civilDateOf, type Instant, type Workspace } from '#engine';

/** The local day of an instant in the workspace's one time zone. */
export const today = (workspace: Workspace, now: Instant): CivilDate => civilDateOf(now, calendarOffset(workspace));

/**
 * Minutes east of UTC of the workspace's zone, which one of its calendars knows.
 *
 * @throws Error when none does: publishing rules that out.
 */
export function calendarOffset({ organisation, documents }: Workspace): number {
  const calendar = Object.values(documents.calendars).find(({ zone }) => zone === organisation.zone);
  if (!calendar) throw new Error(`no calendar for ${organisation.zone}`);
  return calendar.offset;
}
