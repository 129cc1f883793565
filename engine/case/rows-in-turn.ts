import type { LedgerStep, StartStep } from '../definition/definition.ts';
import { type Row, rowsOf, valueAt } from '../form/value.ts';
import { type Context, isTrue, withRoot } from './context.ts';

/** The rows of its table that a step goes through, as they are now; none when it goes through no table. */
export function rowsInTurn(step: LedgerStep | StartStep, context: Context): readonly Row[] {
  const { each, where } = step;
  if (each === undefined) return [];
  const rows = rowsOf(valueAt(context.values, each));
  if (where === undefined) return rows;
  if (step.kind === 'start') return rows.filter((row) => isTrue(where, context, row));
  return rows.filter((item) => isTrue(where, withRoot(context, 'item', item)));
}
