import type { AskingStep } from '../definition/definition.ts';
import type { Assignment } from './assign.ts';
import type { Recorder } from './recorder.ts';

/**
 * Puts whoever had the last word at a step in its last round first and says so, where one of several is enough. The
 * others are asked too: a preference must not make a case wait for one person where any of them may decide.
 */
export function familiarFirst(
  step: AskingStep,
  asked: readonly Assignment[],
  recorder: Recorder,
): readonly Assignment[] {
  const familiar = asked.find(({ person }) => person === recorder.state.familiar?.[step.id]);
  if (familiar === undefined || asked.length < 2 || (step.kind === 'approve' && step.mode !== 'any')) return asked;
  const { person, reason } = familiar;
  const first: Assignment = { ...familiar, reason: { rule: 'familiar', params: { person }, because: [reason] } };
  return [first, ...asked.filter((each) => each !== familiar)];
}
