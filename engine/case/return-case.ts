import type { AskingStep, Definition } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import type { Recorder } from './recorder.ts';
import { rewound } from './rewind.ts';
import { openSeats } from './seat.ts';
import type { CaseState, Seat } from './state.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/** A return that is going to happen: whose it is, and where to. */
export type Return = { readonly step: AskingStep; readonly seat: Seat; readonly to: StepId; readonly opinion: string };

/**
 * Sends the case back (rule 1 of the workflow semantics). Everything from the step returned to on begins anew, or, on a
 * way straight back, that step, the one that returns and whatever is open beside it. What was written to ledgers by
 * what begins anew is undone, cases it started are stopped by their rule. Values stay.
 */
export function recordReturn({ step, seat, to, opinion }: Return, recorder: Recorder): void {
  const { definition, state } = recorder;
  const straight = step.returnThen === 'straightBack';
  const region = rewound(definition, to, step.id);
  const reset = straight ? region.filter((id) => id === to || isAsked(id, definition, state)) : region;
  undoWrites(recorder, reset);
  stopChildren(recorder, reset);
  const cancelled = openSeats(state, reset).filter((id) => id !== seat.id);
  const { round } = state.steps[step.id] ?? { round: 1 };
  const then = straight ? 'straightBack' : undefined;
  recorder.record('StepReturned', {
    step: step.id,
    round,
    seat: seat.id,
    to,
    opinion,
    reset,
    cancelled,
    ...(then && { then }),
  });
}

const isAsked = (id: StepId, { steps }: Definition, state: CaseState): boolean =>
  state.steps[id]?.status === 'open' && steps.get(id)?.kind !== 'start';

/** When everybody has decided, the return of whoever asked for one first takes place. */
export function recordFirstReturn(step: AskingStep, seats: readonly Seat[], recorder: Recorder): void {
  const asked = seats.filter(({ status }) => status === 'returned');
  const first = asked.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))[0];
  if (first?.to === undefined) return;
  recordReturn({ step, seat: first, to: first.to, opinion: first.opinion ?? '' }, recorder);
}
