import { cmp, parseDecimal } from '../shared/decimal.ts';

/** One test of a cell on the input's value; a missing value passes only `-`. */
export type CellTest = (value: unknown) => boolean;

const COMPARISON = /^(<=|>=|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;
const RANGE = /^([[(])\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([\])])$/;

/**
 * Reads a cell: `-` any, `<= 100000`, `(100000..500000]`, or values separated by commas (DMN 1.5 §7.3.5 unary tests).
 * Undefined when it cannot be read.
 */
export function cellTest(cell: string, numeric: boolean): CellTest | undefined {
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
