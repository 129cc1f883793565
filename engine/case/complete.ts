import type { ApproveStep } from '../definition/definition.ts';
import { agreeUnchanged } from './agree-unchanged.ts';
import type { Recorder } from './recorder.ts';
import type { Seat } from './state.ts';

/** Seats that count in a round: those moved elsewhere or cancelled do not. */
const counts = (seat: Seat): boolean => seat.status !== 'moved' && seat.status !== 'cancelled';
const isOpen = (seat: Seat): boolean => seat.status === 'open' || seat.status === 'waiting';

/**
 * Closes the round of an approve step when its mode is satisfied: `any` by the first agreement, `all` and `sequential`
 * by every seat. In a sequential step the next seat becomes active, and agrees by itself to what its person agreed to
 * before. A round without a counting seat never passes.
 */
export function completeIfDecided(step: ApproveStep, recorder: Recorder): void {
  const state = recorder.state.steps[step.id];
  if (state === undefined || state.status === 'done') return;
  const seats = state.seats.filter(counts);
  const agreed = seats.filter((seat) => seat.status === 'agreed');
  const enough = step.mode === 'any' ? agreed.length > 0 : agreed.length > 0 && agreed.length === seats.length;
  if (enough) {
    const cancelled = seats.filter(isOpen).map((seat) => seat.id);
    recorder.record('StepCompleted', { step: step.id, round: state.round, why: step.mode, cancelled });
    return;
  }
  const waiting = seats.find((seat) => seat.status === 'waiting');
  if (waiting === undefined || seats.some((seat) => seat.status === 'open')) return;
  recorder.record('SeatActivated', { step: step.id, round: state.round, seat: waiting.id });
  agreeUnchanged(step, recorder);
  completeIfDecided(step, recorder);
}
