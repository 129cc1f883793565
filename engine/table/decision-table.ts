import type { DecisionTableDocument, OutputColumn } from '../../schemas/generated/table.ts';
import { own } from '../shared/own.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { type CellTest, cellTest } from './cells.ts';
import { aggregated, type Outputs, type OutputValue, outputValue } from './outputs.ts';

/** What a table says, and the rules that said it, counted from 0; none when it is the default. */
export type Decided = { readonly rules: readonly number[]; readonly outputs: Outputs };

export type DecisionTable = {
  readonly id: string;
  readonly document: DecisionTableDocument;
  /**
   * Asks the table. With `unique`, `any` and `first` the first rule that fits answers, with `priority` the one whose
   * outputs stand first among their `values`; `ruleOrder` lists the answers of all, `collect` makes one of them.
   *
   * @param input column id to value: decimal text or number for numeric columns, text for the rest, flags as they are.
   * @returns undefined when no rule fits and there is no default.
   */
  decide(input: Readonly<Record<string, unknown>>): Decided | undefined;
};

export type TableFinding = {
  readonly code: 'bad-cell' | 'unknown-column' | 'missing-output';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
};

type Cells = DecisionTableDocument['rules'][number]['then'];
type Rule = {
  readonly tests: readonly { readonly column: string; readonly test: CellTest }[];
  readonly outputs: Readonly<Record<string, OutputValue>>;
};

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent']);

/** Compiles the cells of a table and what its rules answer. */
export function compileDecisionTable(document: DecisionTableDocument): Result<DecisionTable, readonly TableFinding[]> {
  const findings: TableFinding[] = [];
  const rules = document.rules.map((rule, index): Rule => {
    const tests = Object.entries(rule.when).map(([column, cell]) => {
      const path = ['rules', index, 'when', column];
      const input = own(document.inputs, column);
      if (input === undefined) findings.push({ code: 'unknown-column', path, params: { column } });
      const test = cellTest(String(cell), NUMERIC.has(input?.type ?? ''));
      if (test === undefined) findings.push({ code: 'bad-cell', path, params: { cell: String(cell) } });
      return { column, test: test ?? (() => false) };
    });
    return { tests, outputs: outputsOf(document, rule.then, ['rules', index, 'then'], findings) };
  });
  const otherwise =
    document.default === undefined ? undefined : outputsOf(document, document.default, ['default'], findings);
  if (findings.length > 0) return fail(findings);
  return ok({ id: document.id, document, decide: (input) => decide(document, rules, otherwise, input) });
}

function outputsOf(
  { outputs }: DecisionTableDocument,
  cells: Cells,
  path: TableFinding['path'],
  findings: TableFinding[],
): Rule['outputs'] {
  const found = Object.entries(outputs).flatMap(([column, declared]): readonly (readonly [string, OutputValue])[] => {
    const cell = own(cells, column);
    if (cell === undefined) findings.push({ code: 'missing-output', path, params: { column } });
    if (cell === undefined) return [];
    const value = outputValue(declared, cell);
    if (value === undefined)
      findings.push({ code: 'bad-cell', path: [...path, column], params: { cell: String(cell) } });
    return value === undefined ? [] : [[column, value]];
  });
  return Object.fromEntries(found);
}

function decide(
  document: DecisionTableDocument,
  rules: readonly Rule[],
  otherwise: Rule['outputs'] | undefined,
  input: Readonly<Record<string, unknown>>,
): Decided | undefined {
  const fitting = rules.flatMap(({ tests }, index) =>
    tests.every(({ column, test }) => test(input[column])) ? [index] : [],
  );
  if (fitting.length === 0 && otherwise !== undefined) return { rules: [], outputs: otherwise };
  if (document.hit === 'ruleOrder' || document.hit === 'collect') return together(document, rules, fitting);
  const [rule] = document.hit === 'priority' ? byPriority(document, rules, fitting) : fitting;
  const outputs = rule === undefined ? undefined : rules[rule]?.outputs;
  return rule === undefined || outputs === undefined ? undefined : { rules: [rule], outputs };
}

function together(
  { hit, aggregate = 'list', outputs }: DecisionTableDocument,
  rules: readonly Rule[],
  fitting: readonly number[],
): Decided | undefined {
  const how = hit === 'ruleOrder' ? 'list' : aggregate;
  const found = Object.entries(outputs).flatMap(([column, declared]) => {
    const values = fitting.flatMap((index) => rules[index]?.outputs[column] ?? []);
    const value = aggregated(declared, values, how);
    return value === undefined ? [] : [[column, value] as const];
  });
  return found.length === 0 ? undefined : { rules: fitting, outputs: Object.fromEntries(found) };
}

/** Whose outputs stand earlier among their values, column by column; rules alike stay in their order. */
function byPriority(
  { outputs }: DecisionTableDocument,
  rules: readonly Rule[],
  fitting: readonly number[],
): readonly number[] {
  const ranked = Object.entries(outputs).filter(([, { values }]) => values !== undefined);
  const rank = (rule: number) => ranked.map(([column, declared]) => place(declared, rules[rule]?.outputs[column]));
  return fitting.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((each, index) => each !== right[index]);
    return (left[at] ?? 0) - (right[at] ?? 0);
  });
}

const place = ({ values = [] }: OutputColumn, value: OutputValue | undefined): number =>
  values.map(String).indexOf(String(value));
