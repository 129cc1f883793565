import type { OrganisationDocument } from '#engine';

/** The people of the campaign loop, in the order they act. */
const CAST = ['u08', 'u18', 'u19', 'u20', 'u15', 'u02', 'u39', 'u40'];
const MOST = 12;

/** Whom a newcomer can sign in as: in a company of their own the first it names. */
export function castOf({ people }: OrganisationDocument): readonly string[] {
  const cast = CAST.filter((id) => Object.hasOwn(people, id));
  if (cast.length > 0) return cast;
  const inside = Object.entries(people).filter(([, { active, external }]) => active !== false && external !== true);
  return inside.map(([id]) => id).slice(0, MOST);
}
