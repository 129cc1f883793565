import type { AskingStep } from '../definition/definition.ts';
import { type Assignment, askedInstead } from './assign.ts';
import { partOf } from './lineage.ts';
import { whyNot } from './may-sit.ts';
import { moveSeat, stepOf } from './move-seat.ts';
import { peopleOfRole } from './people.ts';
import { withProxies } from './proxy.ts';
import type { Reason } from './reason.ts';
import type { Recorder } from './recorder.ts';
import type { Seat } from './state.ts';

/**
 * The people of a role take over from those who are late, who keep what they have seen. Each takes one seat. Where one
 * decision is enough, all of them are asked; where everybody's is needed, the last of them answers for all who are left;
 * where votes are counted, none is added or lost, and one for which nobody is left stays where it is.
 *
 * When nobody of the role may sit here the nobody rule says who does; when nobody of these may, nothing happens. Whoever
 * of the role is asked here already takes over from nobody.
 */
export function escalate(step: AskingStep, role: string, recorder: Recorder): void {
  const late = stepOf(recorder.state, step.id).seats.filter(({ status }) => status === 'open');
  const people = successors(step, role, recorder);
  if (late.length === 0 || people.length === 0) return;
  const pairs = late.flatMap((seat, index) => (people[index] === undefined ? [] : [[seat, people[index]] as const]));
  for (const [seat, person] of pairs) moveSeat(step.id, seat, { ...person, ...taken(seat, person) }, '', recorder);
  if (isOneEnough(step)) ask(step, late[0], people.slice(late.length), recorder);
  if (!isCounted(step)) for (const seat of late.slice(people.length)) leave(step, seat, recorder);
}

const isOneEnough = (step: AskingStep): boolean => step.kind === 'fill' || step.mode === 'any';
const isCounted = (step: AskingStep): boolean => step.kind === 'approve' && typeof step.mode !== 'string';

/** Who of a role may take over. */
function successors(step: AskingStep, role: string, recorder: Recorder): readonly Assignment[] {
  const { context } = recorder;
  const { people, reason } = peopleOfRole(role, context);
  const refusals = people.map((person) => whyNot(person, step, recorder));
  const candidates = people.filter((_, index) => refusals[index] === undefined).map((person) => ({ person, reason }));
  const found = free(
    withProxies(candidates, step, context, () => []),
    step,
    recorder,
  );
  if (found.length > 0 || refusals.includes('has-a-seat')) return found;
  return free(askedInstead('nobody', step, context, [reason]), step, recorder);
}

/** Nobody gets back what was taken from them, or what they gave away, in the same round. */
function free(candidates: readonly Assignment[], step: AskingStep, recorder: Recorder): readonly Assignment[] {
  const { seats } = stepOf(recorder.state, step.id);
  return candidates.filter(
    ({ person }) => !seats.some((seat) => seat.person === person) && whyNot(person, step, recorder) === undefined,
  );
}

/** The seat says from whom it was taken, and stands for what that one stood for. */
const taken = ({ id, person: from }: Seat, { reason }: Assignment) => ({
  place: 'escalated' as const,
  from: id,
  reason: { rule: 'escalated', params: { from }, because: [reason] } satisfies Reason,
});

/** More people beside those who have taken over. */
function ask(step: AskingStep, late: Seat | undefined, people: readonly Assignment[], recorder: Recorder): void {
  if (late === undefined || people.length === 0) return;
  const seats = recorder.seats(people.map((person) => ({ ...person, ...taken(late, person) })));
  const { round } = stepOf(recorder.state, step.id);
  recorder.record('SignersAdded', { step: step.id, round, place: 'escalated', seats, opinion: '' });
}

/** Somebody who is late goes, because whoever has taken over decides for them, too. */
function leave(step: AskingStep, seat: Seat, recorder: Recorder): void {
  const { round, seats } = stepOf(recorder.state, step.id);
  if (partOf(seat, seats) !== 'vote') return;
  recorder.record('SignerRemoved', { step: step.id, round, seat: seat.id, opinion: '', cancelled: [] });
}
