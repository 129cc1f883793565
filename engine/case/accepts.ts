import type { UserId } from '../shared/brand.ts';
import type { Result } from '../shared/result.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import type { Refusal } from './refusal.ts';
import type { CaseState } from './state.ts';

/** Somebody looking at a case, and everything the rules judge by. */
export type Viewing = { readonly state: CaseState; readonly viewer: UserId; readonly context: Context };

/** Stands for the words somebody has not written yet. */
export const WORDS = '-';
/** Stands for the person or the moment somebody has not named yet. */
export const UNNAMED = '';

/** Refusals that concern what follows, or what is still to be named, not the right to act. */
const OTHERWISE: ReadonlySet<Refusal['code']> = new Set([
  'nobody',
  'no-such-row',
  'ledger-limit',
  'transfer-not-allowed',
  'delegate-not-allowed',
  'add-not-allowed',
  'bad-due',
]);

/** What would become of a command if the viewer sent it now; nothing is recorded. */
export function tried(command: Command, { state, viewer, context }: Viewing): Result<readonly CaseEvent[], Refusal> {
  return decide(context.definition, state, command, { ...context.facts, by: viewer });
}

/**
 * Whether the viewer may do something now. What a page offers is asked of the very rules that decide, so that nothing
 * is offered that is refused, and nothing is kept back that would be accepted.
 */
export function accepts(command: Command, viewing: Viewing): boolean {
  const result = tried(command, viewing);
  if (result.ok) return true;
  return OTHERWISE.has(result.error.code) && !('why' in result.error && result.error.why === 'too-deep');
}
