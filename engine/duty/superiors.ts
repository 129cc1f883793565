import type { Organisation } from '../organisation/index.ts';
import type { UserId } from '../shared/brand.ts';

/** The line managers above a person, nearest first; who has left is passed over. */
export function superiorsOf(person: string, organisation: Organisation): readonly UserId[] {
  const above: UserId[] = [];
  let next = organisation.managerOf(person);
  while (next !== undefined && next !== person && !above.includes(next)) {
    above.push(next);
    next = organisation.managerOf(next);
  }
  return above;
}

/** An administrator or somebody above excuses from a duty; nobody excuses themselves. */
export const mayExcuse = (person: UserId, by: string, organisation: Organisation): boolean =>
  by !== person && (organisation.hasRole(by, 'admin') || superiorsOf(person, organisation).some((id) => id === by));
