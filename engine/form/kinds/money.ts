import type { MoneyField } from '../../../schemas/generated/process.ts';
import { DECIMAL } from '../../expression/type.ts';
import { decimalLimits, decimalShape, padded, rounded } from './decimal-text.ts';
import { isAbsent, type Kind } from './kind.ts';

/** Minor units of CNY, TWD and USD (ISO 4217). */
export const MONEY_SCALE = 2;

export const money: Kind<MoneyField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ min, max }) => decimalLimits({ scale: MONEY_SCALE, min, max }),
  canonical: (value) => padded(value, MONEY_SCALE),
  fit: (value) => padded(rounded(value, MONEY_SCALE), MONEY_SCALE),
};
