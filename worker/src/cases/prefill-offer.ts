import { type Definition, firstStep } from '#engine';

/** How values of an earlier case are offered at a step: whoever fills in the first form for the first time is asked. */
export const prefillAt = (definition: Definition, step: string, round: number) =>
  firstStep(definition).id === step && round === 1 ? definition.prefill?.apply : undefined;
