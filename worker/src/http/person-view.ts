import type { OrganisationDocument } from '#engine';
import type { PersonView } from '../../../schemas/generated/api.ts';

/** A person with the titles of posts and units; one that the organisation never had keeps the id as the name. */
export function personView({ people, posts, units }: OrganisationDocument, id: string): PersonView {
  const entry = Object.hasOwn(people, id) ? people[id] : undefined;
  const seats = (entry?.posts ?? []).map(({ post, unit = '' }) => ({
    post,
    title: posts[post]?.title ?? post,
    unit,
    unitTitle: units[unit]?.title ?? unit,
  }));
  return { id, name: entry?.name ?? id, ...(entry?.external && { external: true }), posts: seats };
}
