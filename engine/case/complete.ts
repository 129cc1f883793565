import type { ApproveStep } from '../definition/definition.ts';
import { askOthers } from './ask-others.ts';
import { goOn } from './go-on.ts';
import { isPending } from './move-seat.ts';
import type { Recorder } from './recorder.ts';
import { recordRejection } from './rejection.ts';
import { recordFirstReturn } from './return-case.ts';
import type { StepState } from './state.ts';
import { verdictOf } from './votes.ts';

/**
 * Closes the round of an approve step as soon as its votes decide it, one way or the other, and tells the seats that
 * were not needed any more; otherwise lets those go on who waited.
 */
export function completeIfDecided(step: ApproveStep, recorder: Recorder): void {
  const state = recorder.state.steps[step.id];
  if (recorder.state.status !== 'open' || state?.status !== 'open') return;
  const verdict = verdictOf(step, state.seats);
  switch (verdict.kind) {
    case 'pass':
      complete(step, state, recorder);
      break;
    case 'fail':
      recordRejection(step, { why: verdict.why }, recorder);
      break;
    case 'nobody':
      askOthers(step, state, recorder);
      goOn(step, recorder);
      break;
    case 'return':
      recordFirstReturn(step, state.seats, recorder);
      break;
    default:
      proceed(step, recorder);
  }
}

function proceed(step: ApproveStep, recorder: Recorder): void {
  const before = recorder.events.length;
  goOn(step, recorder);
  if (recorder.events.length > before) completeIfDecided(step, recorder);
}

function complete(step: ApproveStep, { round, seats }: StepState, recorder: Recorder): void {
  const why = typeof step.mode === 'string' ? step.mode : 'votes';
  const cancelled = seats.filter(isPending).map(({ id }) => id);
  recorder.record('StepCompleted', { step: step.id, round, why, cancelled });
}
