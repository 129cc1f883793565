import { DATE } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { type CheckContext, type DateBound, isAbsent, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import { DATE_SCHEMA } from '../../engine/form/kinds/schema-parts.ts';
import { isCivilDate } from '../../engine/shared/civil-date.ts';
import type { DateField } from '../../schemas/generated/process.ts';

// Days 1 to 28 exist in every month; only the others need the calendar, at three times the cost.
const SURE = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

export function dateShape(value: unknown): Flaws {
  if (typeof value !== 'string') return flaw('wrong-type');
  return SURE.test(value) || isCivilDate(value) ? undefined : flaw('not-a-date');
}

/** `too-early` when the date lies before the bound. */
export function notBefore(value: unknown, bound: DateBound | undefined, context: CheckContext, under = ''): Flaws {
  const min = bound?.(context);
  return min !== undefined && typeof value === 'string' && value < min ? flaw('too-early', { min }, under) : undefined;
}

/** `too-late` when the date lies after the bound. */
export function notAfter(value: unknown, bound: DateBound | undefined, context: CheckContext, under = ''): Flaws {
  const max = bound?.(context);
  return max !== undefined && typeof value === 'string' && value > max ? flaw('too-late', { max }, under) : undefined;
}

export const date: Kind<DateField> = {
  exprType: () => DATE,
  isEmpty: isAbsent,
  shape: () => dateShape,
  limits: (_field, { dateBound }): Limits => {
    const min = dateBound('min');
    const max = dateBound('max');
    return (value, context) => notBefore(value, min, context) ?? notAfter(value, max, context);
  },
  jsonSchema: () => DATE_SCHEMA,
};
