import { claimFirst } from './claim.ts';
import { stopClock } from './clock.ts';
import type { CommandOf } from './command.ts';
import { goOn } from './go-on.ts';
import { partOf } from './lineage.ts';
import { newcomer } from './newcomer.ts';
import type { Reason } from './reason.ts';
import { type Recorder, refuse } from './recorder.ts';
import { myOpenSeat, mySeat, requiredOpinion } from './seat.ts';

/**
 * Asks somebody for advice before deciding. The owner waits, the clock stands still, and the decision stays the owner's
 * (rule 7 of the workflow semantics).
 */
export function delegate(command: CommandOf<'delegate'>, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  const { step, state, seat } = mine;
  if (!step.allow.has('delegate')) refuse({ code: 'not-allowed', action: command.do, why: 'not-in-this-process' });
  const opinion = requiredOpinion(command.opinion);
  const person = newcomer(command.to, step, recorder, 'delegate-not-allowed');
  claimFirst(mine, recorder);
  const reason: Reason = { rule: 'delegated', params: { from: seat.person }, because: [seat.reason] };
  const [to] = recorder.seats([{ person, reason, from: seat.id, place: 'delegate' }]);
  if (to === undefined) throw new Error('one seat was numbered');
  recorder.record('SeatDelegated', { step: step.id, round: state.round, seat: seat.id, to, opinion });
  stopClock(step, seat.id, recorder);
}

/** Answers whoever delegated; their seat opens again. */
export function advise(command: CommandOf<'advise'>, recorder: Recorder): void {
  const { step, state, seat } = myOpenSeat(command.step, recorder);
  if (partOf(seat, state.seats) !== 'advice') refuse({ code: 'not-your-task', step: command.step });
  const opinion = requiredOpinion(command.opinion);
  recorder.record('SeatAdvised', { step: step.id, round: state.round, seat: seat.id, opinion });
  goOn(step, recorder);
}
