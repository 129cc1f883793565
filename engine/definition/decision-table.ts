import type { DecisionTableDocument } from '../../schemas/generated/table.ts';
import { cmp, parseDecimal } from '../shared/decimal.ts';
import { own } from '../shared/own.ts';
import { fail, ok, type Result } from '../shared/result.ts';

/** One test of a cell on the input's value; a missing value passes only `-`. */
type CellTest = (value: unknown) => boolean;

export type DecisionTable = {
  readonly id: string;
  readonly document: DecisionTableDocument;
  /**
   * Reads the table top to bottom.
   *
   * @param input column id to value: decimal text or number for numeric columns, text for the rest.
   * @returns the outputs and the index of the rule that hit; undefined when no rule does.
   */
  decide(
    input: Readonly<Record<string, unknown>>,
  ): { readonly rule: number; readonly outputs: Readonly<Record<string, string>> } | undefined;
};

export type TableFinding = {
  readonly code: 'bad-cell' | 'unknown-column' | 'missing-output';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
};

const COMPARISON = /^(<=|>=|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;
const RANGE = /^([[(])\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([\])])$/;
const NUMERIC = new Set(['integer', 'decimal', 'money', 'percent']);

/** Compiles the cells: `-` any, `<= 100000`, `(100000..500000]`, or values separated by commas (DMN 1.5 §7.3.5 unary tests). */
export function compileDecisionTable(document: DecisionTableDocument): Result<DecisionTable, readonly TableFinding[]> {
  const findings: TableFinding[] = [];
  const rules = document.rules.map((rule, index) => {
    const tests = Object.entries(rule.when).map(([column, cell]) => {
      const path = ['rules', index, 'when', column];
      const input = own(document.inputs, column);
      if (input === undefined) findings.push({ code: 'unknown-column', path, params: { column } });
      const test = cellTest(cell, NUMERIC.has(input?.type ?? ''));
      if (test === undefined) findings.push({ code: 'bad-cell', path, params: { cell } });
      return { column, test: test ?? (() => false) };
    });
    for (const output of Object.keys(document.outputs)) {
      if (own(rule.then, output) === undefined) {
        findings.push({ code: 'missing-output', path: ['rules', index, 'then'], params: { column: output } });
      }
    }
    return { tests, outputs: rule.then };
  });
  if (findings.length > 0) return fail(findings);
  return ok({
    id: document.id,
    document,
    decide(input) {
      const index = rules.findIndex((rule) => rule.tests.every(({ column, test }) => test(input[column])));
      const rule = rules[index];
      return rule === undefined ? undefined : { rule: index, outputs: rule.outputs };
    },
  });
}

function cellTest(cell: string, numeric: boolean): CellTest | undefined {
  const text = cell.trim();
  if (text === '-') return () => true;
  const [, operator, operand] = COMPARISON.exec(text) ?? [];
  if (operator !== undefined && operand !== undefined) return numeric ? comparison(operator, operand) : undefined;
  const [, open, low, high, close] = RANGE.exec(text) ?? [];
  if (low !== undefined && high !== undefined) {
    if (!numeric) return undefined;
    const above = comparison(open === '[' ? '>=' : '>', low);
    const below = comparison(close === ']' ? '<=' : '<', high);
    return (value) => above(value) && below(value);
  }
  const values = text.split(',').map((each) => each.trim());
  if (values.some((each) => each === '')) return undefined;
  if (!numeric) return (value) => values.includes(String(value));
  return values.every((each) => /^-?\d+(\.\d+)?$/.test(each))
    ? (value) => values.some((each) => comparison('=', each)(value))
    : undefined;
}

function comparison(operator: string, operand: string): CellTest {
  const limit = parseDecimal(operand);
  return (value) => {
    const number = typeof value === 'string' || typeof value === 'number' ? parseDecimal(String(value)) : undefined;
    if (number === undefined || limit === undefined) return false;
    const order = cmp(number, limit);
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    if (operator === '>') return order > 0;
    if (operator === '>=') return order >= 0;
    return order === 0;
  };
}
