import { isObject, type OrganisationDocument } from '#engine';
import type { PeopleView } from '../../../schemas/generated/api.ts';
import { personView } from './person-view.ts';

/** Everybody whose id occurs anywhere in an answer, so that the page can name them. */
export function peopleIn(answer: unknown, organisation: OrganisationDocument): PeopleView {
  const ids = new Set<string>();
  collect(answer, organisation.people, ids);
  return Object.fromEntries([...ids].sort().map((id) => [id, personView(organisation, id)]));
}

function collect(value: unknown, people: OrganisationDocument['people'], ids: Set<string>): void {
  if (typeof value === 'string' && Object.hasOwn(people, value)) ids.add(value);
  if (Array.isArray(value)) for (const item of value) collect(item, people, ids);
  else if (isObject(value)) for (const member of Object.values(value)) collect(member, people, ids);
}
