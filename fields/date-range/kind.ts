import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, type KindTools, type Limits } from '../../engine/form/kinds/kind.ts';
import { DATE_SCHEMA, objectSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isObject } from '../../engine/form/value.ts';
import type { DateRangeField } from '../../schemas/generated/process.ts';
import { dateShape, notAfter, notBefore } from '../date/kind.ts';

const SIDES = ['start', 'end'] as const;

/** A draft may lack one end, or name it null. */
function shape(value: unknown): Flaws {
  if (!isObject(value) || Object.keys(value).some((key) => key !== 'start' && key !== 'end')) return flaw('wrong-type');
  for (const side of SIDES) {
    const flaws = isAbsent(value[side]) ? undefined : dateShape(value[side]);
    if (flaws) return flaws.map((found) => ({ ...found, under: `/${side}` }));
  }
  return undefined;
}

function limits(_field: DateRangeField, { dateBound }: KindTools): Limits {
  const min = dateBound('min');
  const max = dateBound('max');
  return (value, context) => {
    const { start, end } = isObject(value) ? value : {};
    const flaws = [
      ...(isAbsent(start) ? flaw('required', {}, '/start') : []),
      ...(isAbsent(end) ? flaw('required', {}, '/end') : []),
      ...(notBefore(start, min, context, '/start') ?? []),
      ...(notAfter(end, max, context, '/end') ?? []),
      ...(typeof start === 'string' && typeof end === 'string' && end < start
        ? flaw('range-reversed', { start }, '/end')
        : []),
    ];
    return flaws.length === 0 ? undefined : flaws;
  };
}

function canonical(value: unknown): unknown {
  if (!isObject(value)) return value;
  const given = SIDES.filter((side) => !isAbsent(value[side])).map((side) => [side, value[side]] as const);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** `min` binds the start, `max` the end. */
export const dateRange: Kind<DateRangeField> = {
  exprType: () => ({ kind: 'dateRange' }),
  isEmpty: (value) => isAbsent(value) || (isObject(value) && isAbsent(value.start) && isAbsent(value.end)),
  shape: () => shape,
  limits,
  canonical,
  jsonSchema: () => objectSchema({ start: DATE_SCHEMA, end: DATE_SCHEMA }),
};
