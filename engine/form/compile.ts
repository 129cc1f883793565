import type { CheckRule, Form } from '../../schemas/generated/process.ts';
import { FLAG } from '../expression/type.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { compileField } from './compile-field.ts';
import { type Compiler, formula, type Place, report } from './compiler.ts';
import { both } from './conjunction.ts';
import { affectedBy, edgesOf, sortNodes } from './dependencies.ts';
import type { FormEnvironment } from './facts.ts';
import type { DocumentPath, FormFinding } from './finding.ts';
import { groupBy } from './group-by.ts';
import { type CheckNode, type FieldNode, type FormModel, type Formula, hasWork } from './model.ts';
import { scopeInRow, scopeOf } from './scope.ts';
import type { FieldPath } from './value.ts';

/**
 * Compiles the forms and checks of a definition to closures; no code is generated, so it runs under any content
 * security policy. Shared option lists have to be resolved beforehand. What no expression is needed to see is for
 * `compileCheckedForms` to say.
 *
 * @returns the model, or every finding that can be told apart, each with its path in the definition.
 */
export function compileForms(
  forms: Readonly<Record<string, Form>>,
  checks: readonly CheckRule[],
  environment: FormEnvironment,
): Result<FormModel, readonly FormFinding[]> {
  const compiler: Compiler = { forms, environment, scope: scopeOf(forms, environment), findings: [] };
  const fields = new Map(Object.entries(forms).map(([id, form]) => [id, compileForm(compiler, id, form)]));
  const nodes = new Map([...fields.values()].flat().flatMap(withColumns));
  const checkNodes = checks.flatMap((check, index) => compileCheck(compiler, nodes, check, index));
  const edges = edgesOf(nodes);
  const { order, cycles } = sortNodes(nodes, edges);
  for (const cycle of cycles) report(compiler, 'cycle', documentPath(nodes, cycle), { fields: cycle.join(' > ') });
  if (compiler.findings.length > 0) return fail(compiler.findings);
  const checksAt = groupBy(checkNodes, ({ at }) => at);
  return ok({
    forms: fields,
    nodes,
    order,
    settling: order.filter(hasWork),
    lookups: order.filter(({ lookup }) => lookup !== undefined),
    references: order.filter(({ field }) => field.type === 'reference'),
    checks: checksAt,
    affected: affectedBy(order, edges),
  });
}

const withColumns = (node: FieldNode): readonly (readonly [FieldPath, FieldNode])[] =>
  [node, ...node.columns].map((one) => [one.path, one]);

function compileForm(compiler: Compiler, id: string, form: Form): readonly FieldNode[] {
  const place: Place = { scope: compiler.scope };
  const groups = groupsIn(form);
  const sections = sectionConditions(compiler, id, form);
  const nodes = Object.entries(form.fields).map(([field, declared]) =>
    compileField(compiler, { form: id, place, path: ['forms', id, 'fields', field] }, field, declared),
  );
  const own = new Map(nodes.map((node) => [node.id, node.visible]));
  const fields = nodes.map((node) => {
    const group = groups.get(node.id);
    const around = both(sections.get(group ?? node.id), group === undefined ? undefined : own.get(group));
    return { ...node, visible: both(around, node.visible) };
  });
  const placed = (form.sections ?? []).flatMap((section) =>
    section.fields.flatMap((field) => withMembers(form, field)),
  );
  // Fields in no section follow after them.
  const rank = (node: FieldNode): number => (placed.includes(node.id) ? placed.indexOf(node.id) : placed.length);
  return fields.toSorted((left, right) => rank(left) - rank(right));
}

/** The group each member stands in. */
const groupsIn = ({ fields }: Form): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(fields).flatMap(([id, field]) =>
      field.type === 'group' ? field.members.map((member) => [member, id] as const) : [],
    ),
  );

function withMembers({ fields }: Form, id: string): readonly string[] {
  const field = fields[id];
  return field?.type === 'group' ? [id, ...field.members] : [id];
}

/** By field what its section needs to be shown. */
function sectionConditions(
  compiler: Compiler,
  id: string,
  { sections = [] }: Form,
): ReadonlyMap<string, Formula | undefined> {
  const place: Place = { scope: compiler.scope };
  return new Map(
    sections.flatMap(({ visible, fields }, number) => {
      const condition = formula(compiler, visible, place, ['forms', id, 'sections', number, 'visible'], FLAG);
      return fields.map((field) => [field, condition] as const);
    }),
  );
}

function compileCheck(
  compiler: Compiler,
  nodes: ReadonlyMap<FieldPath, FieldNode>,
  { that, at }: CheckRule,
  index: number,
): readonly CheckNode[] {
  const node = nodes.get(at);
  const form = node?.form ?? at;
  if (!node && !Object.hasOwn(compiler.forms, at))
    report(compiler, 'unknown-path', ['checks', index, 'at'], { name: at });
  const compiled = formula(compiler, that, placeOf(compiler, node), ['checks', index, 'that'], FLAG);
  return compiled ? [{ index, form, at, that: compiled }] : [];
}

/** A check reported at a column may look at each `row`. */
function placeOf({ forms, scope, environment }: Compiler, node: FieldNode | undefined): Place {
  const table = node?.table === undefined ? undefined : forms[node.form]?.fields[node.table];
  if (table?.type !== 'table') return { scope };
  return { scope: scopeInRow(scope, table.columns, environment), columns: table.columns };
}

/** Where in the definition the first field of a cycle gets its value. */
function documentPath(nodes: ReadonlyMap<FieldPath, FieldNode>, [first = '']: readonly FieldPath[]): DocumentPath {
  const node = nodes.get(first);
  if (!node) return [];
  const { form, table, id, compute, visible } = node;
  const key = compute ? ['compute'] : visible ? ['visible'] : [];
  return ['forms', form, 'fields', ...(table === undefined ? [id] : [table, 'columns', id]), ...key];
}
