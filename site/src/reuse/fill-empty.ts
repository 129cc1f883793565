import { isObject, type Row, rowsOf, sameValue, type Values } from '#engine';
import type { FormValues } from '../../../schemas/generated/api.ts';

/** A field that was filled in, with what was there before. */
export type Filled = {
  readonly form: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** A table counts as empty while nothing is written in its rows. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (!Array.isArray(value)) return false;
  return value.every((row) => isObject(row) && isBlank(row));
}

const isBlank = (row: Row): boolean => Object.entries(row).every(([id, cell]) => id === '_row' || isEmpty(cell));

/** Puts given values where nothing is filled in: what somebody typed always stays. */
export function fillEmpty(
  present: Values,
  given: FormValues,
): { readonly values: Values; readonly filled: readonly Filled[] } {
  const filled = Object.entries(given).flatMap(([form, fields]) =>
    Object.entries(fields).flatMap(([field, after]): Filled[] => {
      const before = present[form]?.[field];
      return isEmpty(before) && !isEmpty(after) ? [{ form, field, before, after }] : [];
    }),
  );
  return { values: withAll(present, filled, ({ after }) => after), filled };
}

/** Takes out again what was filled in and has not been changed since. */
export const takeOut = (present: Values, filled: readonly Filled[]): Values =>
  withAll(
    present,
    filled.filter(({ form, field, after }) => isStill(present[form]?.[field], after)),
    ({ before }) => before,
  );

const isStill = (now: unknown, after: unknown): boolean =>
  sameValue(now, after) ||
  (Array.isArray(after) && sameValue(rowsOf(now).map(contentOf), rowsOf(after).map(contentOf)));

/** Computed cells of a row are not what somebody typed; its identity is none of it. */
const contentOf = ({ _row, ...cells }: Row): Row => cells;

function withAll(values: Values, changes: readonly Filled[], read: (change: Filled) => unknown): Values {
  const next: Record<string, Readonly<Record<string, unknown>>> = { ...values };
  for (const change of changes) {
    const { [change.field]: _, ...rest } = next[change.form] ?? {};
    const value = read(change);
    next[change.form] = value === undefined ? rest : { ...rest, [change.field]: value };
  }
  return next;
}
