import type { RoleRule } from '../../../schemas/generated/process.ts';
import type { DocumentPath } from '../../form/finding.ts';
import type { Organisation } from '../../organisation/index.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import type { Checking } from './checking.ts';
import { error, warning } from './report.ts';
import { type PlacedRule, personRules } from './roles.ts';

/** Units named in one finding. */
const MOST_UNITS = 5;

/** Every person rule finds somebody in the organisation as it is, as far as the organisation alone decides. */
export function checkPeople(checking: Checking): readonly Finding[] {
  const { organisation, documents } = checking.workspace;
  const units = Object.keys(documents.organisation.units);
  const named = personRules(checking).filter(
    ({ rule }) => !('post' in rule) || Object.hasOwn(documents.organisation.posts, rule.post),
  );
  return named.flatMap((placed) =>
    placed.use === 'nobody' ? checkNobody(placed, organisation) : checkRule(checking, placed, units),
  );
}

function checkRule(checking: Checking, { rule, path }: PlacedRule, units: readonly string[]): readonly Finding[] {
  const { organisation } = checking.workspace;
  if ('post' in rule) {
    if (organisation.holders(rule.post).length === 0)
      return [error('role-finds-nobody', [...path, 'post'], { why: 'post', name: rule.post })];
    if (rule.unit === undefined) return [];
    return inSomeUnits(
      units.filter((unit) => organisation.holders(rule.post, unit).length === 0),
      [...path, 'unit'],
      'unit',
      rule.post,
    );
  }
  if ('managerOf' in rule) return checkManager(checking, rule.managerOf, [...path, 'managerOf']);
  if (!('headOf' in rule)) return [];
  const at = [...path, 'headOf'];
  if (typeof rule.headOf !== 'string') return checkHead(rule.headOf.unit, [...at, 'unit'], organisation);
  const headless = units.filter((unit) => organisation.headOf(unit) === undefined);
  return inSomeUnits(headless, at, 'head', rule.headOf);
}

const checkHead = (unit: string, path: DocumentPath, organisation: Organisation): readonly Finding[] =>
  organisation.hasUnit(unit) && organisation.headOf(unit) === undefined
    ? [error('role-finds-nobody', path, { why: 'head-of-unit', name: unit })]
    : [];

/** Of a post, the first holder has to have a manager; of others, that depends on the case. */
function checkManager({ document, workspace: { organisation } }: Checking, role: string, path: DocumentPath) {
  const rule = own(document.roles, role);
  const [first] =
    rule !== undefined && 'post' in rule && rule.unit === undefined ? organisation.holders(rule.post) : [];
  if (first === undefined || organisation.managerOf(first) !== undefined) return [];
  return [error('role-finds-nobody', path, { why: 'manager', name: role, person: first })];
}

/** Values decide which unit it is, so what happens in some units is no more than a warning: the nobody rule steps in. */
function inSomeUnits(units: readonly string[], path: DocumentPath, why: string, name: string): readonly Finding[] {
  if (units.length === 0) return [];
  return [
    warning('role-finds-nobody', path, {
      why,
      name,
      units: units.slice(0, MOST_UNITS).join(', '),
      count: String(units.length),
    }),
  ];
}

/** Whether a rule finds somebody whatever the values are: the starter, a post that is held, the head of a fixed unit. */
export const alwaysFinds = (rule: RoleRule, organisation: Organisation): boolean =>
  'starter' in rule ||
  ('post' in rule && rule.unit === undefined && organisation.holders(rule.post).length > 0) ||
  ('headOf' in rule && typeof rule.headOf !== 'string' && organisation.headOf(rule.headOf.unit) !== undefined);

/** The last resort must not depend on values that may be missing. */
function checkNobody({ rule, path }: PlacedRule, organisation: Organisation): readonly Finding[] {
  return alwaysFinds(rule, organisation) ? [] : [error('nobody-finds-nobody', path)];
}
