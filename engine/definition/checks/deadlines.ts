import type { ApproveStep, FillStep, OverdueRule, RoleRule } from '../../../schemas/generated/process.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { anybody, candidatesOf, type People } from './candidates.ts';
import { type Checking, fieldAt, fieldPaths } from './checking.ts';

import { error } from './report.ts';
import { roleOf } from './seating.ts';

type Source = FillStep | ApproveStep;
type Findings = readonly Finding[];

/** What happens at a deadline can happen, happens last where it decides, and never decides what only people may. */
export function checkDeadlines(checking: Checking): Findings {
  return checking.steps.flatMap(({ source, path }) => {
    if (!('fill' in source) && !('approve' in source)) return [];
    const { overdue = [], remind, due, rows } = source;
    return [
      ...(due === undefined && overdue.length > 0 ? [contradiction([...path, 'overdue'], 'no-deadline')] : []),
      ...(due === undefined && remind !== undefined ? [contradiction([...path, 'remind'], 'no-deadline')] : []),
      ...overdue.flatMap((rule, at) => checkRule(checking, source, rule, [...path, 'overdue', at])),
      ...checkDecisions(checking, source, [...path, 'overdue']),
      ...(rows?.overdue ?? []).flatMap((rule, at) => {
        const place = [...path, 'rows', 'overdue', at];
        return rule.then === undefined
          ? checkRule(checking, source, rule, place)
          : [contradiction([...place, 'then'], 'decides-for-a-row')];
      }),
    ];
  });
}

const contradiction = (path: Finding['path'], why: string): Finding => error('contradiction', path, { why });

/** A step that is late goes to somebody else than those who are late. */
function checkRule(checking: Checking, source: Source, { escalate }: OverdueRule, path: Finding['path']): Findings {
  const late = roleOf(source);
  if (escalate === undefined || own(checking.document.roles, escalate) === undefined) return [];
  const isSame = escalate === late || samePeople(checking, escalate, late);
  return isSame ? [error('escalates-to-itself', [...path, 'escalate'], { name: escalate, role: late })] : [];
}

/** Two roles that the organisation alone gives to the same people. */
function samePeople(checking: Checking, ...names: readonly string[]): boolean {
  const [first, second] = names.map((name) => fixedPeople(checking, own(checking.document.roles, name)));
  return first !== undefined && second !== undefined && first.join() === second.join();
}

function fixedPeople(checking: Checking, rule: RoleRule | undefined): People | undefined {
  const [somebody] = anybody(checking);
  if (rule === undefined || somebody === undefined || !('post' in rule) || rule.unit !== undefined) return undefined;
  return candidatesOf(checking, rule, somebody).sets[0];
}

/** A deadline decides once, at the end of everything else it does. */
function checkDecisions(checking: Checking, source: Source, path: Finding['path']): Findings {
  const { overdue = [] } = source;
  return overdue.flatMap(({ then, times }, at) => {
    if (then === undefined) return [];
    const place = [...path, at, 'then'];
    if ('fill' in source) return [contradiction(place, 'decides-a-form')];
    const wrong = [
      ...(at < overdue.length - 1 ? [contradiction(place, 'not-last')] : []),
      ...(times === undefined ? [] : [contradiction(place, 'decides-repeatedly')]),
    ];
    if (then.do === 'reject')
      return source.reject === false ? [...wrong, contradiction(place, 'may-not-reject')] : wrong;
    return [...wrong, ...unsafe(checking, source, place)];
  });
}

/** What a deadline must never agree to (rule 10 of the workflow semantics). */
function unsafe(checking: Checking, source: ApproveStep, path: Finding['path']): Findings {
  const { document } = checking;
  const fields = Object.entries(own(document.forms, source.form ?? '')?.fields ?? {});
  const needed = fields.find(([, field]) => isNeeded(field));
  const money = fieldPaths(document).find(
    (field) => isShown(source, field) && fieldAt(document, field)?.type === 'money',
  );
  const isApart = (document.rules.apart ?? []).some((group) => group.includes(source.approve));
  const reasons: readonly (readonly [boolean, string, string])[] = [
    [needed !== undefined, 'form', `${source.form}.${needed?.[0]}`],
    [source.opinion === 'required', 'opinion', ''],
    [isApart, 'apart', source.approve],
    [money !== undefined, 'money', money ?? ''],
  ];
  return reasons.flatMap(([isUnsafe, why, name]) =>
    isUnsafe ? [error('unsafe-deadline-agreement', path, name === '' ? { why } : { why, name })] : [],
  );
}

const isNeeded = (field: { readonly required?: boolean | string; readonly minRows?: number }): boolean =>
  (field.required ?? false) !== false || (field.minRows ?? 0) > 0;

const isShown = ({ see, hide = [], form }: ApproveStep, path: string): boolean =>
  isAmong(form === undefined ? see : [...see, form], path) && !isAmong(hide, path);

/** A path that is named, by itself or with its form or table. */
const isAmong = (names: readonly string[], path: string): boolean =>
  names.some((name) => path === name || path.startsWith(`${name}.`));
