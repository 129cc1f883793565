import type { ApproveStep, Step } from '../definition/definition.ts';

/**
 * Whether a step can be decided from a list: the process allows it, and agreeing asks for nothing but a yes. A batch
 * never skips an input (rule 18 of the workflow semantics).
 */
export const mayBatch = (step: Step | undefined): step is ApproveStep =>
  step?.kind === 'approve' && step.batch && step.form === undefined && !step.opinionRequired;
