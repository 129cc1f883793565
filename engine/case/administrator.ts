import type { Command } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';

/** Refuses whoever does not administer the organisation. */
export function requireAdministrator(action: Command['do'], { facts }: Recorder): void {
  if (!facts.organisation.hasRole(facts.by, 'admin'))
    refuse({ code: 'not-allowed', action, why: 'not-an-administrator' });
}
