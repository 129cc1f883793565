import { flaw } from '../../engine/form/issue.ts';
import { type Kind, NO_LIMITS } from '../../engine/form/kinds/kind.ts';
import type { GroupField } from '../../schemas/generated/process.ts';

/** Draws its members together; they are fields of the form like any other. */
export const group: Kind<GroupField> = {
  valueless: true,
  exprType: () => ({ kind: 'any' }),
  isEmpty: () => true,
  shape: () => () => flaw('not-writable'),
  limits: () => NO_LIMITS,
  jsonSchema: () => ({ not: {} }),
};
