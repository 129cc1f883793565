import { cellType } from '../../fields/reference/kind.ts';
import type { Field, Lookup } from '../../schemas/generated/process.ts';
import { DECIMAL, describeType, type ExprType, fits, INTEGER, TEXT } from '../expression/type.ts';
import { own } from '../shared/own.ts';
import { compileSum } from '../sums/compile-sum.ts';
import { COUNT, type Sum } from '../sums/sum.ts';
import { type Compiler, formula, type Place, report, typedFormula } from './compiler.ts';
import type { FormEnvironment } from './facts.ts';
import type { DocumentPath } from './finding.ts';
import { kindOf } from './kinds/kinds.ts';
import type { Formula, LookupRule } from './model.ts';

type Columns = FormEnvironment['ledgers'][string]['columns'];

/** Compiles which ledger cell a field shows; undefined when it shows none or when findings say what is wrong. */
export function compileLookup(
  compiler: Compiler,
  field: Field,
  place: Place,
  path: DocumentPath,
): LookupRule | undefined {
  const lookup = 'lookup' in field ? field.lookup : undefined;
  if (!lookup) return undefined;
  const { ledger, column } = lookup;
  const { ledgers } = compiler.environment;
  const columns = Object.hasOwn(ledgers, ledger) ? ledgers[ledger]?.columns : undefined;
  if (!columns) return report(compiler, 'unknown-ledger', [...path, 'ledger'], { ledger });
  if (lookup.sums !== undefined) return sumLookup(compiler, field, { ...lookup, sums: lookup.sums }, place, path);
  checkCell(compiler, field, lookup, columns, path);
  const key =
    typeof lookup.key === 'string'
      ? rowIdKey(compiler, lookup.key, place, [...path, 'key'])
      : columnsKey(compiler, { ...lookup, key: lookup.key }, columns, place, [...path, 'key']);
  return key && { ledger, column, key };
}

function checkCell(
  compiler: Compiler,
  field: Field,
  { ledger, column }: Lookup,
  columns: Columns,
  path: DocumentPath,
): void {
  const cell = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (!cell) {
    report(compiler, 'unknown-ledger-column', [...path, 'column'], { ledger, name: column });
    return;
  }
  checkFits(compiler, field, cellType(cell), path);
}

function checkFits(compiler: Compiler, field: Field, actual: ExprType, path: DocumentPath): void {
  const expected = kindOf(field).exprType(field, compiler.environment);
  if (fits(actual, expected)) return;
  report(compiler, 'lookup-type', [...path, 'column'], {
    expected: describeType(expected),
    actual: describeType(actual),
  });
}

type SumLookup = Lookup & { readonly sums: string };

/** Which group of a sum a field shows: every key of the sum has its expression. */
function sumLookup(
  compiler: Compiler,
  field: Field,
  { ledger, sums, key, column }: SumLookup,
  place: Place,
  path: DocumentPath,
): LookupRule | undefined {
  const known = own(compiler.environment.ledgers, ledger);
  const source = own(known?.sums ?? {}, sums);
  if (!known || !source) return report(compiler, 'unknown-sum', [...path, 'sums'], { ledger, name: sums });
  const compiled = compileSum({ id: ledger, columns: known.columns }, source);
  if (!compiled.ok) return undefined;
  const sum = compiled.value;
  const type = columnType(sum, column);
  if (type) checkFits(compiler, field, type, path);
  else report(compiler, 'unknown-ledger-column', [...path, 'column'], { ledger: `${ledger}.${sums}`, name: column });
  if (typeof key === 'string') return report(compiler, 'lookup-key', [...path, 'key'], { actual: key });
  const formulas = groupKey(compiler, sum, key, place, [...path, 'key']);
  return formulas && { ledger, sums, column, key: formulas };
}

function columnType({ measures }: Sum, column: string): ExprType | undefined {
  if (column === COUNT) return INTEGER;
  const kind = measures.find(({ name }) => name === column)?.kind;
  return kind && (kind === 'decimal' ? DECIMAL : INTEGER);
}

function groupKey(
  compiler: Compiler,
  { keys }: Sum,
  sources: Readonly<Record<string, string>>,
  place: Place,
  path: DocumentPath,
): Readonly<Record<string, Formula>> | undefined {
  for (const name of Object.keys(sources))
    if (keys.every((key) => key.name !== name)) report(compiler, 'sum-key-unknown', [...path, name], { name });
  const formulas = keys.flatMap(({ name, type }) => {
    const source = own(sources, name);
    if (source === undefined) report(compiler, 'sum-key-missing', path, { name });
    const compiled = source === undefined ? undefined : keyFormula(compiler, source, place, [...path, name], type);
    return compiled ? [[name, compiled] as const] : [];
  });
  return formulas.length === keys.length ? Object.fromEntries(formulas) : undefined;
}

/** A reference stands for its row, in whose place a sum has the id. */
function keyFormula(compiler: Compiler, source: string, place: Place, path: DocumentPath, type: ExprType) {
  const typed = typedFormula(compiler, source, place, path, type.kind === 'text' ? undefined : type);
  if (!typed || type.kind !== 'text' || isRowId(typed.type)) return typed?.formula;
  return report(compiler, 'lookup-key', path, { actual: describeType(typed.type) });
}

const isRowId = (type: ExprType): boolean => (type.kind === 'record' ? 'id' in type.fields : fits(type, TEXT));

/** A row id, or a reference, which stands for its row. */
function rowIdKey(compiler: Compiler, source: string, place: Place, path: DocumentPath): Formula | undefined {
  const typed = typedFormula(compiler, source, place, path);
  if (!typed || isRowId(typed.type)) return typed?.formula;
  return report(compiler, 'lookup-key', path, { actual: describeType(typed.type) });
}

function columnsKey(
  compiler: Compiler,
  { ledger, key }: { readonly ledger: string; readonly key: Readonly<Record<string, string>> },
  columns: Columns,
  place: Place,
  path: DocumentPath,
): Readonly<Record<string, Formula>> | undefined {
  const { key: needed = 'case' } = own(compiler.environment.ledgers, ledger) ?? {};
  for (const name of needed === 'case' ? [] : needed)
    if (own(key, name) === undefined) report(compiler, 'missing-key', path, { name });
  const formulas = Object.entries(key).flatMap(([name, source]) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column) report(compiler, 'unknown-ledger-column', [...path, name], { ledger, name });
    const compiled = column && formula(compiler, source, place, [...path, name], cellType(column));
    return compiled ? [[name, compiled] as const] : [];
  });
  return formulas.length === Object.keys(key).length ? Object.fromEntries(formulas) : undefined;
}
