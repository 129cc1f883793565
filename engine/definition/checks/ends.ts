import type { Field } from '../../../schemas/generated/process.ts';
import { isDerivedField } from '../../form/derived.ts';
import { scopeOf } from '../../form/scope.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { placeSteps, withInner } from '../placed-steps.ts';
import { type CheckingCompiled, fieldAt } from './checking.ts';
import { conditionReader, type FieldOf } from './condition.ts';
import { domainsOf } from './domains.ts';
import { alwaysFinds } from './people.ts';
import { canHappen } from './possible.ts';
import { formsIn } from './progress.ts';
import { error } from './report.ts';

/** Nothing holds a case up for ever: forms that cannot be handed in, checks that never pass, steps that ask nobody. */
export function checkEnds(checking: CheckingCompiled): readonly Finding[] {
  const { document, workspace, definition } = checking;
  const { ledgers, settings } = workspace.documents;
  const fields: FieldOf = (path) => fieldAt(document, path);
  const read = conditionReader(fields, scopeOf(document.forms, { ledgers, settings: settings.settings }));
  const domains = domainsOf(fields, () => false);
  const can = (source: string, holds: boolean) => canHappen([{ condition: read(source), holds }], domains);
  const asked = new Set(formsIn(definition));
  return [
    ...[...asked].flatMap((form) => checkForm(checking, form, can)),
    ...(document.checks ?? []).flatMap(({ that, at }, index) => {
      const [form = ''] = at.split('.');
      return asked.has(form) && !can(that, true)
        ? [error('no-way-to-end', ['checks', index, 'that'], { why: 'check', name: at })]
        : [];
    }),
    ...checkPeople(checking),
  ];
}

type Can = (source: string, holds: boolean) => boolean;

const isAlways = (condition: boolean | string | undefined, can: Can): boolean =>
  typeof condition === 'string' ? !can(condition, false) : condition === true;

/** A field that must be filled in but that nobody may write and nothing fills. */
function checkForm(checking: CheckingCompiled, form: string, can: Can): readonly Finding[] {
  const { fields, sections = [] } = own(checking.document.forms, form) ?? { fields: {} };
  return Object.entries(fields).flatMap(([id, field]) => {
    const conditions = [field.visible, sections.find((section) => section.fields.includes(id))?.visible];
    const isShown = conditions.every((condition) => condition === undefined || isAlways(condition, can));
    const isLocked = isAlways(field.readonly, can) || (field.type === 'table' && field.rows === 'fixed');
    const isFilled = isDerivedField(field) || field.default !== undefined || isGiven(checking, form, id);
    if (!isShown || !isNeeded(field, can) || !isLocked || isFilled) return [];
    return [error('no-way-to-end', ['forms', form, 'fields', id], { why: 'readonly', name: `${form}.${id}` })];
  });
}

const isNeeded = (field: Field, can: Can): boolean =>
  isAlways(field.required, can) || (field.type === 'table' && (field.minRows ?? 0) > 0);

/** Whether cases come from other processes alone, and each of those gives the field its value. */
function isGiven({ document, processes }: CheckingCompiled, form: string, field: string): boolean {
  const [first] = Object.values(document.steps[0] ?? {});
  if (document.startable !== false || first === undefined || !('fill' in first) || first.fill !== form) return false;
  const starts = Object.values(processes)
    .flatMap(({ steps }) => withInner(placeSteps(steps)))
    .flatMap(({ source }) => ('start' in source && source.start === document.id ? [source] : []));
  return starts.every(({ with: given = {} }) => Object.hasOwn(given, `${form}.${field}`));
}

/** A step whose role is held by nobody, where the rule for that case may find nobody either. */
function checkPeople({ document, workspace: { organisation }, steps }: CheckingCompiled): readonly Finding[] {
  if (alwaysFinds(document.rules.nobody.to, organisation)) return [];
  return steps.flatMap(({ source, path }) => {
    const role = 'fill' in source ? source.by : 'approve' in source ? source.approve : '';
    const rule = own(document.roles, role);
    const isEmpty = rule !== undefined && 'post' in rule && organisation.holders(rule.post).length === 0;
    return isEmpty ? [error('no-way-to-end', path, { why: 'nobody', name: role })] : [];
  });
}
