import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';
import { rewound } from './rewind.ts';
import { mySeat, openSeats, requiredOpinion } from './seat.ts';

/** Rejects: the case ends, whatever else is open. A return is not a rejection (rule 2 of the workflow semantics). */
export function reject(command: CommandOf<'reject'>, recorder: Recorder): void {
  const { step, state, seat } = mySeat(command.step, recorder);
  if (step.kind !== 'approve' || !step.reject) refuse({ code: 'reject-not-allowed', step: command.step });
  const opinion = requiredOpinion(command.opinion);
  const cancelled = openSeats(recorder.state).filter((id) => id !== seat.id);
  recorder.record('CaseRejected', { step: step.id, round: state.round, seat: seat.id, opinion, cancelled });
}

/**
 * Sends the case back to an earlier step. Everything from there on begins anew; values stay, so that the person sees
 * what was remarked. Open seats that are passed over are cancelled, also those of sibling branches.
 */
export function sendBack(command: CommandOf<'return'>, recorder: Recorder): void {
  const { step, state, seat } = mySeat(command.step, recorder);
  const { to } = command;
  if (!step.returnTo.includes(to) || recorder.state.steps[to]?.status !== 'done') {
    refuse({ code: 'return-not-allowed', step: step.id, to });
  }
  if (step.returnMax !== undefined && (recorder.state.returns[step.id] ?? 0) >= step.returnMax) {
    refuse({ code: 'return-limit', step: step.id, max: step.returnMax });
  }
  const opinion = requiredOpinion(command.opinion);
  const reset = rewound(recorder.definition, to, step.id);
  const cancelled = openSeats(recorder.state, reset).filter((id) => id !== seat.id);
  recorder.record('StepReturned', { step: step.id, round: state.round, seat: seat.id, to, opinion, reset, cancelled });
  advance(recorder);
}
