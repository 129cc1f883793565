import { DECIMAL } from '../../engine/expression/type.ts';
import { decimalLimits, decimalShape, rounded, shortest } from '../../engine/form/kinds/decimal-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { decimalSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { PercentField } from '../../schemas/generated/process.ts';

const PERCENT_SCALE = 2;

/** In points: "85" is 85 %. */
export const percent: Kind<PercentField> = {
  exprType: () => DECIMAL,
  isEmpty: isAbsent,
  shape: () => decimalShape,
  limits: ({ scale = PERCENT_SCALE, min, max }) => decimalLimits({ scale, min, max }),
  canonical: shortest,
  fit: (value, { scale = PERCENT_SCALE }) => rounded(value, scale),
  jsonSchema: ({ scale = PERCENT_SCALE }) => decimalSchema(scale),
};
