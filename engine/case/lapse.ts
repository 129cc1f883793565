import { neverFiled } from '../duty/duty-tick.ts';
import { mayExcuse } from '../duty/superiors.ts';
import type { CommandOf } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { NotAllowed } from './refusal.ts';
import { openSeats, requiredOpinion } from './seat.ts';

/** The case of a recurring duty ends without having been handed in, because its person was excused. */
export function lapse({ opinion }: CommandOf<'lapse'>, recorder: Recorder): void {
  const { state, definition, facts } = recorder;
  const forbid = (why: NotAllowed) => refuse({ code: 'not-allowed', action: 'lapse', why });
  if (state.duty === undefined) forbid('not-in-this-process');
  if (!mayExcuse(state.starter, facts.by, facts.organisation)) forbid('not-yours');
  if (!neverFiled(definition, state)) forbid('acted-upon');
  recorder.record('CaseWithdrawn', { opinion: requiredOpinion(opinion), reset: [], cancelled: openSeats(state) });
}
