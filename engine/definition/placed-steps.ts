import type { Step, StepEntry } from '../../schemas/generated/process.ts';
import type { DocumentPath } from '../form/finding.ts';

/** A step or block where the author wrote it. */
export type PlacedStep = { readonly id: string; readonly source: Step; readonly path: DocumentPath };

/** One branch of a block; `when` is undefined for the `else` of a choice and for a branch that is always taken. */
export type PlacedBranch = {
  readonly when: string | undefined;
  readonly isElse: boolean;
  readonly path: DocumentPath;
  readonly steps: readonly PlacedStep[];
};

/** The steps of one list, without those inside its blocks. */
export function placeSteps(entries: readonly StepEntry[], path: DocumentPath = ['steps']): readonly PlacedStep[] {
  return entries.flatMap((entry, index) =>
    Object.entries(entry).map(([id, source]) => ({ id, source, path: [...path, index, id] })),
  );
}

/** The branches of a block; none for a step. */
export function stepBranches({ source, path }: PlacedStep): readonly PlacedBranch[] {
  if ('choose' in source) {
    return source.choose.map((branch, index): PlacedBranch => {
      const at = [...path, 'choose', index];
      if ('else' in branch)
        return { when: undefined, isElse: true, path: at, steps: placeSteps(branch.else, [...at, 'else']) };
      return { when: branch.when, isElse: false, path: at, steps: placeSteps(branch.steps, [...at, 'steps']) };
    });
  }
  if (!('parallel' in source)) return [];
  return source.parallel.map(({ when, steps }, index) => {
    const at = [...path, 'parallel', index];
    return { when, isElse: false, path: at, steps: placeSteps(steps, [...at, 'steps']) };
  });
}

/** These steps and all inside them, top to bottom. */
export function withInner(steps: readonly PlacedStep[]): readonly PlacedStep[] {
  return steps.flatMap((step) => [step, ...stepBranches(step).flatMap((branch) => withInner(branch.steps))]);
}
