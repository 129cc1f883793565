import { TEXT } from '../../engine/expression/type.ts';
import type { Kind } from '../../engine/form/kinds/kind.ts';
import { textSchema } from '../../engine/form/kinds/schema-parts.ts';
import { textShape } from '../../engine/form/kinds/text-shape.ts';
import type { LongTextField } from '../../schemas/generated/process.ts';
import { isBlank, textLimits } from '../text/kind.ts';

const LONG_TEXT_MAX = 4000;

export const longText: Kind<LongTextField> = {
  exprType: () => TEXT,
  isEmpty: isBlank,
  shape: () => textShape,
  limits: (field) => textLimits(field.max ?? LONG_TEXT_MAX),
  jsonSchema: ({ max = LONG_TEXT_MAX }, required) => textSchema(max, required),
};
