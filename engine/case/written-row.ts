import type { LedgerStep } from '../definition/definition.ts';
import { namedRow } from './context.ts';
import type { Recorder } from './recorder.ts';

/** The id of the row a step writes; undefined while a part of its key is missing. */
export function writtenRow(
  step: LedgerStep,
  { context, facts, state }: Pick<Recorder, 'context' | 'facts' | 'state'>,
): string | undefined {
  if (step.key !== undefined) return namedRow(step, context);
  if (step.write === 'update') return state.rows[step.ledger];
  return facts.ledgers[step.ledger]?.key === 'case' ? facts.case.id : namedRow(step, context);
}
