import type { Decide, Field } from '../../schemas/generated/process.ts';
import type { DecisionTableDocument, InputColumn, OutputColumn } from '../../schemas/generated/table.ts';
import { DECIMAL, describeType, type ExprType, FLAG, fits, INTEGER, TEXT } from '../expression/type.ts';
import { own } from '../shared/own.ts';
import { compileDecisionTable, type DecisionTable } from '../table/decision-table.ts';
import { isNumericOutput } from '../table/outputs.ts';
import { type Compiler, formula, type Place, report } from './compiler.ts';
import type { DocumentPath } from './finding.ts';
import { isInline } from './kinds/option.ts';
import type { Formula } from './model.ts';

/** Compiles what a field asks a decision table; its value then follows from the inputs as that of an expression. */
export function compileDecide(
  compiler: Compiler,
  field: Field,
  place: Place,
  path: DocumentPath,
  result: ExprType,
): Formula | undefined {
  const decide = 'decide' in field ? field.decide : undefined;
  if (decide === undefined) return undefined;
  const document = own(compiler.environment.tables ?? {}, decide.table);
  if (document === undefined) return report(compiler, 'unknown-table', [...path, 'table'], { name: decide.table });
  const output = own(document.outputs, decide.output);
  if (output === undefined) report(compiler, 'unknown-column', [...path, 'output'], { name: decide.output });
  else checkAnswers(compiler, field, document, decide.output, result, [...path, 'output']);
  const inputs = inputFormulas(compiler, decide, document, place, [...path, 'input']);
  const table = compileDecisionTable(document);
  return table.ok ? asking(table.value, decide.output, inputs) : undefined;
}

type Inputs = readonly (readonly [column: string, formula: Formula])[];

function inputFormulas(
  compiler: Compiler,
  { input }: Decide,
  document: DecisionTableDocument,
  place: Place,
  path: DocumentPath,
): Inputs {
  for (const name of Object.keys(input))
    if (own(document.inputs, name) === undefined) report(compiler, 'unknown-column', [...path, name], { name });
  return Object.entries(document.inputs).flatMap(([name, column]): Inputs => {
    const source = own(input, name);
    if (source === undefined) report(compiler, 'missing-input', path, { name });
    const compiled = formula(compiler, source, place, [...path, name], inputType(column));
    return compiled === undefined ? [] : [[name, compiled]];
  });
}

function asking(table: DecisionTable, output: string, inputs: Inputs): Formula {
  return {
    reads: inputs.flatMap(([, { reads }]) => reads),
    readsRow: inputs.some(([, { readsRow }]) => readsRow),
    run: (values, facts, row) => {
      const given = inputs.map(([column, { run }]) => [column, run(values, facts, row)] as const);
      return table.decide(Object.fromEntries(given))?.outputs[output] ?? null;
    },
  };
}

const inputType = ({ type }: InputColumn): ExprType =>
  type === 'flag' ? FLAG : type === 'choice' ? TEXT : type === 'integer' ? INTEGER : DECIMAL;

/** What the table answers fits the field, and is one of its options. */
function checkAnswers(
  compiler: Compiler,
  field: Field,
  document: DecisionTableDocument,
  output: string,
  result: ExprType,
  path: DocumentPath,
): void {
  const actual = answerType(document, document.outputs[output]);
  if (!fits(actual, result)) {
    const params = { expected: describeType(result), actual: describeType(actual) };
    report(compiler, 'decide-type', path, params);
    return;
  }
  if ((field.type !== 'choice' && field.type !== 'choices') || !isInline(field.options)) return;
  const options = field.options.map(({ id }) => id);
  const answers = [...document.rules.map((rule) => rule.then[output]), document.default?.[output]];
  const stranger = answers.find((answer) => answer !== undefined && !options.includes(String(answer)));
  if (stranger !== undefined)
    report(compiler, 'decide-type', path, { expected: options.join(', '), actual: String(stranger) });
}

/** One answer, or several where all rules that fit are listed. */
function answerType({ hit, aggregate = 'list' }: DecisionTableDocument, column: OutputColumn | undefined): ExprType {
  const of = columnType(column);
  if (hit === 'ruleOrder' || (hit === 'collect' && aggregate === 'list')) return { kind: 'list', of };
  return hit === 'collect' && aggregate === 'count' ? INTEGER : of;
}

function columnType(column: OutputColumn | undefined): ExprType {
  if (column === undefined) return TEXT;
  if (column.type === 'integer') return INTEGER;
  if (isNumericOutput(column)) return DECIMAL;
  return column.type === 'flag' ? FLAG : column.type === 'choice' ? { kind: 'choice' } : TEXT;
}
