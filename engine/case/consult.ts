import type { UserId } from '../shared/brand.ts';
import type { CommandOf } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';
import { myOpenSeat, requiredOpinion } from './seat.ts';

/**
 * Asks one person a question without changing anything in the round. They see what the step shows, as a copy, and read
 * nothing of what others said.
 */
export function consult(command: CommandOf<'consult'>, recorder: Recorder): void {
  const { step, seat } = myOpenSeat(command.step, recorder);
  const question = requiredOpinion(command.question);
  const person = answerer(command.to, recorder);
  const { consultations } = recorder.state;
  if (consultations.some((each) => each.to === person && each.by === seat.person && each.answer === undefined))
    refuse({ code: 'not-allowed', action: command.do, why: 'already-asked' });
  const [to] = recorder.seats([{ person, reason: { rule: 'consulted', params: { from: seat.person } } }]);
  if (to === undefined) throw new Error('one seat was numbered');
  const see = [...step.rights.see];
  recorder.record('Consulted', { consultation: consultations.length + 1, step: step.id, to, question, see });
}

/** Anybody of the company but oneself may be asked; a question gives no say. */
function answerer(to: string, { facts: { by, organisation } }: Recorder): UserId {
  const person = organisation.person(to);
  if (person === undefined) return refuse({ code: 'add-not-allowed', to, why: 'unknown' });
  if (!person.active) return refuse({ code: 'add-not-allowed', to, why: 'left' });
  if (person.external) return refuse({ code: 'add-not-allowed', to, why: 'external' });
  return person.id === by ? refuse({ code: 'add-not-allowed', to, why: 'has-a-seat' }) : person.id;
}

/** Answers a question, once, also after the case has ended. */
export function reply(command: CommandOf<'reply'>, recorder: Recorder): void {
  const { state, facts } = recorder;
  const asked = state.consultations.find(({ id }) => id === command.consultation);
  if (asked?.to !== facts.by) refuse({ code: 'not-allowed', action: command.do, why: 'not-yours' });
  if (asked.answer !== undefined) refuse({ code: 'not-allowed', action: command.do, why: 'acted-upon' });
  recorder.record('Replied', { consultation: asked.id, text: requiredOpinion(command.text) });
}
