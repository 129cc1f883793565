import { isObject, type OrganisationDocument } from '#engine';
import type { PeopleView, UnitNames } from '../../../schemas/generated/api.ts';
import { personView } from './person-view.ts';

/** Everybody whose id occurs anywhere in an answer, so that the page can name them. */
export function peopleIn(answer: unknown, organisation: OrganisationDocument): PeopleView {
  const ids = new Set<string>();
  collect(answer, organisation.people, ids);
  return Object.fromEntries([...ids].sort().map((id) => [id, personView(organisation, id)]));
}

/** The titles of all units whose id occurs as a value in an answer. */
export function unitsIn(answer: unknown, { units }: OrganisationDocument): UnitNames {
  const ids = new Set<string>();
  collect(answer, units, ids);
  return Object.fromEntries([...ids].sort().flatMap((id) => (units[id] ? [[id, units[id].title]] : [])));
}

function collect(value: unknown, known: Readonly<Record<string, unknown>>, ids: Set<string>): void {
  if (typeof value === 'string' && Object.hasOwn(known, value)) ids.add(value);
  if (Array.isArray(value)) for (const item of value) collect(item, known, ids);
  else if (isObject(value)) for (const member of Object.values(value)) collect(member, known, ids);
}
