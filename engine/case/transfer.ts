import type { CommandOf } from './command.ts';
import { newcomer } from './newcomer.ts';
import type { Reason } from './reason.ts';
import { type Recorder, refuse } from './recorder.ts';
import { myOpenSeat, requiredOpinion } from './seat.ts';

/**
 * Moves the actor's seat to somebody else, who then has it in the same place: with the draft, for whom it stands, and
 * with a claim. Refused for whoever may not sit there (rule 7 of the workflow semantics).
 */
export function transfer(command: CommandOf<'transfer'>, recorder: Recorder): void {
  const { step, state, seat } = myOpenSeat(command.step, recorder);
  if (!step.allow.has('transfer')) refuse({ code: 'not-allowed', action: command.do, why: 'not-in-this-process' });
  const opinion = requiredOpinion(command.opinion);
  const person = newcomer(command.to, step, recorder, 'transfer-not-allowed');
  const reason: Reason = { rule: 'transfer', params: { from: seat.person }, because: [seat.reason] };
  const { place, from, for: absent } = seat;
  const entered = {
    person,
    reason,
    ...(place === undefined ? {} : { place }),
    ...(from === undefined ? {} : { from }),
    ...(absent === undefined ? {} : { for: absent }),
  };
  const [to] = recorder.seats([entered]);
  if (to === undefined) throw new Error('one seat was numbered');
  recorder.record('SeatMoved', { step: step.id, round: state.round, seat: seat.id, to, opinion });
  if (seat.claimed) recorder.record('SeatClaimed', { step: step.id, round: state.round, seat: to.id, held: [] });
}
