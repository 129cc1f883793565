import { requireAdministrator } from './administrator.ts';
import type { CommandOf } from './command.ts';
import { peopleOfRole } from './people.ts';
import { type Recorder, refuse } from './recorder.ts';
import { openSeats, requiredOpinion } from './seat.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/**
 * Ends an open case as void: whoever has one of the roles the process names, or an administrator, visibly. What was
 * written to ledgers is undone as declared.
 */
export function cancel(command: CommandOf<'cancel'>, recorder: Recorder): void {
  if (mayCancel(recorder)) {
    end(command.opinion, false, recorder);
    return;
  }
  const { definition, facts } = recorder;
  if (!facts.organisation.hasRole(facts.by, 'admin')) {
    const why = definition.cancelBy.length === 0 ? 'not-in-this-process' : 'not-yours';
    refuse({ code: 'not-allowed', action: command.do, why });
  }
  end(command.opinion, true, recorder);
}

/** An administrator ends a case that should not go on. */
export function terminate(command: CommandOf<'terminate'>, recorder: Recorder): void {
  requireAdministrator(command.do, recorder);
  end(command.opinion, true, recorder);
}

/** Whether the actor has a role that may cancel. */
export const mayCancel = ({ definition, context, facts }: Recorder): boolean =>
  definition.cancelBy.some((role) => peopleOfRole(role, context).people.some((person) => person === facts.by));

function end(text: string, forced: boolean, recorder: Recorder): void {
  const opinion = requiredOpinion(text);
  undoWrites(recorder);
  stopChildren(recorder);
  const cancelled = openSeats(recorder.state);
  recorder.record('CaseCancelled', { opinion, cancelled, ...(forced ? { forced: true as const } : {}) });
}
