import type { Instant } from '#engine';
import type { PublicLink } from '../../../schemas/generated/api.ts';
import { isFull } from '../cases/link-around.ts';
import type { Link, ListedLink, PersonalLink } from '../store/link-store.ts';
import type { Visit } from '../store/visit.ts';
import { personView } from './person-view.ts';

/** A public link as whoever keeps it sees it: never its secret. */
export function linkView(
  link: ListedLink,
  personal: readonly PersonalLink[],
  { workspace }: Visit,
  now: Instant,
): PublicLink {
  const { id, name, process, owner, about, number, opensAt, closesAt, quota, received, held, createdAt } = link;
  return {
    id,
    name,
    kind: link.personal ? 'personal' : 'open',
    process: { id: process, title: workspace.processes[process]?.title ?? process },
    owner: personView(workspace.documents.organisation, owner),
    ...(about !== null && { about: { id: about, number: number ?? '' } }),
    opensAt,
    closesAt,
    ...(quota !== null && { quota }),
    received,
    held,
    state: stateOf(link, now),
    createdAt,
    ...(link.personal && {
      personal: personal.map(({ note, usedAt }) => ({ note, ...(usedAt !== null && { usedAt }) })),
    }),
  };
}

function stateOf(link: Link, now: Instant): PublicLink['state'] {
  if (link.revokedAt !== null) return 'revoked';
  if (now >= link.closesAt) return 'closed';
  if (isFull(link)) return 'full';
  return now < link.opensAt ? 'waiting' : 'open';
}
