import type { LedgerStep } from '../definition/definition.ts';
import type { Row } from '../form/value.ts';
import { type Context, namedRow } from './context.ts';
import type { Recorder } from './recorder.ts';
import { rowOfItem } from './row-of-item.ts';

/**
 * The id of the row a step writes; undefined while a part of its key is missing. In a ledger with a row a case, each row
 * of a table has one of its own, which it finds again.
 *
 * @param context where `item` is that row of the table.
 */
export function writtenRow(
  step: LedgerStep,
  context: Context,
  { facts, state }: Pick<Recorder, 'facts' | 'state'>,
  item?: Row,
): string | undefined {
  if (step.key !== undefined) return namedRow(step, context);
  const ofCase = facts.ledgers[step.ledger]?.key === 'case';
  if (item !== undefined) return ofCase ? rowOfItem(facts.case.id, item) : namedRow(step, context);
  if (step.write === 'update') return state.rows[step.ledger];
  return ofCase ? facts.case.id : namedRow(step, context);
}
