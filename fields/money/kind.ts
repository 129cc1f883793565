import { DECIMAL } from '../../engine/expression/type.ts';
import { decimalLimits, decimalShape, padded, rounded } from '../../engine/form/kinds/decimal-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { decimalSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { MoneyField } from '../../schemas/generated/process.ts';

/** Minor units of CNY, TWD and USD (ISO 4217). */
const MONEY_SCALE = 2;

export const money: Kind<MoneyField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ min, max }) => decimalLimits({ scale: MONEY_SCALE, min, max }),
  canonical: (value) => padded(value, MONEY_SCALE),
  fit: (value) => padded(rounded(value, MONEY_SCALE), MONEY_SCALE),
  jsonSchema: () => decimalSchema(MONEY_SCALE),
};
