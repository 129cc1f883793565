import type { OutputColumn } from '../../schemas/generated/table.ts';
import { parseDuration } from '../calendar/index.ts';
import { add, cmp, type Decimal, decimalOf, parseDecimal, toPlain } from '../shared/decimal.ts';

/** What a table answers in one column: decimals are text, whole numbers are numbers, yes and no are flags. */
export type OutputValue = string | number | boolean;
export type Outputs = Readonly<Record<string, OutputValue | readonly OutputValue[]>>;

const DECIMALS: ReadonlySet<string> = new Set(['decimal', 'money', 'percent']);
export const isNumericOutput = ({ type }: OutputColumn): boolean => type === 'integer' || DECIMALS.has(type);

/** The value a cell stands for; undefined when it is none of its column. */
export function outputValue({ type, values }: OutputColumn, cell: string | number | boolean): OutputValue | undefined {
  const text = String(cell);
  if (values !== undefined && !values.map(String).includes(text)) return undefined;
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (DECIMALS.has(type)) {
    const number = parseDecimal(text);
    return number && toPlain(number);
  }
  if (type === 'flag') return text === 'true' || text === 'false' ? text === 'true' : undefined;
  if (type === 'duration') return parseDuration(text).ok ? text : undefined;
  return text === '' ? undefined : text;
}

/** Several answers of one column made one; undefined when there is nothing to choose from. */
export function aggregated(
  column: OutputColumn,
  values: readonly OutputValue[],
  how: 'sum' | 'min' | 'max' | 'count' | 'list',
): OutputValue | readonly OutputValue[] | undefined {
  if (how === 'list') return values;
  if (how === 'count') return values.length;
  const numbers = values.flatMap((value) => parseDecimal(String(value)) ?? []);
  const result = how === 'sum' ? numbers.reduce(add, decimalOf(0)) : extreme(numbers, how);
  return result && outputValue({ type: column.type, title: column.title }, toPlain(result));
}

function extreme(numbers: readonly Decimal[], how: 'min' | 'max'): Decimal | undefined {
  const sorted = numbers.toSorted(cmp);
  return how === 'min' ? sorted[0] : sorted.at(-1);
}
