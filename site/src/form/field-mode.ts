import { covers, type FieldNode, isDerived } from '#engine';
import type { Field } from '../../../schemas/generated/process.ts';
import type { FieldStatus } from './store.ts';

export type FieldMode = 'edit' | 'computed' | 'read';

/** Whether a field is filled in here, worked out, or only read. */
export function modeOf(node: FieldNode, { readonly }: FieldStatus, editable: ReadonlySet<string>): FieldMode {
  if (isDerived(node)) return 'computed';
  const any = covers(editable, node) || node.columns.some((column) => covers(editable, column));
  return any && !readonly ? 'edit' : 'read';
}

export const needsRows = (field: Field): boolean => field.type === 'table' && (field.minRows ?? 0) > 0;

/** What nobody fills in here and nobody has filled in says nothing. */
export const isSilent = (node: FieldNode, mode: FieldMode, value: unknown): boolean =>
  mode === 'read' && node.readonly === true && node.kind.isEmpty(value);
