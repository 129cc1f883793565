import type { RatingField } from '../../../schemas/generated/process.ts';
import { INTEGER } from '../../expression/type.ts';
import { canonicalInteger, integerLimits, integerShape } from './integer.ts';
import { isAbsent, type Kind } from './kind.ts';

const DEFAULT_MAX = 5;

/** One to `max` marks. */
export const rating: Kind<RatingField> = {
  exprType: () => INTEGER,
  isEmpty: isAbsent,
  shape: () => integerShape,
  limits: ({ max = DEFAULT_MAX }) => integerLimits(1, max, { min: 1, max }),
  jsonSchema: ({ max = DEFAULT_MAX }) => ({ type: 'integer', minimum: 1, maximum: max }),
  canonical: canonicalInteger,
};
