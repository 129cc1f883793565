import type { RoleRule } from '../../../schemas/generated/process.ts';
import type { UserId } from '../../shared/brand.ts';
import { own } from '../../shared/own.ts';
import { type Checking, fieldAt, isAlwaysShown } from './checking.ts';

/** The people one resolution of a rule may find. */
export type People = readonly UserId[];
/** Every set of people a rule may find, depending on values; `isOpen`: a field names them, so it may be anybody. */
export type Candidates = { readonly sets: readonly People[]; readonly isOpen: boolean };

/** Everybody a rule can find while the organisation stays as it is. */
export const anybody = ({ workspace: { organisation } }: Checking): People =>
  organisation
    .people()
    .filter(({ active }) => active)
    .map(({ id }) => id);

/**
 * @param starter who started the case.
 * @param self whom `managerOf: self` is about.
 */
export function candidatesOf(
  checking: Checking,
  rule: RoleRule | undefined,
  starter: UserId,
  self?: UserId,
): Candidates {
  const { organisation } = checking.workspace;
  if (rule === undefined) return fixed([]);
  if ('starter' in rule) return fixed([[starter]]);
  if ('post' in rule) {
    const { post, unit } = rule;
    return fixed(
      unit === undefined
        ? [organisation.holders(post)]
        : inUnits(checking, unit, (id) => organisation.holders(post, id)),
    );
  }
  if ('headOf' in rule) {
    const { headOf } = rule;
    const head = (unit: string): People => present(organisation.headOf(unit));
    return fixed(typeof headOf === 'string' ? inUnits(checking, headOf, head) : [head(headOf.unit)]);
  }
  if ('managerOf' in rule) return managers(checking, rule.managerOf, starter, self);
  if ('field' in rule) return { sets: [...anybody(checking).map((id) => [id]), []], isOpen: true };
  const table = own(checking.workspace.documents.tables, rule.table);
  const answers = [...(table?.rules.map(({ then }) => then) ?? []), table?.default ?? {}];
  const posts = answers.flatMap((answer) => own(answer, 'post') ?? []).map(String);
  // A missing input may fit no rule.
  return fixed([...[...new Set(posts)].map((post) => organisation.holders(post)), []]);
}

const fixed = (sets: readonly People[]): Candidates => ({ sets, isOpen: false });

const present = (person: UserId | undefined): People => (person === undefined ? [] : [person]);

/** One set for each unit the field may hold, and nobody while it may be empty. */
function inUnits(checking: Checking, path: string, find: (unit: string) => People): readonly People[] {
  const field = fieldAt(checking.document, path);
  const units = Object.keys(checking.workspace.documents.organisation.units).map(find);
  return field?.required === true && isAlwaysShown(checking.document, path) ? units : [...units, []];
}

/** The manager of the first of each set. */
function managers(checking: Checking, role: string, starter: UserId, self: UserId | undefined): Candidates {
  const { organisation } = checking.workspace;
  const above = (person: UserId | undefined) =>
    present(person === undefined ? undefined : organisation.managerOf(person));
  if (role === 'self') return fixed([above(self)]);
  if (endsAtItself(checking, role)) return fixed([]);
  const { sets, isOpen } = candidatesOf(checking, own(checking.document.roles, role), starter, self);
  return { sets: sets.map(([first]) => above(first)), isOpen };
}

/** A chain of managers that never ends at a person; another rule says so. */
function endsAtItself({ document: { roles } }: Checking, role: string): boolean {
  const met = new Set<string>();
  let at = role;
  for (let rule = own(roles, at); rule !== undefined && 'managerOf' in rule; rule = own(roles, at)) {
    if (met.has(at)) return true;
    met.add(at);
    at = rule.managerOf;
  }
  return false;
}

/** Whom the rule finds whatever the values are. */
export const certainOf = ({ sets: [first = [], ...rest] }: Candidates): People => (rest.length === 0 ? first : []);

/** Everybody one of the sets names. */
export const allOf = ({ sets }: Candidates): ReadonlySet<UserId> => new Set(sets.flat());
