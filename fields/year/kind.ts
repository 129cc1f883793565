import { INTEGER } from '../../engine/expression/type.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import type { YearField } from '../../schemas/generated/process.ts';
import { integerLimits, integerShape } from '../integer/kind.ts';

const FIRST = 1000;
const LAST = 9999;

/** A calendar year as a whole number. */
export const year: Kind<YearField> = {
  exprType: () => INTEGER,
  isEmpty: isAbsent,
  shape: () => integerShape,
  limits: ({ min = FIRST, max = LAST }) => integerLimits(min, max, { min, max }),
  jsonSchema: ({ min = FIRST, max = LAST }) => ({ type: 'integer', minimum: min, maximum: max }),
};
