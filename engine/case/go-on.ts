import type { AskingStep } from '../definition/definition.ts';
import { agreeUnchanged } from './agree-unchanged.ts';
import { resumeClock } from './clock.ts';
import { isBlocked, partOf } from './lineage.ts';
import { isPending } from './move-seat.ts';
import type { Recorder } from './recorder.ts';
import { claimerOf } from './seat.ts';
import type { Seat } from './state.ts';

/**
 * Lets those go on whom nothing keeps waiting any more: owners whose helpers have answered, the next of a sequential
 * step, a pool whose claimer decided without ending the round. The clock runs again when nobody waits for a helper.
 */
export function goOn(step: AskingStep, recorder: Recorder): void {
  freePool(step, recorder);
  const next = readySeat(step, seatsOf(step, recorder));
  if (next !== undefined) {
    recorder.record('SeatActivated', { step: step.id, round: roundOf(step, recorder), seat: next.id });
    if (step.kind === 'approve' && step.mode === 'sequential') agreeUnchanged(step, recorder);
    goOn(step, recorder);
    return;
  }
  const seats = seatsOf(step, recorder);
  const stopped = recorder.state.steps[step.id]?.stopped !== undefined;
  if (stopped && !seats.some((seat) => isBlocked(seat, seats))) resumeClock(step, recorder);
}

function readySeat(step: AskingStep, seats: readonly Seat[]): Seat | undefined {
  const inOrder = step.kind === 'approve' && step.mode === 'sequential';
  return seats.find(
    (seat, index) =>
      seat.status === 'waiting' &&
      !isBlocked(seat, seats) &&
      (!inOrder || partOf(seat, seats) !== 'vote' || !seats.slice(0, index).some(isPending)),
  );
}

function freePool(step: AskingStep, recorder: Recorder): void {
  const seats = seatsOf(step, recorder);
  const freed = seats.filter(({ status }) => status === 'held').map(({ id }) => id);
  const claimed = seats.findLast((seat) => seat.claimed);
  if (freed.length === 0 || claimed === undefined || claimerOf(seats) !== undefined) return;
  recorder.record('SeatReleased', { step: step.id, round: roundOf(step, recorder), seat: claimed.id, freed });
}

const seatsOf = (step: AskingStep, { state }: Recorder): readonly Seat[] => state.steps[step.id]?.seats ?? [];
const roundOf = (step: AskingStep, { state }: Recorder): number => state.steps[step.id]?.round ?? 1;
