import { mayCancel } from './cancel.ts';
import type { Command } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';

/** Refuses whoever neither administers the organisation nor has a role that may cancel the case. */
export function requireOverseer(action: Command['do'], recorder: Recorder): void {
  const { facts } = recorder;
  if (!mayCancel(recorder) && !facts.organisation.hasRole(facts.by, 'admin'))
    refuse({ code: 'not-allowed', action, why: 'not-yours' });
}
