import type { AskingStep } from '../definition/definition.ts';
import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { type Recorder, refuse } from './recorder.ts';
import { recordReturn } from './return-case.ts';
import { mySeat, requiredOpinion } from './seat.ts';

/**
 * Sends the case back to an earlier step that was done. Where the step returns only when everybody has decided, it is
 * counted until then.
 */
export function sendBack(command: CommandOf<'return'>, recorder: Recorder): void {
  const { step, state, seat } = mySeat(command.step, recorder);
  const { to } = command;
  checkReturn(step, command, recorder);
  const opinion = requiredOpinion(command.opinion);
  if (step.kind === 'approve' && step.returnWhen === 'afterAll') {
    recorder.record('SeatReturned', { step: step.id, round: state.round, seat: seat.id, to, opinion });
    completeIfDecided(step, recorder);
  } else {
    recordReturn({ step, seat, to, opinion }, recorder);
  }
  advance(recorder);
}

function checkReturn(step: AskingStep, { to }: CommandOf<'return'>, { state }: Recorder): void {
  if (!step.returnTo.includes(to) || state.steps[to]?.status !== 'done')
    refuse({ code: 'return-not-allowed', step: step.id, to });
  if (step.returnMax !== undefined && (state.returns[step.id] ?? 0) >= step.returnMax)
    refuse({ code: 'return-limit', step: step.id, max: step.returnMax });
}
