import type { MoneyField } from '../../../schemas/generated/process.ts';
import { DECIMAL } from '../../expression/type.ts';
import { decimalLimits, decimalSchema, decimalShape, padded, rounded } from './decimal-text.ts';
import { isAbsent, type Kind } from './kind.ts';

/** Minor units of CNY, TWD and USD (ISO 4217). */
const SCALE = 2;

export const money: Kind<MoneyField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ min, max }) => decimalLimits({ scale: SCALE, min, max }),
  jsonSchema: () => decimalSchema(SCALE),
  canonical: (value) => padded(value, SCALE),
  fit: (value) => padded(rounded(value, SCALE), SCALE),
};
