import { INTEGER } from '../../engine/expression/type.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import type { RatingField } from '../../schemas/generated/process.ts';
import { canonicalInteger, integerLimits, integerShape } from '../integer/kind.ts';

const RATING_MAX = 5;

/** One to `max` marks. */
export const rating: Kind<RatingField> = {
  exprType: () => INTEGER,
  isEmpty: isAbsent,
  shape: () => integerShape,
  limits: ({ max = RATING_MAX }) => integerLimits(1, max, { min: 1, max }),
  canonical: canonicalInteger,
  jsonSchema: ({ max = RATING_MAX }) => ({ type: 'integer', minimum: 1, maximum: max }),
};
