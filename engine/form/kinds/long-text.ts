import type { LongTextField } from '../../../schemas/generated/process.ts';
import { TEXT } from '../../expression/type.ts';
import type { Kind } from './kind.ts';
import { isBlank, textLimits } from './text.ts';
import { textShape } from './text-shape.ts';

export const LONG_TEXT_MAX = 4000;

export const longText: Kind<LongTextField> = {
  exprType: () => TEXT,
  isEmpty: isBlank,
  shape: () => textShape,
  limits: (field) => textLimits(field.max ?? LONG_TEXT_MAX),
};
