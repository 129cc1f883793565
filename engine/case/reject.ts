import type { ApproveStep } from '../definition/definition.ts';
import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { digestOf } from './digest.ts';
import { partOf } from './lineage.ts';
import { type Recorder, refuse } from './recorder.ts';
import { recordRejection } from './rejection.ts';
import { type MySeat, mySeat, requiredOpinion } from './seat.ts';
import type { Seat } from './state.ts';
import { verdictOf } from './votes.ts';

/**
 * Rejects. A rejection that decides ends the case or the branch; one that does not is counted, and one by somebody asked
 * first goes back to whoever asked. A return is not a rejection (rule 2 of the workflow semantics).
 */
export function reject(command: CommandOf<'reject'>, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  const { step, state, seat } = mine;
  if (step.kind !== 'approve' || !mayReject(step, seat, state.seats))
    refuse({ code: 'reject-not-allowed', step: command.step });
  const opinion = requiredOpinion(command.opinion);
  const seats = state.seats.map((each): Seat => (each.id === seat.id ? { ...each, status: 'rejected' } : each));
  const verdict = verdictOf(step, seats);
  if (verdict.kind === 'fail') recordRejection(step, { why: verdict.why, seat: seat.id, opinion }, recorder);
  else countRejection(step, mine, opinion, recorder);
  advance(recorder);
}

function countRejection(step: ApproveStep, { state, seat }: MySeat, opinion: string, recorder: Recorder): void {
  const digest = digestOf(step.rights, recorder.state.values);
  recorder.record('SeatRejected', { step: step.id, round: state.round, seat: seat.id, opinion, digest });
  completeIfDecided(step, recorder);
}

/** Somebody asked first may always say no: that ends nothing. */
const mayReject = (step: ApproveStep, seat: Seat, seats: readonly Seat[]): boolean =>
  step.reject !== undefined || partOf(seat, seats) === 'before';
