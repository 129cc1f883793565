import { groupBy } from '#engine';
import type { UnitView } from '../../schemas/generated/api.ts';

export type UnitBranch = { readonly unit: UnitView; readonly depth: number };

/** Units from the top down, each under the one it belongs to; one whose parent is not listed stands at the top. */
export function unitTree(units: readonly UnitView[]): readonly UnitBranch[] {
  const ids = new Set(units.map(({ id }) => id));
  const under = groupBy(units, ({ parent }) => (parent !== undefined && ids.has(parent) ? parent : ''));
  const branch = (parent: string, depth: number): readonly UnitBranch[] =>
    (under.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...branch(unit.id, depth + 1)]);
  return branch('', 0);
}
