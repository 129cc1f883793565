import type { AskingStep } from '../definition/definition.ts';
import { conflictOf, decidesOnSelf } from './apart.ts';
import type { Recorder } from './recorder.ts';
import type { WhyNotPerson } from './refusal.ts';
import type { SeatStatus } from './state.ts';

/** A seat that ended like this leaves room for another seat of the same person in the same round. */
const GONE: ReadonlySet<SeatStatus> = new Set(['moved', 'cancelled', 'superseded', 'advised']);

/**
 * Why somebody may not take a seat at a step now; undefined when they may. Every person whom anybody names, an
 * administrator included, passes through here (rules 7 and 16 of the workflow semantics).
 */
export function whyNot(
  person: string,
  step: AskingStep,
  { facts, state, context }: Recorder,
): WhyNotPerson | undefined {
  const known = facts.organisation.person(person);
  if (known === undefined) return 'unknown';
  if (!known.active) return 'left';
  if (known.external) return 'external';
  const seats = state.steps[step.id]?.seats ?? [];
  if (seats.some((seat) => seat.person === person && !GONE.has(seat.status))) return 'has-a-seat';
  if (decidesOnSelf(person, step, context)) return 'starter';
  return conflictOf(person, step, context) === undefined ? undefined : 'apart';
}
