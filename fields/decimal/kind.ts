import { DECIMAL } from '../../engine/expression/type.ts';
import { decimalLimits, decimalShape, rounded, shortest } from '../../engine/form/kinds/decimal-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { decimalSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { DecimalField } from '../../schemas/generated/process.ts';

const DECIMAL_SCALE = 6;

export const decimal: Kind<DecimalField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ scale = DECIMAL_SCALE, min, max }) => decimalLimits({ scale, min, max }),
  canonical: shortest,
  fit: (value, { scale = DECIMAL_SCALE }) => rounded(value, scale),
  jsonSchema: ({ scale = DECIMAL_SCALE }) => decimalSchema(scale),
};
