import { dueAt } from '../calendar/index.ts';
import type { Definition } from '../definition/definition.ts';
import type { CommandOf } from './command.ts';
import type { Facts } from './facts.ts';
import { REVOCATION } from './fold-case.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { NotAllowed } from './refusal.ts';
import { requiredOpinion } from './seat.ts';
import type { CaseState } from './state.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/**
 * The starter asks to undo a completed case (rule 9 of the workflow semantics). Nothing is undone yet: a case of its own
 * decides, and may be asked for again when it says no.
 */
export function revoke(command: CommandOf<'revoke'>, recorder: Recorder): void {
  const { definition, state, facts } = recorder;
  const why = whyNotRevoke(definition, state, facts);
  if (why !== undefined || definition.revoke === undefined)
    refuse({ code: 'not-allowed', action: command.do, why: why ?? 'not-in-this-process' });
  const opinion = requiredOpinion(command.opinion);
  const asked = Object.values(state.children).filter(({ step }) => step === REVOCATION).length;
  const key = `${facts.case.id}:${REVOCATION}:${asked + 1}`;
  recorder.record('RevocationAsked', { key, process: definition.revoke.process, opinion });
}

/** Why somebody may not ask now to undo a case; undefined when they may. */
function whyNotRevoke(
  { revoke: rule }: Definition,
  state: CaseState,
  { by, now, calendar }: Pick<Facts, 'by' | 'now' | 'calendar'>,
): NotAllowed | undefined {
  if (rule === undefined) return 'not-in-this-process';
  if (by !== state.starter) return 'not-yours';
  if (state.status !== 'completed' || state.endedAt === undefined) return 'not-completed';
  if (state.revocation !== undefined) return 'already-asked';
  return now >= dueAt(state.endedAt, rule.within, calendar).at ? 'too-late' : undefined;
}

/** Undoes a case when the case that decided on it has said yes: ledger writes as declared, and what it started. */
export function undoneByRevocation(
  { case: id, status }: Pick<CommandOf<'childEnded'>, 'case' | 'status'>,
  recorder: Recorder,
): void {
  const { state } = recorder;
  if (status !== 'completed' || state.status !== 'completed') return;
  undoWrites(recorder);
  stopChildren(recorder);
  recorder.record('CaseRevoked', { case: id, opinion: '' });
}
