import type { RoleRule } from '../../schemas/generated/process.ts';
import { type FieldPath, rowsOf, type Values, valueAt } from '../form/value.ts';
import type { UserId } from '../shared/brand.ts';
import { type Context, evaluateCells } from './context.ts';
import type { Reason } from './reason.ts';

/** Who a rule finds, in the order of the rule, and why. Empty when it finds nobody who is still here. */
export type Found = { readonly people: readonly UserId[]; readonly reason: Reason };

/** The people of a role of the process. */
export function peopleOfRole(role: string, context: Context): Found {
  const rule = context.definition.roles[role];
  return rule === undefined ? { people: [], reason: { rule: 'nobody' } } : peopleOf(rule, context, role);
}

/**
 * Resolves a person rule against the organisation and the values of the case.
 *
 * @param role the role the rule stands for, needed where a decision table has compiled inputs.
 * @param self the person `managerOf: self` is about.
 */
export function peopleOf(rule: RoleRule, context: Context, role?: string, self?: UserId): Found {
  const { facts, values, starter } = context;
  const { organisation } = facts;
  if ('starter' in rule) return present([starter], { rule: 'starter' }, context);
  if ('post' in rule) {
    if (rule.unit === undefined) {
      return present(organisation.holders(rule.post), { rule: 'post', params: { post: rule.post } }, context);
    }
    const unit = text(valueAt(values, rule.unit));
    const reason: Reason = { rule: 'post-in-unit', params: { post: rule.post, unit } };
    return present(unit === '' ? [] : organisation.holders(rule.post, unit), reason, context);
  }
  if ('managerOf' in rule) {
    const about = rule.managerOf === 'self' ? self : peopleOfRole(rule.managerOf, context).people[0];
    const manager = about === undefined ? undefined : organisation.managerOf(about);
    return present(manager ? [manager] : [], { rule: 'manager-of', params: { person: about ?? '' } }, context);
  }
  if ('headOf' in rule) {
    const unit = typeof rule.headOf === 'string' ? text(valueAt(values, rule.headOf)) : rule.headOf.unit;
    const head = unit === '' ? undefined : organisation.headOf(unit);
    return present(head ? [head] : [], { rule: 'head-of', params: { unit } }, context);
  }
  if ('field' in rule)
    return present(peopleAt(values, rule.field), { rule: 'field', params: { field: rule.field } }, context);
  return byTable(rule.table, role ?? '', context);
}

function byTable(table: string, role: string, context: Context): Found {
  const input = evaluateCells(context.definition.tableInputs[role] ?? [], context);
  const hit = context.facts.tables[table]?.decide(input);
  const shown = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, text(value)]));
  const posts = [hit?.outputs.post ?? []].flat().map(String);
  const row = (hit?.rules ?? []).map((rule) => rule + 1).join(', ');
  const reason: Reason = { rule: 'table', params: { ...shown, table, row, post: posts.join(', ') } };
  const holders = posts.flatMap((post) => context.facts.organisation.holders(post));
  return present(holders, reason, context);
}

/** A person field, a people field, or all cells of a person column; each person once. */
function peopleAt(values: Values, path: FieldPath): readonly UserId[] {
  const [form = '', field = '', column] = path.split('.');
  const value = values[form]?.[field];
  const cells =
    column === undefined ? (Array.isArray(value) ? value : [value]) : rowsOf(value).map((row) => row[column]);
  return cells.filter((id): id is UserId => typeof id === 'string' && id !== '');
}

function present(ids: readonly UserId[], reason: Reason, { facts }: Context): Found {
  const here = ids.filter((id) => facts.organisation.person(id)?.active === true);
  return { people: [...new Set(here)], reason };
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
