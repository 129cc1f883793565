import type { Definition } from '../definition/definition.ts';
import { firstStep } from '../definition/definition.ts';
import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';
import { rewound } from './rewind.ts';
import { openSeats, requiredOpinion } from './seat.ts';
import type { CaseState } from './state.ts';

/**
 * The starter takes the case back: `keep` opens the first step again with everything typed so far, otherwise the case
 * ends as withdrawn. All open seats are cancelled and their people told.
 */
export function withdraw(command: CommandOf<'withdraw'>, recorder: Recorder): void {
  const { definition, state, facts } = recorder;
  if (facts.by !== state.starter || !mayWithdraw(definition, state)) refuse({ code: 'withdraw-not-allowed' });
  const opinion = requiredOpinion(command.opinion);
  const cancelled = openSeats(state);
  if (!command.keep) {
    recorder.record('CaseWithdrawn', { opinion, reset: [], cancelled });
    return;
  }
  const to = firstStep(definition).id;
  recorder.record('CaseWithdrawn', { opinion, to, reset: rewound(definition, to), cancelled });
  advance(recorder);
}

/** Open, handed in at least once, and the step named by the process is not decided yet. */
export function mayWithdraw(definition: Definition, state: CaseState): boolean {
  if (state.status !== 'open' || definition.withdrawUntil === undefined) return false;
  const first = state.steps[firstStep(definition).id];
  const handedIn = first?.status === 'done' || (state.rounds[firstStep(definition).id] ?? 0) > 1;
  return handedIn && state.steps[definition.withdrawUntil]?.status !== 'done';
}
