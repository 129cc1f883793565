import type { Forms, ProcessDocument, RowKey as RowKeySource } from '../../schemas/generated/process.ts';
import { DATE, type ExprType, FLAG, type Scope } from '../expression/type.ts';
import { type Compiler, formula, type Place } from '../form/compiler.ts';
import type { DocumentPath, FormFinding } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import type { FormModel, Formula } from '../form/model.ts';
import { own } from '../shared/own.ts';
import type { Cell, RowKey } from './definition.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Workspace } from './workspace.ts';

/** What compiling one definition shares and gathers. */
export type Compilation = {
  readonly document: ProcessDocument;
  readonly foreign: Readonly<Record<string, Forms>>;
  readonly workspace: Workspace;
  readonly model: FormModel;
  readonly forms: Compiler;
  readonly findings: Finding[];
};

export const asFinding = (finding: FormFinding): Finding => ({ ...finding, severity: 'error' });

/** Reports an error of the definition itself. */
export function report(
  { findings }: Compilation,
  code: FindingCode,
  path: DocumentPath,
  params: Finding['params'],
  suggestion?: string,
): undefined {
  findings.push({ code, severity: 'error', path, params, ...(suggestion === undefined ? {} : { suggestion }) });
}

/** Where cells are written: as other expressions, and perhaps within a row of a table, `item`. */
export type CellPlace = Partial<Place>;

/** Compiles target-to-expression pairs; `types` gives what each target takes. */
export function compileCells(
  { forms }: Compilation,
  sources: Readonly<Record<string, string>>,
  path: DocumentPath,
  { typeOf, ...options }: CellPlace & { readonly typeOf?: (target: string) => ExprType | undefined } = {},
): readonly Cell[] {
  const place: Place = { scope: forms.scope, ...options };
  return Object.entries(sources).flatMap(([target, source]) => {
    const compiled = formula(forms, source, place, [...path, target], typeOf?.(target));
    return compiled ? [{ target, formula: compiled }] : [];
  });
}

export function compileKey(
  compilation: Compilation,
  key: RowKeySource,
  path: DocumentPath,
  place: CellPlace = {},
): RowKey | undefined {
  const { forms } = compilation;
  if (typeof key === 'string') return formula(forms, key, { scope: forms.scope, ...place }, path);
  return Object.fromEntries(compileCells(compilation, key, path, place).map((cell) => [cell.target, cell.formula]));
}

/** The table a ledger step goes through row by row, as the root `item` of its expressions. */
export function itemPlace(compilation: Compilation, table: string, path: DocumentPath): CellPlace {
  const declared = compilation.model.nodes.get(table)?.field;
  if (declared?.type !== 'table') return report(compilation, 'unknown-field', path, { name: table }) ?? {};
  if (compilation.model.forms.has('item')) report(compilation, 'reserved-name', path, { name: 'item' });
  return { scope: { item: recordType(declared.columns, compilation) }, items: declared.columns };
}

/** Which rows of the table a step goes through row by row count. */
export function rowCondition(
  { forms }: Compilation,
  source: string | undefined,
  place: CellPlace,
  path: DocumentPath,
): { readonly where?: Formula } {
  const scope = { ...forms.scope, ...place.scope };
  const where = source && formula(forms, source, { ...place, scope }, [...path, 'where'], FLAG);
  return where ? { where } : {};
}

/** The scope of values handed to a case of a series: also the case before it, and the day. */
export const seriesScope = (compilation: Compilation, process: string): Scope => ({
  ...compilation.forms.scope,
  last: foreignForms(compilation, process),
  occurrence: DATE,
});

/** The forms of a process that this one starts. */
export function foreignForms(compilation: Compilation, process: string): ExprType {
  const forms = Object.entries(own(compilation.foreign, process) ?? {});
  return {
    kind: 'record',
    fields: Object.fromEntries(forms.map(([id, { fields }]) => [id, recordType(fields, compilation)])),
  };
}

/** Fields or columns as a record of expressions. */
export function recordType(fields: Forms[string]['fields'], { forms }: Compilation): ExprType {
  const types = Object.entries(fields).map(
    ([id, declared]) => [id, kindOf(declared).exprType(declared, forms.environment)] as const,
  );
  return { kind: 'record', fields: Object.fromEntries(types) };
}
