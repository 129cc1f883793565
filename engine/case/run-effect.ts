import type { CopyStep, LedgerStep, StartStep } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';
import { assertNever } from '../shared/result.ts';
import { completeIfEnded, copyTo, startOther } from './effects.ts';
import type { Recorder } from './recorder.ts';
import { wouldDiffer } from './rerun.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';
import { writeLedger } from './write-ledger.ts';

/** A step that asks nobody. */
export type EffectStep = LedgerStep | StartStep | CopyStep;

/**
 * Runs a step that asks nobody, once in each pass.
 *
 * @param before the values it ran with, when a return led past it: it runs again if it would do something else now.
 */
export function passEffect(step: EffectStep, before: Values | undefined, recorder: Recorder): void {
  if (before !== undefined && step.kind !== 'copy') resetIfOther(step, before, recorder);
  if (recorder.state.steps[step.id] === undefined) run(step, recorder);
  else if (step.kind === 'start') completeIfEnded(step, recorder);
}

function resetIfOther(step: LedgerStep | StartStep, before: Values, recorder: Recorder): void {
  if (recorder.state.steps[step.id] === undefined || !wouldDiffer(step, before, recorder)) return;
  undoWrites(recorder, [step.id]);
  stopChildren(recorder, [step.id]);
  recorder.record('PathsReset', { reset: [step.id], cancelled: [] });
}

function run(step: EffectStep, recorder: Recorder): void {
  switch (step.kind) {
    case 'copy':
      copyTo(step, recorder);
      break;
    case 'ledger':
      writeLedger(step, recorder);
      break;
    case 'start':
      startOther(step, recorder);
      break;
    default:
      assertNever(step);
  }
}
