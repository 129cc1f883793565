import type { DecimalField } from '../../../schemas/generated/process.ts';
import { DECIMAL } from '../../expression/type.ts';
import { decimalLimits, decimalShape, rounded, shortest } from './decimal-text.ts';
import { isAbsent, type Kind } from './kind.ts';

export const DECIMAL_SCALE = 6;

export const decimal: Kind<DecimalField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ scale = DECIMAL_SCALE, min, max }) => decimalLimits({ scale, min, max }),
  canonical: shortest,
  fit: (value, { scale = DECIMAL_SCALE }) => rounded(value, scale),
};
