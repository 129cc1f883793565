import { cellType } from '../../fields/reference/kind.ts';
import type { LedgerSum } from '../../schemas/generated/ledger.ts';
import type { Column } from '../../schemas/generated/process.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { compileExpression, type Expression } from '../expression/expression.ts';
import { describeType, type ExprType, FLAG, isCivil, isTextual, type Scope } from '../expression/type.ts';
import type { DocumentPath, FormFinding } from '../form/finding.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { type AmountKind, unitsOf } from './amount.ts';
import { classOf } from './number-class.ts';
import { COUNT, groupOf, type Sum } from './sum.ts';

type Columns = Readonly<Record<string, Column>>;
/** Where rows come from, under its name in sums. */
export type SumSource = { readonly id: string; readonly columns: Columns };

/**
 * How a sum is kept; the same one kept otherwise is another.
 * - dated: for every day, with the rows behind it; else only as it is now
 * - classed: the key whose numbers are kept by class, see `classOf`
 */
type SumOptions = {
  readonly dated?: boolean;
  readonly classed?: string;
  /** Makes the id of what decides what is added; pages, which store nothing, do without. */
  readonly digest?: (content: string) => string;
};

const unchanged = (content: string): string => content;

/** Changes when the same document comes to other contributions. */
const FORMAT = 1;

/**
 * Compiles a sum: what it says of a row may look at the cells of that row only, so that what a row adds never changes
 * while the row does not.
 *
 * @returns the sum, or every finding that can be told apart, with paths inside the sum: `['by', 'unit']`.
 */
export function compileSum(
  source: SumSource,
  document: LedgerSum,
  { dated = false, classed, digest = unchanged }: SumOptions = {},
): Result<Sum, readonly FormFinding[]> {
  const findings: FormFinding[] = [];
  const scope = rowScope(source.columns);
  const compiled = (text: string, path: DocumentPath, expected?: ExprType) =>
    read(text, scope, path, findings, expected);
  const where = document.where === undefined ? undefined : compiled(document.where, ['where'], FLAG);
  const keys = Object.entries(document.by).flatMap(([name, text]) => {
    const expression = compiled(text, ['by', name]);
    if (expression && !isKey(expression.type)) wrongType(findings, 'sum-key-type', ['by', name], expression.type);
    return expression ? [{ name, expression }] : [];
  });
  const measures = Object.entries(document.sum ?? {}).flatMap(([name, text]) => {
    const path = ['sum', name];
    if (name === COUNT) findings.push({ code: 'reserved-name', path, params: { name } });
    const expression = compiled(text, path);
    const kind = expression && amountKind(expression.type);
    if (expression && !kind) wrongType(findings, 'sum-amount-type', path, expression.type);
    return expression && kind ? [{ name, expression, kind }] : [];
  });
  if (findings.length > 0) return fail(findings);
  return ok({
    id: digest(contentOf(source, document, measures, [dated, classed ?? null])),
    source: source.id,
    dated,
    keys: keys.map(({ name, expression }) => ({ name, type: expression.type })),
    measures: measures.map(({ name, kind }) => ({ name, kind })),
    contribution: (row) => {
      const values = { row };
      if (where && where.evaluate(values) !== true) return undefined;
      return {
        group: groupOf(keys.map(({ name, expression }) => keyIn(expression.evaluate(values), name === classed))),
        amounts: measures.map(({ expression, kind }) => unitsOf(expression.evaluate(values), kind)),
      };
    },
  });
}

/** A row of a source as expressions see it; a reference is the id of its row. */
const rowScope = (columns: Columns): Scope => ({ row: { kind: 'record', fields: cellTypes(columns) } });

export const cellTypes = (columns: Columns): Readonly<Record<string, ExprType>> =>
  Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, cellType(column)] as const));

/** Compiles one expression and gathers what is wrong with it. */
export function read(
  text: string,
  scope: Scope,
  path: DocumentPath,
  findings: FormFinding[],
  expected?: ExprType,
): Expression | undefined {
  const compiled = compileExpression(text, scope, expected);
  if (compiled.ok) return compiled.value;
  findings.push(...compiled.error.map((issue) => ({ ...issue, path })));
  return undefined;
}

const wrongType = (findings: FormFinding[], code: FormFinding['code'], path: DocumentPath, type: ExprType) =>
  findings.push({ code, path, params: { actual: describeType(type) } });

/** Rows are grouped by what is the same in many of them: never by an amount. */
const isKey = (type: ExprType): boolean =>
  isTextual(type) || isCivil(type) || type.kind === 'integer' || type.kind === 'flag';

function amountKind({ kind }: ExprType): AmountKind | undefined {
  if (kind === 'decimal') return 'decimal';
  return kind === 'integer' || kind === 'flag' ? 'integer' : undefined;
}

const keyIn = (value: unknown, isClassed: boolean): unknown =>
  isClassed && typeof value === 'number' ? classOf(value) : value;

/** The order of the keys and measures is part of how groups are stored. */
function contentOf(
  { id, columns }: SumSource,
  { where, by, sum }: LedgerSum,
  measures: Sum['measures'],
  options: readonly unknown[],
): string {
  const kinds = measures.map(({ name, kind }) => [name, kind]);
  const texts = [where ?? null, Object.entries(by), Object.entries(sum ?? {})];
  const named = JSON.stringify(texts);
  const types = Object.entries(cellTypes(columns)).filter(([name]) => named.includes(name));
  return canonicalJson([FORMAT, options, id, ...texts, kinds, Object.fromEntries(types)]);
}
