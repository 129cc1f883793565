/** `plan.total`; columns of tables `plan.budget.amount`. */
export type FieldPath = string;

/** Stored JSON by form and field. A missing value has no key; a visible table always has an array of rows. */
export type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One row of a table: cells by column and the row's identity under `_row`. */
export type Row = Readonly<Record<string, unknown>>;

/** The reserved key that keeps a row's identity while rows are added, removed and moved. */
export const ROW_KEY = '_row';
/** What a row identity looks like. */
export const ROW_ID = /^[A-Za-z0-9_-]{1,32}$/;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a stored table; no rows for anything that is not a table. */
export const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Where a row stands in a stored table; -1 when it is not there. A loop, since it runs with every key somebody presses. */
export function rowIndex(value: unknown, id: string): number {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (typeof row === 'object' && row !== null && ROW_KEY in row && row[ROW_KEY] === id) return index;
  }
  return -1;
}

/** Gives one free identity after the other: `r1`, `r2`, … from above the highest such number that is taken. */
export function freshRowIds(taken: Iterable<unknown>): () => string {
  const used = new Set(taken);
  let highest = 0;
  for (const id of used) {
    const number = typeof id === 'string' && /^r\d{1,9}$/.test(id) ? Number(id.slice(1)) : 0;
    highest = Math.max(highest, number);
  }
  return () => {
    do highest += 1;
    while (used.has(`r${highest}`));
    return `r${highest}`;
  };
}

/** The first free identity. */
export const nextRowId = (taken: Iterable<unknown>): string => freshRowIds(taken)();

/** Whether two stored JSON values are the same, whatever the order of their keys. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}

/** The value at `form.field`, or deeper: `plan.dates.end`; undefined when there is none. */
export function valueAt(values: Values, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), values);
}

/** A copy with `form.field` set, or removed when the value is null or undefined. */
export function withValue(values: Values, path: FieldPath, value: unknown): Values {
  const [form = '', field = ''] = path.split('.');
  const { [field]: _, ...rest } = values[form] ?? {};
  return { ...values, [form]: value === undefined || value === null ? rest : { ...rest, [field]: value } };
}
