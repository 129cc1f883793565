import { type AskingStep, asks } from '../definition/definition.ts';
import { requireAdministrator } from './administrator.ts';
import type { CommandOf } from './command.ts';
import { isPending, moveSeat } from './move-seat.ts';
import { newcomer } from './newcomer.ts';
import type { Reason } from './reason.ts';
import { type Recorder, refuse } from './recorder.ts';
import { requiredOpinion } from './seat.ts';
import type { Seat } from './state.ts';

type Reassign = CommandOf<'reassign'>;

/** An administrator gives a seat to somebody else, who is bound by the same rules; whoever reads the case sees it. */
export function reassign(command: Reassign, recorder: Recorder): void {
  requireAdministrator(command.do, recorder);
  const { step, seat } = pendingSeat(command, recorder);
  const opinion = requiredOpinion(command.opinion);
  const person = newcomer(command.to, step, recorder, 'transfer-not-allowed');
  const { by } = recorder.facts;
  const reason: Reason = command.leaver
    ? { rule: 'leaver', params: { person: seat.person, by }, because: [seat.reason] }
    : { rule: 'reassigned', params: { from: seat.person, by }, because: [seat.reason] };
  moveSeat(step.id, seat, { person, reason }, opinion, recorder);
}

function pendingSeat(command: Reassign, { definition, state }: Recorder): { step: AskingStep; seat: Seat } {
  const step = definition.steps.get(command.step);
  const present = state.steps[command.step];
  const seat = present?.status === 'open' ? present.seats.find(({ id }) => id === command.seat) : undefined;
  if (!asks(step) || seat === undefined || !isPending(seat)) return refuse({ code: 'step-moved', step: command.step });
  return { step, seat };
}
