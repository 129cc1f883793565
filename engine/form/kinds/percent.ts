import type { PercentField } from '../../../schemas/generated/process.ts';
import { DECIMAL } from '../../expression/type.ts';
import { decimalLimits, decimalShape, rounded, shortest } from './decimal-text.ts';
import { isAbsent, type Kind } from './kind.ts';

export const PERCENT_SCALE = 2;

/** In points: "85" is 85 %. */
export const percent: Kind<PercentField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ scale = PERCENT_SCALE, min, max }) => decimalLimits({ scale, min, max }),
  canonical: shortest,
  fit: (value, { scale = PERCENT_SCALE }) => rounded(value, scale),
};
