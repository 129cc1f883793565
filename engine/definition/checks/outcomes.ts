import type { Field } from '../../../schemas/generated/process.ts';
import type { StepId } from '../../shared/brand.ts';
import type { Definition, Step } from '../definition.ts';

const ROOT = 'outcome.';

/** `outcome.first`, how a step has ended, as a path like those of fields. */
export const outcomePath = (step: string): string => `${ROOT}${step}`;
export const isOutcome = (path: string): boolean => path.startsWith(ROOT);

/** The words an outcome can be, as a choice; none as long as the step cannot have ended. */
export function outcomeField({ steps }: Definition, path: string, hasEnded: boolean): Field {
  const step = hasEnded ? steps.get(path.slice(ROOT.length) as StepId) : undefined;
  const words = step === undefined ? [] : ['skipped', ...wordsOf(step)];
  return { type: 'choice', title: '', options: words.map((id) => ({ id, title: id })) };
}

function wordsOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'fill':
      return ['submitted'];
    case 'approve':
      return step.reject?.ends === 'branch' ? ['agreed', 'rejected'] : ['agreed'];
    case 'start':
      return step.wait ? ['completed', 'rejected', 'withdrawn', 'cancelled', 'mixed'] : ['completed'];
    default:
      return ['completed'];
  }
}
