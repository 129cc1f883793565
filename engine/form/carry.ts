import { canonicalOf, type FieldNode, type FormModel, isDerived, isTable } from './model.ts';
import { covers, type Editable } from './rights.ts';
import { type FieldPath, freshRowIds, isObject, ROW_KEY, type Row, rowsOf, type Values } from './value.ts';

/** Of a case for good: a file belongs to what it was attached to, a signature to what was signed. */
const NEVER: ReadonlySet<string> = new Set(['files', 'signature']);

/** Why nobody can carry values of another case into a field; undefined when they can. */
export function fixedBecause(node: FieldNode): 'derived' | 'readonly' | 'files' | 'rows' | undefined {
  if (isDerived(node)) return 'derived';
  if (node.readonly === true) return 'readonly';
  if (NEVER.has(node.field.type)) return 'files';
  return node.field.type === 'table' && node.field.rows === 'fixed' ? 'rows' : undefined;
}

/** What of other values was taken, and the paths of what was not. */
export type Carried = { readonly values: Values; readonly left: readonly FieldPath[] };

/**
 * What of the values of another case, or of a template, may begin a form: fields of this model that `wanted` names and
 * a person can write, with values of their kind. Rows get new identities. Files and signatures are never taken.
 *
 * @param given values of any version of the process, by form and field.
 */
export function carryOver(model: FormModel, given: Values, wanted: Editable): Carried {
  const values: Record<string, Record<string, unknown>> = {};
  const left: FieldPath[] = [];
  for (const [form, fields] of Object.entries(given)) {
    for (const [id, value] of Object.entries(fields)) {
      if (value === null || value === undefined) continue;
      const node = model.forms.get(form)?.find((each) => each.id === id);
      const taken = node && carried(node, value, wanted, left);
      if (taken === undefined) left.push(`${form}.${id}`);
      else values[form] = { ...values[form], [id]: taken };
    }
  }
  return { values, left: [...new Set(left)] };
}

function carried(node: FieldNode, value: unknown, wanted: Editable, left: FieldPath[]): unknown {
  if (fixedBecause(node) !== undefined || !covers(wanted, node)) return undefined;
  if (isTable(node)) return Array.isArray(value) ? carriedRows(node, rowsOf(value), wanted, left) : undefined;
  return fitting(node, value);
}

function carriedRows(table: FieldNode, rows: readonly Row[], wanted: Editable, left: FieldPath[]): readonly Row[] {
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  const fresh = freshRowIds([]);
  return rows.map((row) => {
    const cells = Object.entries(row).flatMap(([id, cell]) => {
      if (id === ROW_KEY || cell === null || cell === undefined) return [];
      const column = columns.get(id);
      const taken = column && carried(column, cell, wanted, left);
      if (taken === undefined) left.push(`${table.path}.${id}`);
      return taken === undefined ? [] : [[id, taken] as const];
    });
    return { ...Object.fromEntries(cells), [ROW_KEY]: fresh() };
  });
}

/** The value as the field stores it; undefined when it is of another kind, or names a file. */
function fitting(node: FieldNode, value: unknown): unknown {
  const canonical = canonicalOf(node, value);
  return canonical === undefined || node.shape(canonical) || namesFile(canonical) ? undefined : canonical;
}

function namesFile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(namesFile);
  if (!isObject(value)) return false;
  return (typeof value.id === 'string' && typeof value.sha256 === 'string') || Object.values(value).some(namesFile);
}
