import { flaw } from '../../engine/form/issue.ts';
import { type Kind, NO_LIMITS } from '../../engine/form/kinds/kind.ts';
import type { HeadingField } from '../../schemas/generated/process.ts';

/** A heading on the form. */
export const heading: Kind<HeadingField> = {
  valueless: true,
  exprType: () => ({ kind: 'any' }),
  isEmpty: () => true,
  shape: () => () => flaw('not-writable'),
  limits: () => NO_LIMITS,
  jsonSchema: () => ({ not: {} }),
};
