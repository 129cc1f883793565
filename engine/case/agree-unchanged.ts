import type { ApproveStep, Definition } from '../definition/definition.ts';
import { asks } from '../definition/definition.ts';
import { digestOf } from './digest.ts';
import type { Recorder } from './recorder.ts';
import type { Agreement, CaseState, Seat } from './state.ts';

/**
 * Agrees for people who have agreed to exactly this content before, so that nobody is asked again for what has not
 * changed (rule 8 of the workflow semantics). It needs all of:
 * - the step allows it, wants no opinion, and is not one that a return, a withdrawal or changed content led back to;
 * - nobody added the seat;
 * - the earlier step was bound to at least every field this one is bound to, and has the same digest now;
 * - this step asks for nothing more: it is the same step, or it has no form of its own.
 */
export function agreeUnchanged(step: ApproveStep, recorder: Recorder): void {
  if (step.repeat !== 'skip-unchanged' || step.opinionRequired || isAskedAgain(step, recorder.state)) return;
  const state = recorder.state.steps[step.id];
  for (const seat of state?.seats ?? []) {
    if (seat.status !== 'open' || seat.from !== undefined) continue;
    const like = sameAgreement(step, seat, recorder);
    if (like === undefined || state === undefined) continue;
    recorder.record('SeatAgreed', {
      step: step.id,
      round: state.round,
      seat: seat.id,
      changed: {},
      digest: digestOf(step.rights, recorder.state.values),
      like: { step: like.step, round: like.round, seat: like.seat },
    });
  }
}

/** A step that was gone back to, also while a further return is under way. */
const isAskedAgain = ({ id }: ApproveStep, { reopened, straightBack = {} }: CaseState): boolean =>
  reopened.includes(id) || Object.values(straightBack).some(({ to }) => to === id);

function sameAgreement(step: ApproveStep, seat: Seat, { definition, state }: Recorder): Agreement | undefined {
  return state.agreements.find((agreement) => {
    if (agreement.person !== seat.person || !covers(definition, agreement, step)) return false;
    const shown = definition.steps.get(agreement.step);
    return asks(shown) && digestOf(shown.rights, state.values) === agreement.digest;
  });
}

function covers(definition: Definition, agreement: Agreement, step: ApproveStep): boolean {
  if (agreement.step === step.id) return true;
  const earlier = definition.steps.get(agreement.step);
  if (!asks(earlier) || step.form !== undefined) return false;
  return [...step.rights.bound].every((path) => earlier.rights.bound.has(path));
}
