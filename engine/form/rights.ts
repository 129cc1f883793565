import { type FieldNode, type FormModel, isDerived } from './model.ts';
import type { FieldPath } from './value.ts';

/**
 * Paths somebody may write. A field or a column is writable only when its own path is in the set; a table's path lets
 * add, remove and move its rows.
 */
export type Editable = ReadonlySet<FieldPath>;

export const covers = (editable: Editable, { path }: FieldNode): boolean => editable.has(path);

/** Paths of all fields and columns of a form: the rights of whoever fills the whole of it. */
export const formPaths = (model: FormModel, formId: string): readonly FieldPath[] =>
  (model.forms.get(formId) ?? []).flatMap((node) => [node, ...node.columns].map(({ path }) => path));

/** Whether anything in the form may be written. */
export const isEdited = (editable: Editable, fields: readonly FieldNode[]): boolean =>
  fields.some((node) => covers(editable, node) || node.columns.some((column) => covers(editable, column)));

/** Values people answer for on submitting: what they may write, and what is derived in the forms they write. */
export const isAnswered = (editable: Editable, node: FieldNode): boolean => covers(editable, node) || isDerived(node);
