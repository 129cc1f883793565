import type { Field, RoleRule, TableRole } from '../../../schemas/generated/process.ts';
import { compileExpression } from '../../expression/expression.ts';
import { DECIMAL, type ExprType, FLAG } from '../../expression/type.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { scopeOf } from '../../form/scope.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { type Checking, fieldAt, fieldPaths } from './checking.ts';
import { error, known } from './report.ts';

/** A rule that says who, and where it is written. `role` is the id it has among the roles. */
export type PlacedRule = {
  readonly rule: RoleRule;
  readonly path: DocumentPath;
  readonly use: 'role' | 'starters' | 'reader' | 'trigger' | 'self' | 'nobody';
  readonly role?: string;
};

/** Every rule of a process that says who. */
export function personRules({ document }: Checking): readonly PlacedRule[] {
  const { roles, rules, starters = [], readers = [], triggers = [] } = document;
  return [
    ...Object.entries(roles).map(([role, rule]): PlacedRule => ({ rule, path: ['roles', role], use: 'role', role })),
    ...starters.map((rule, at): PlacedRule => ({ rule, path: ['starters', at], use: 'starters' })),
    ...readers.flatMap(({ by }, at): PlacedRule[] =>
      typeof by === 'string' ? [] : [{ rule: by, path: ['readers', at, 'by'], use: 'reader' }],
    ),
    ...triggers.flatMap(({ as }, at): PlacedRule[] =>
      typeof as === 'string' ? [] : [{ rule: as, path: ['triggers', at, 'as'], use: 'trigger' }],
    ),
    ...(rules.self === 'allow' ? [] : [{ rule: rules.self.to, path: ['rules', 'self', 'to'], use: 'self' } as const]),
    { rule: rules.nobody.to, path: ['rules', 'nobody', 'to'], use: 'nobody' },
  ];
}

/** What a person rule names is there and is of the right type. */
export const checkRoles = (checking: Checking): readonly Finding[] => [
  ...personRules(checking).flatMap((placed) => checkRule(checking, placed)),
  ...checkRoleCycles(checking),
];

function checkRule(checking: Checking, { rule, path, use }: PlacedRule): readonly Finding[] {
  const { document, workspace } = checking;
  if ('post' in rule) {
    const unit = rule.unit === undefined ? [] : checkField(checking, rule.unit, [...path, 'unit'], ['unit']);
    return [...known('unknown-post', [...path, 'post'], rule.post, workspace.documents.organisation.posts), ...unit];
  }
  if ('managerOf' in rule) {
    if (rule.managerOf === 'self' && use === 'self') return [];
    return known('unknown-role', [...path, 'managerOf'], rule.managerOf, document.roles);
  }
  if ('headOf' in rule) {
    const at = [...path, 'headOf'];
    return typeof rule.headOf === 'string'
      ? checkField(checking, rule.headOf, at, ['unit'])
      : known('unknown-unit', [...at, 'unit'], rule.headOf.unit, workspace.documents.organisation.units);
  }
  if ('field' in rule) return checkField(checking, rule.field, [...path, 'field'], ['person', 'people']);
  return 'table' in rule ? checkTableRole(checking, rule, path) : [];
}

function checkField(
  { document, workspace }: Checking,
  name: string,
  path: DocumentPath,
  expected: readonly Field['type'][],
): readonly Finding[] {
  const field = fieldAt(document, name);
  if (field === undefined) {
    const isUnit = expected.includes('unit') && own(workspace.documents.organisation.units, name) !== undefined;
    return isUnit
      ? [error('unknown-field', path, { name, why: 'unit' })]
      : known('unknown-field', path, name, fieldPaths(document));
  }
  if (expected.includes(field.type)) return [];
  return [error('wrong-field-type', path, { name, actual: field.type, expected: expected.join(', ') })];
}

/** The table is there, gives a post, and is asked with exactly its inputs, of their types. */
function checkTableRole(checking: Checking, { table, input }: TableRole, path: DocumentPath): readonly Finding[] {
  const { tables } = checking.workspace.documents;
  const document = own(tables, table);
  if (document === undefined) return known('unknown-table', [...path, 'table'], table, tables);
  const missing = Object.keys(document.inputs).filter((column) => !Object.hasOwn(input, column));
  return [
    ...(document.outputs.post?.type === 'post' ? [] : [error('missing-output', [...path, 'table'], { name: 'post' })]),
    ...missing.map((name) => error('missing-input', [...path, 'input'], { name })),
    ...Object.entries(input).flatMap(([column, source]) => {
      const unknown = known('unknown-column', [...path, 'input', column], column, document.inputs);
      return unknown.length > 0
        ? unknown
        : checkInput(checking, source, own(document.inputs, column)?.type, [...path, 'input', column]);
    }),
  ];
}

/** Only that the result is of the input's type: what else is wrong with the expression is found when it is compiled. */
function checkInput(
  { document, workspace }: Checking,
  source: string,
  type: string | undefined,
  path: DocumentPath,
): readonly Finding[] {
  const scope = scopeOf(document.forms, {
    ledgers: workspace.documents.ledgers,
    settings: workspace.documents.settings.settings,
  });
  const expected: ExprType = type === 'choice' ? { kind: 'choice' } : type === 'flag' ? FLAG : DECIMAL;
  const compiled = compileExpression(source, scope, expected);
  if (compiled.ok || !compileExpression(source, scope).ok) return [];
  return compiled.error.map(({ code, params, start, end }) => ({ code, severity: 'error', path, params, start, end }));
}

/** Asking for the manager of a role must end at a role that does not ask for another. */
function checkRoleCycles({ document: { roles } }: Checking): readonly Finding[] {
  const next = (role: string): string | undefined => {
    const rule = own(roles, role);
    return rule !== undefined && 'managerOf' in rule ? rule.managerOf : undefined;
  };
  return Object.keys(roles).flatMap((role) => {
    const met = new Set<string>();
    for (let at = next(role); at !== undefined && !met.has(at); at = next(at)) met.add(at);
    return met.has(role) ? [error('role-cycle', ['roles', role, 'managerOf'], { name: role })] : [];
  });
}
