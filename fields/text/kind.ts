import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import type { Kind, Limits } from '../../engine/form/kinds/kind.ts';
import { textSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isLongerThan, textShape } from '../../engine/form/kinds/text-shape.ts';
import type { TextField } from '../../schemas/generated/process.ts';

const TEXT_MAX = 200;

/** Nothing but white space is no answer, though it is kept as typed. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

export const textLimits =
  (max: number): Limits =>
  (value) =>
    typeof value === 'string' && isLongerThan(value, max) ? flaw('too-long', { max }) : undefined;

export const text: Kind<TextField> = {
  exprType: () => TEXT,
  isEmpty: isBlank,
  shape: () => textShape,
  limits: (field) => textLimits(field.max ?? TEXT_MAX),
  jsonSchema: ({ max = TEXT_MAX }, required) => textSchema(max, required),
};
