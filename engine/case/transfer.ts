import type { CommandOf } from './command.ts';
import type { Reason } from './reason.ts';
import { type Recorder, refuse } from './recorder.ts';
import { mySeat, requiredOpinion } from './seat.ts';

/**
 * Moves the actor's seat to somebody else, who then decides. Refused for people who have left, who already have a seat
 * in this round, or who started the case and may not decide on it (rule 7 of the workflow semantics).
 */
export function transfer(command: CommandOf<'transfer'>, recorder: Recorder): void {
  const { step, state, seat } = mySeat(command.step, recorder);
  const opinion = requiredOpinion(command.opinion);
  const person = recorder.facts.organisation.person(command.to);
  const self = step.kind === 'approve' && !step.selfAllowed;
  const taken = state.seats.some((each) => each.person === command.to && each.status !== 'moved');
  if (person?.active !== true || person.external || taken || (self && command.to === recorder.state.starter)) {
    refuse({ code: 'transfer-not-allowed', to: command.to });
  }
  const reason: Reason = { rule: 'transfer', params: { from: seat.person }, because: [seat.reason] };
  const [to] = recorder.seats([{ person: person.id, reason }]);
  if (to === undefined) throw new Error('one seat was numbered');
  recorder.record('SeatMoved', { step: step.id, round: state.round, seat: seat.id, to, opinion });
}
