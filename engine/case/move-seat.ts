import type { StepId } from '../shared/brand.ts';
import type { Assignment } from './assign.ts';
import type { Recorder } from './recorder.ts';
import type { CaseState, Seat, StepState } from './state.ts';

/** Seats that somebody still has to decide on, now or later. */
export const isPending = ({ status }: Seat): boolean => status === 'open' || status === 'waiting' || status === 'held';

/**
 * Puts somebody else in the place of a seat: in the same position, still waiting where it waited, with the same part in
 * the round. A claimed pool opens again when its claimer goes; a seat held back by a claim stays held back.
 */
export function moveSeat(step: StepId, seat: Seat, assigned: Assignment, opinion: string, recorder: Recorder): void {
  const { round, seats } = stepOf(recorder.state, step);
  if (seat.claimed) release(step, seat, recorder);
  const { place, from } = seat;
  const [to] = recorder.seats([
    {
      ...assigned,
      ...(seat.status === 'waiting' ? { waiting: true as const } : {}),
      ...(place === undefined ? {} : { place }),
      ...(from === undefined ? {} : { from }),
    },
  ]);
  if (to === undefined) throw new Error('one seat was numbered');
  recorder.record('SeatMoved', { step, round, seat: seat.id, to, opinion });
  const claimer = seats.find((each) => each.claimed && isPending(each));
  if (seat.status === 'held' && claimer !== undefined) {
    recorder.record('SeatClaimed', { step, round, seat: claimer.id, held: [to.id] });
  }
}

function release(step: StepId, seat: Seat, recorder: Recorder): void {
  const { round, seats } = stepOf(recorder.state, step);
  const freed = seats.filter(({ status }) => status === 'held').map(({ id }) => id);
  recorder.record('SeatReleased', { step, round, seat: seat.id, freed });
}

export function stepOf(state: CaseState, step: StepId): StepState {
  const present = state.steps[step];
  if (present === undefined) throw new Error(`${step} is not entered`);
  return present;
}
