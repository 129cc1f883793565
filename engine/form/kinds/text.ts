import type { TextField } from '../../../schemas/generated/process.ts';
import { TEXT } from '../../expression/type.ts';
import { flaw } from '../issue.ts';
import type { Kind, Limits } from './kind.ts';
import { isLongerThan, textShape } from './text-shape.ts';

export const TEXT_MAX = 200;

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
};
