import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { goOn } from './go-on.ts';
import { heirOf, treeBelow } from './lineage.ts';
import { isPending } from './move-seat.ts';
import { type Recorder, refuse } from './recorder.ts';
import { type MySeat, openStep, requiredOpinion } from './seat.ts';
import type { Seat } from './state.ts';
import { verdictOf } from './votes.ts';

type RemoveSigner = CommandOf<'removeSigner'>;

/**
 * Takes a seat out of a round, and all that it added, before it has decided: one's own signers and delegates, an
 * administrator's any seat. The votes are counted anew, which may complete the step; a removal never rejects it and
 * never leaves it without those it needs (rule 6 of the workflow semantics).
 */
export function removeSigner(command: RemoveSigner, recorder: Recorder): void {
  const place = removable(command, recorder);
  const { step, state, seat } = place;
  const opinion = requiredOpinion(command.opinion);
  const below = treeBelow(seat, state.seats).filter(isPending);
  const cancelled = below.map(({ id }) => id);
  requireEnough(place, [seat.id, ...cancelled]);
  recorder.record('SignerRemoved', { step: step.id, round: state.round, seat: seat.id, opinion, cancelled });
  if (step.kind === 'approve') completeIfDecided(step, recorder);
  else goOn(step, recorder);
  advance(recorder);
}

function removable(command: RemoveSigner, recorder: Recorder): MySeat {
  const { step, state } = openStep(command.step, recorder);
  const { by, organisation } = recorder.facts;
  const seat = state.seats.find(({ id }) => id === command.seat);
  if (seat === undefined || !(isAdderOf(seat, by, state.seats) || organisation.hasRole(by, 'admin')))
    return refuse({ code: 'not-allowed', action: command.do, why: 'not-yours' });
  if (!isPending(seat)) refuse({ code: 'not-allowed', action: command.do, why: 'acted-upon' });
  return { step, state, seat };
}

/** Whether somebody has the seat that added this one. */
const isAdderOf = (seat: Seat, person: string, seats: readonly Seat[]): boolean =>
  seat.place !== 'escalated' && heirOf(seat.from, seats)?.person === person;

/** Somebody has to be left who can decide, and what the votes need has to stay within reach. */
function requireEnough({ step, state }: MySeat, gone: readonly number[]): void {
  const seats = state.seats.map((seat): Seat => (gone.includes(seat.id) ? { ...seat, status: 'cancelled' } : seat));
  const verdict = step.kind === 'approve' ? verdictOf(step, seats).kind : seats.some(isPending) ? 'open' : 'nobody';
  if (verdict === 'fail' || verdict === 'nobody')
    refuse({ code: 'not-allowed', action: 'removeSigner', why: 'the-last-one' });
}
