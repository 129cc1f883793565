import type { Definition } from '../definition/definition.ts';
import { firstStep } from '../definition/definition.ts';
import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';
import { rewound } from './rewind.ts';
import { openSeats, requiredOpinion } from './seat.ts';
import type { CaseState } from './state.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/**
 * The starter takes the case back (rule 9 of the workflow semantics): `keep` opens the first step again with everything
 * typed so far, otherwise the case ends as withdrawn. All open seats are cancelled and their people told; what was
 * written to ledgers is undone as declared, and cases that were started are stopped by their rule.
 */
export function withdraw(command: CommandOf<'withdraw'>, recorder: Recorder): void {
  const { definition, state, facts } = recorder;
  if (facts.by !== state.starter || !mayWithdraw(definition, state)) refuse({ code: 'withdraw-not-allowed' });
  const opinion = requiredOpinion(command.opinion);
  const to = firstStep(definition).id;
  undoWrites(recorder);
  stopChildren(recorder);
  const cancelled = openSeats(state);
  const goesOn = command.keep ? { to, reset: rewound(definition, to) } : { reset: [] };
  recorder.record('CaseWithdrawn', { opinion, ...goesOn, cancelled });
  if (command.keep) advance(recorder);
}

/** Open, handed in at least once, and the step named by the process is not decided yet. */
function mayWithdraw(definition: Definition, state: CaseState): boolean {
  if (state.status !== 'open' || definition.withdrawUntil === undefined) return false;
  const first = state.steps[firstStep(definition).id];
  const handedIn = first?.status === 'done' || (state.rounds[firstStep(definition).id] ?? 0) > 1;
  return handedIn && state.steps[definition.withdrawUntil]?.status !== 'done';
}
