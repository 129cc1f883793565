import type { Field, ProcessDocument } from '../../../schemas/generated/process.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { isObject, ROW_KEY, rowsOf } from '../../form/value.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceDocuments } from '../workspace.ts';
import { checkCell } from './ledgers.ts';
import { error, known } from './report.ts';

/** Values as a story writes them name forms, fields and columns of the process. */
export function checkValues(
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  { forms }: ProcessDocument,
  path: DocumentPath,
): readonly Finding[] {
  return Object.entries(values).flatMap(([form, fields]) => {
    const unknown = known('unknown-form', [...path, form], form, forms);
    const declared = own(forms, form)?.fields ?? {};
    return unknown.length > 0
      ? unknown
      : Object.entries(fields).flatMap(([field, value]) => [
          ...known('unknown-field', [...path, form, field], field, declared),
          ...checkRows(own(declared, field), value, [...path, form, field]),
        ]);
  });
}

function checkRows(field: Field | undefined, value: unknown, path: DocumentPath): readonly Finding[] {
  if (field?.type !== 'table') return [];
  const columns = [...Object.keys(field.columns), ROW_KEY];
  return rowsOf(value).flatMap((row, at) =>
    Object.keys(row).flatMap((column) => known('unknown-column', [...path, at, column], column, columns)),
  );
}

/** Paths an expectation looks at: `plan.total`, and into a table `plan.lines.0.amount`. */
export function checkPaths(
  values: Readonly<Record<string, unknown>>,
  { forms }: ProcessDocument,
  path: DocumentPath,
): readonly Finding[] {
  return Object.keys(values).flatMap((key) => {
    const [form = '', name = '', , column] = key.split('.');
    const at = [...path, key];
    const fields = own(forms, form)?.fields;
    if (fields === undefined) return known('unknown-form', at, form, forms);
    const field = own(fields, name);
    if (field === undefined) return known('unknown-field', at, name, fields);
    return field.type !== 'table' || column === undefined ? [] : known('unknown-column', at, column, field.columns);
  });
}

/** Cells of a ledger row: its columns, and `id` where a row belongs to a case. */
export function checkCells(
  id: string,
  row: unknown,
  { ledgers }: Pick<WorkspaceDocuments, 'ledgers'>,
  path: DocumentPath,
): readonly Finding[] {
  const ledger = own(ledgers, id);
  if (ledger === undefined || !isObject(row)) return [];
  const columns = [...Object.keys(ledger.columns), ...(ledger.key === 'case' ? ['id'] : [])];
  return Object.keys(row)
    .filter((name) => !columns.includes(name))
    .map((name) => {
      const [finding] = known('unknown-column', path, name, columns);
      return error('unknown-ledger-column', [...path, name], { ledger: id, name }, finding?.suggestion);
    });
}

/** A row from before the story: its columns are there, and its cells of their types. */
export function checkRow(
  id: string,
  row: Readonly<Record<string, unknown>>,
  workspace: WorkspaceDocuments,
  path: DocumentPath,
): readonly Finding[] {
  const ledger = own(workspace.ledgers, id);
  if (ledger === undefined) return [];
  return [
    ...checkCells(id, row, workspace, path),
    ...Object.entries(row).flatMap(([column, value]) => checkCell(ledger, column, value, [...path, column], workspace)),
  ];
}
