import type { Column } from '../../../schemas/generated/process.ts';
import { isNumeric } from '../i18n/field-text.ts';

const SHORT = 20;
/** Read at a glance only when they are not broken. */
const WHOLE: ReadonlySet<string> = new Set([
  ...['date', 'dateTime', 'time', 'week', 'month', 'quarter', 'year'],
  ...['person', 'unit', 'choice'],
]);

/** How a cell of a table stands: figures under each other, what is short on one line. */
export function cellClass(column: Column, text: string): 'number' | 'nowrap' | undefined {
  if (isNumeric(column)) return 'number';
  return WHOLE.has(column.type) || text.length <= SHORT ? 'nowrap' : undefined;
}
