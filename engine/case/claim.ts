import type { CommandOf } from './command.ts';
import { partOf } from './lineage.ts';
import { type Recorder, refuse } from './recorder.ts';
import { claimerOf, type MySeat, mySeat, openStep } from './seat.ts';

/** Takes a task of a pool for oneself: the others are held back until it is decided or released. */
export function claim(command: CommandOf<'claim'>, recorder: Recorder): void {
  const mine = mySeat(command.step, recorder);
  if (!isPooled(mine)) refuse({ code: 'not-allowed', action: command.do, why: 'not-in-this-process' });
  const claimer = claimerOf(mine.state.seats);
  if (claimer !== undefined) refuse({ code: 'taken', step: command.step, person: claimer.person });
  recordClaim(mine, recorder);
}

/** Whoever asks somebody else first in a pool has begun to work on it. */
export function claimFirst(mine: MySeat, recorder: Recorder): void {
  if (isPooled(mine) && claimerOf(mine.state.seats) === undefined) recordClaim(mine, recorder);
}

/** Those who were added to agree or to advise take no task from the others. */
const isPooled = ({ step, state, seat }: MySeat): boolean => step.claim && partOf(seat, state.seats) === 'vote';

function recordClaim({ step, state, seat }: MySeat, recorder: Recorder): void {
  const others = state.seats.filter(
    (each) => each.id !== seat.id && each.status === 'open' && partOf(each, state.seats) === 'vote',
  );
  const held = others.map(({ id }) => id);
  recorder.record('SeatClaimed', { step: step.id, round: state.round, seat: seat.id, held });
}

/** Gives a claimed task back to the pool: whoever claimed it, or an administrator. Not while a helper is asked. */
export function release(command: CommandOf<'release'>, recorder: Recorder): void {
  const { step, state } = openStep(command.step, recorder);
  const { by, organisation } = recorder.facts;
  const claimer = claimerOf(state.seats);
  if (claimer === undefined) refuse({ code: 'not-allowed', action: command.do, why: 'not-claimed' });
  if (claimer.person !== by && !organisation.hasRole(by, 'admin'))
    refuse({ code: 'not-allowed', action: command.do, why: 'not-yours' });
  if (claimer.status !== 'open') refuse({ code: 'not-allowed', action: command.do, why: 'already-asked' });
  const freed = state.seats.filter(({ status }) => status === 'held').map(({ id }) => id);
  recorder.record('SeatReleased', { step: step.id, round: state.round, seat: claimer.id, freed });
}
