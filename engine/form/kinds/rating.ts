import type { RatingField } from '../../../schemas/generated/process.ts';
import { INTEGER } from '../../expression/type.ts';
import { canonicalInteger, integerLimits, integerShape } from './integer.ts';
import { isAbsent, type Kind } from './kind.ts';

export const RATING_MAX = 5;

/** One to `max` marks. */
export const rating: Kind<RatingField> = {
  exprType: () => INTEGER,
  isEmpty: isAbsent,
  shape: () => integerShape,
  limits: ({ max = RATING_MAX }) => integerLimits(1, max, { min: 1, max }),
  canonical: canonicalInteger,
};
