import type { DecimalField } from '../../../schemas/generated/process.ts';
import { DECIMAL } from '../../expression/type.ts';
import { decimalLimits, decimalSchema, decimalShape, rounded, shortest } from './decimal-text.ts';
import { isAbsent, type Kind } from './kind.ts';

const DEFAULT_SCALE = 6;

export const decimal: Kind<DecimalField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ scale = DEFAULT_SCALE, min, max }) => decimalLimits({ scale, min, max }),
  jsonSchema: ({ scale = DEFAULT_SCALE }) => decimalSchema(scale),
  canonical: shortest,
  fit: (value, { scale = DEFAULT_SCALE }) => rounded(value, scale),
};
