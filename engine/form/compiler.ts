import type { Form } from '../../schemas/generated/process.ts';
import { compileExpression } from '../expression/expression.ts';
import type { ExprType, Scope } from '../expression/type.ts';
import { FLAG } from '../expression/type.ts';
import type { FormEnvironment } from './facts.ts';
import type { DocumentPath, FormFinding, FormFindingCode } from './finding.ts';
import { bindFormula } from './formula.ts';
import type { Condition, Formula } from './model.ts';

/** What compiling the forms of one definition shares and gathers. */
export type Compiler = {
  readonly forms: Readonly<Record<string, Form>>;
  readonly environment: FormEnvironment;
  readonly scope: Scope;
  readonly findings: FormFinding[];
};

/**
 * Where an expression stands: its names, and the columns of its table when `row` is one of them; `items` are those of the
 * table a ledger step goes through, whose row is `item`.
 */
export type Place = { readonly scope: Scope; readonly columns?: Form['fields']; readonly items?: Form['fields'] };

export function report(
  { findings }: Compiler,
  code: FormFindingCode,
  path: DocumentPath,
  params: FormFinding['params'] = {},
): undefined {
  findings.push({ code, path, params });
}

/** Checks and binds an expression; undefined when there is none or when findings say what is wrong with it. */
export function formula(
  compiler: Compiler,
  source: string | undefined,
  place: Place,
  path: DocumentPath,
  expected?: ExprType,
): Formula | undefined {
  return source === undefined ? undefined : typedFormula(compiler, source, place, path, expected)?.formula;
}

/** The same, with the type of the result. */
export function typedFormula(
  compiler: Compiler,
  source: string,
  place: Place,
  path: DocumentPath,
  expected?: ExprType,
): { readonly formula: Formula; readonly type: ExprType } | undefined {
  const compiled = compileExpression(source, place.scope, expected);
  if (compiled.ok) {
    return { formula: bindFormula(compiled.value, formsAt(compiler, place), place.columns), type: compiled.value.type };
  }
  for (const { code, params, start, end, suggestion } of compiled.error) {
    compiler.findings.push({ code, path, params, start, end, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return undefined;
}

const formsAt = ({ forms }: Compiler, { items }: Place): Compiler['forms'] =>
  items === undefined ? forms : { ...forms, item: { title: 'item', fields: items } };

/** A refused condition counts as no; the findings keep the definition from being used. */
export function condition(
  compiler: Compiler,
  source: boolean | string | undefined,
  place: Place,
  path: DocumentPath,
): Condition {
  if (typeof source === 'boolean' || source === undefined) return source ?? false;
  return formula(compiler, source, place, path, FLAG) ?? false;
}
