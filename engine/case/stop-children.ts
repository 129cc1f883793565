import type { Definition, StartStep } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import type { Recorder } from './recorder.ts';
import type { Child } from './state.ts';

/**
 * Orders the cases that these steps started, and that have not ended, to stop; steps that leave theirs alone are
 * passed over.
 *
 * @param steps all when undefined.
 */
export function stopChildren(recorder: Recorder, steps?: readonly StepId[]): void {
  const { definition, state } = recorder;
  for (const [key, child] of Object.entries(state.children)) {
    if (child.ended !== undefined || starterOf(child, definition)?.onReturn !== 'stop') continue;
    if (steps !== undefined && !steps.includes(child.step)) continue;
    recorder.record('ChildStopped', { key, ...(child.case === undefined ? {} : { case: child.case }) });
  }
}

/** The step that asked for a case; a revocation, or a case that a ledger row has started, has none. */
function starterOf({ step }: Child, definition: Definition): StartStep | undefined {
  const starter = definition.steps.get(step);
  return starter?.kind === 'start' ? starter : undefined;
}
