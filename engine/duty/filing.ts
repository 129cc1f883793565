import type { Entry } from '../case/evolve.ts';
import type { CaseState } from '../case/state.ts';
import { type Definition, firstStep } from '../definition/definition.ts';

/**
 * What an entry means for the recurring duty that its case answers: it was handed in, or the case ended as withdrawn or
 * void, so that it cannot be any more. A case that was rejected had been handed in and stays so.
 *
 * @param after the state after the entry.
 */
export function dutyChange(definition: Definition, after: CaseState, { events }: Entry): 'filed' | 'ended' | undefined {
  if (after.duty === undefined) return undefined;
  if (after.endedAt !== undefined && (after.status === 'withdrawn' || after.status === 'cancelled')) {
    return events.some(({ type }) => type === 'CaseWithdrawn' || type === 'CaseCancelled') ? 'ended' : undefined;
  }
  const first = firstStep(definition).id;
  return events.some((event) => event.type === 'StepSubmitted' && event.data.step === first) ? 'filed' : undefined;
}
