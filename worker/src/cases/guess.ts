import type { Instant, RowAddress, UserId } from '#engine';
import { knownDefinition } from '../store/definition-store.ts';
import { knownWorkspace } from '../store/workspace.ts';
import { wantedBefore } from './decide-case.ts';
import { onlyLedgers } from './load-rows.ts';

/**
 * The ledger rows that starting a process with these values will probably read, so that they come with everything else.
 * Whatever is missing is read later; whatever is too much is not looked at.
 */
export function guessRows(process: string, values: unknown, now: Instant): readonly RowAddress[] {
  const definition = knownDefinition(process);
  const workspace = knownWorkspace();
  if (!definition || !workspace) return [];
  const setting = { workspace, definition, now, by: '' as UserId, case: { id: '' } };
  return onlyLedgers(wantedBefore(setting, undefined, { do: 'start', values }, {}));
}
