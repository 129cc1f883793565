import type { FormModel } from '../form/model.ts';
import { formPaths } from '../form/rights.ts';
import type { FieldPath } from '../form/value.ts';

/** Field paths, columns included, that a list of paths in a definition stands for; unknown ones are left out. */
export function expandPaths(model: FormModel, paths: readonly string[]): ReadonlySet<FieldPath> {
  return new Set(paths.flatMap((path) => expandPath(model, path)));
}

/** A form stands for its fields, a group for its members, a table for its columns too, a column for its table as far as rows go. */
function expandPath(model: FormModel, path: string): readonly FieldPath[] {
  if (model.forms.has(path)) return formPaths(model, path);
  const node = model.nodes.get(path);
  if (node === undefined) return [];
  if (node.table !== undefined) return [`${node.form}.${node.table}`, path];
  if (node.field.type === 'group')
    return [path, ...node.field.members.flatMap((id) => expandPath(model, `${node.form}.${id}`))];
  return [path, ...node.columns.map((column) => column.path)];
}

/** What is left of the paths when others are hidden; hiding a form or a table hides all that is in it. */
export function hidePaths(
  model: FormModel,
  paths: ReadonlySet<FieldPath>,
  hidden: readonly string[],
): ReadonlySet<FieldPath> {
  const gone = new Set(
    hidden.flatMap((path) => (model.nodes.get(path)?.table === undefined ? expandPath(model, path) : [path])),
  );
  return new Set([...paths].filter((path) => !gone.has(path)));
}
