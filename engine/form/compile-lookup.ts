import { cellType } from '../../fields/reference/kind.ts';
import type { Field, Lookup } from '../../schemas/generated/process.ts';
import { describeType, type ExprType, fits, TEXT } from '../expression/type.ts';
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
  const expected = kindOf(field).exprType(field, compiler.environment);
  const actual = cellType(cell);
  if (!fits(actual, expected)) {
    report(compiler, 'lookup-type', [...path, 'column'], {
      expected: describeType(expected),
      actual: describeType(actual),
    });
  }
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
  const formulas = Object.entries(key).flatMap(([name, source]) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (!column) report(compiler, 'unknown-ledger-column', [...path, name], { ledger, name });
    const compiled = column && formula(compiler, source, place, [...path, name], cellType(column));
    return compiled ? [[name, compiled] as const] : [];
  });
  return formulas.length === Object.keys(key).length ? Object.fromEntries(formulas) : undefined;
}
