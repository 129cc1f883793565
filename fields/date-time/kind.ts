import { DATE_TIME } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import { patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import type { DateTimeField } from '../../schemas/generated/process.ts';
import { dateShape, notAfter, notBefore } from '../date/kind.ts';

const WRITTEN = /^[1-9]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/;
const DAY_LENGTH = 10;

const dayOf = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, DAY_LENGTH) : value);

function shape(value: unknown): Flaws {
  if (typeof value !== 'string') return flaw('wrong-type');
  return WRITTEN.test(value) && dateShape(dayOf(value)) === undefined ? undefined : flaw('not-a-date-time');
}

/** Day and time of day in the zone of the workspace, `2026-11-22T08:30`; `min` and `max` bind the day. */
export const dateTime: Kind<DateTimeField> = {
  exprType: () => DATE_TIME,
  isEmpty: isAbsent,
  shape: () => shape,
  limits: (_field, { dateBound }): Limits => {
    const min = dateBound('min');
    const max = dateBound('max');
    return (value, context) => notBefore(dayOf(value), min, context) ?? notAfter(dayOf(value), max, context);
  },
  jsonSchema: () => patternSchema(WRITTEN),
};
