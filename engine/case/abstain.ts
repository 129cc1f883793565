import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { completeIfDecided } from './complete.ts';
import { digestOf } from './digest.ts';
import { partOf } from './lineage.ts';
import { type Recorder, refuse } from './recorder.ts';
import { mySeat } from './seat.ts';

/** Gives a vote to neither side, where the step allows it. Whoever was added to agree cannot abstain. */
export function abstain(command: CommandOf<'abstain'>, recorder: Recorder): void {
  const { step, state, seat } = mySeat(command.step, recorder);
  if (step.kind !== 'approve' || step.abstain === undefined || partOf(seat, state.seats) !== 'vote')
    refuse({ code: 'not-allowed', action: command.do, why: 'not-in-this-process' });
  const digest = digestOf(step.rights, recorder.state.values);
  if (command.seen !== undefined && command.seen !== digest)
    refuse({ code: 'content-changed', step: step.id, seen: digest });
  const opinion = command.opinion?.trim() ? { opinion: command.opinion } : {};
  recorder.record('SeatAbstained', { step: step.id, round: state.round, seat: seat.id, ...opinion, digest });
  completeIfDecided(step, recorder);
  advance(recorder);
}
