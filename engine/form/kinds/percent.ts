import type { PercentField } from '../../../schemas/generated/process.ts';
import { DECIMAL } from '../../expression/type.ts';
import { decimalLimits, decimalSchema, decimalShape, rounded, shortest } from './decimal-text.ts';
import { isAbsent, type Kind } from './kind.ts';

const DEFAULT_SCALE = 2;

/** In points: "85" is 85 %. */
export const percent: Kind<PercentField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ scale = DEFAULT_SCALE, min, max }) => decimalLimits({ scale, min, max }),
  jsonSchema: ({ scale = DEFAULT_SCALE }) => decimalSchema(scale),
  canonical: shortest,
  fit: (value, { scale = DEFAULT_SCALE }) => rounded(value, scale),
};
