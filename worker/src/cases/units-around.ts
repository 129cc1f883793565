import type { Visit } from '../store/visit.ts';

/** The units somebody belongs to: those they hold posts in and all above them. */
export function unitsAround({ person, workspace: { organisation } }: Pick<Visit, 'person' | 'workspace'>) {
  const own = organisation.unitsOf(person.id);
  return [...new Set(own.flatMap((unit) => [unit, ...organisation.ancestorsOf(unit)]))];
}
