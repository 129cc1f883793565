import type { LongTextField } from '../../../schemas/generated/process.ts';
import { TEXT } from '../../expression/type.ts';
import type { Kind } from './kind.ts';
import { isBlank, textLimits, textSchema } from './text.ts';
import { textShape } from './text-shape.ts';

const DEFAULT_MAX = 4000;

export const longText: Kind<LongTextField> = {
  exprType: () => TEXT,
  isEmpty: isBlank,
  shape: () => textShape,
  limits: (field) => textLimits(field.max ?? DEFAULT_MAX),
  jsonSchema: (field, required) => textSchema(field.max ?? DEFAULT_MAX, required),
};
