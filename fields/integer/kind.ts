import { INTEGER } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import type { IntegerField } from '../../schemas/generated/process.ts';

/** Beyond 2^53 - 1 numbers lose digits on their way through JSON and the database. */
export const integerShape = (value: unknown): Flaws => (Number.isSafeInteger(value) ? undefined : flaw('wrong-type'));

export function integerLimits(min: number, max: number, params: Readonly<Record<string, number>>): Limits {
  return (value) =>
    typeof value === 'number' && (value < min || value > max) ? flaw('out-of-range', params) : undefined;
}

/** -0 is written as 0. */
export const canonicalInteger = (value: unknown): unknown => (value === 0 ? 0 : value);

export const integer: Kind<IntegerField> = {
  exprType: () => INTEGER,
  isEmpty: isAbsent,
  shape: () => integerShape,
  limits: ({ min, max }) =>
    integerLimits(Number(min ?? Number.NEGATIVE_INFINITY), Number(max ?? Number.POSITIVE_INFINITY), {
      ...(min === undefined ? {} : { min: Number(min) }),
      ...(max === undefined ? {} : { max: Number(max) }),
    }),
  canonical: canonicalInteger,
  jsonSchema: ({ min, max }) => ({
    type: 'integer',
    minimum: Number(min ?? Number.MIN_SAFE_INTEGER),
    maximum: Number(max ?? Number.MAX_SAFE_INTEGER),
  }),
};
