import { asks, type Definition } from '../definition/definition.ts';
import type { FieldPath } from '../form/value.ts';
import type { UserId } from '../shared/brand.ts';
import type { Context } from './context.ts';
import { peopleOf } from './people.ts';
import type { CaseState } from './state.ts';

/** The part of a state that says what each person was shown. */
type Seen = Pick<CaseState, 'seen' | 'copies'>;

/**
 * What somebody may see of a case, or undefined when it does not exist for them. Default deny: the union of
 * - the steps they were asked at, which stay readable as they were shown;
 * - what a copy showed them;
 * - what `readers` of the process grants.
 * Auditors see everything. Administrators find every case, to move what is stuck, and read none of its content.
 */
export function sightOf(state: Seen, viewer: UserId, context: Context): ReadonlySet<FieldPath> | undefined {
  const { definition, facts } = context;
  if (facts.organisation.hasRole(viewer, 'auditor')) return new Set(definition.model.nodes.keys());
  const steps = state.seen[viewer];
  const copies = state.copies[viewer];
  const granted = readersLike(viewer, context);
  if (steps === undefined && copies === undefined && granted.length === 0)
    return facts.organisation.hasRole(viewer, 'admin') ? new Set() : undefined;
  return new Set([
    ...(steps ?? []).flatMap((id) => shownAt(definition, id)),
    ...(copies ?? []),
    ...granted.flatMap(({ see }) => [...see]),
  ]);
}

/**
 * Whether somebody may read what was said while the case was decided. Whoever was only told of it sees what the copy
 * shows and nothing more, neither in the picture nor in the log.
 */
export const readsOpinions = (state: CaseState, viewer: UserId, context: Context): boolean =>
  (state.seen[viewer] ?? []).length > 0 ||
  context.facts.organisation.hasRole(viewer, 'auditor') ||
  readersLike(viewer, context).length > 0;

/** The lines of `readers` that let somebody in. */
const readersLike = (viewer: UserId, context: Context) =>
  context.definition.readers.filter(({ by }) => peopleOf(by, context).people.includes(viewer));

function shownAt(definition: Definition, id: CaseState['seen'][UserId][number]): readonly FieldPath[] {
  const step = definition.steps.get(id);
  return asks(step) ? [...step.rights.see] : [];
}
