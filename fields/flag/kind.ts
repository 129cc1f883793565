import { FLAG } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, NO_LIMITS } from '../../engine/form/kinds/kind.ts';
import type { FlagField } from '../../schemas/generated/process.ts';

/** Yes or no. "No" is an answer: a required flag must be given, not be true. */
export const flag: Kind<FlagField> = {
  exprType: () => FLAG,
  isEmpty: isAbsent,
  shape: () => (value) => (typeof value === 'boolean' ? undefined : flaw('wrong-type')),
  limits: () => NO_LIMITS,
  jsonSchema: () => ({ type: 'boolean' }),
};
