import { type Row, rowsOf } from '#engine';
import type { Problem } from '../../../schemas/generated/api.ts';
import { isRecord } from '../fields/lists.ts';
import { partsOf } from '../form/keys.ts';
import type { FormStore } from '../form/store.ts';

/** One field, cell or row that somebody else changed at the same time, with both values; a row may be gone: null. */
export type Overlap = { readonly path: string; readonly mine: unknown; readonly theirs: unknown };
/** The value that somebody chose for an overlap. */
export type Chosen = { readonly path: string; readonly value: unknown };

/** The overlaps a refusal tells of. */
export function overlapsIn({ code, params }: Problem): readonly Overlap[] {
  const fields = code === 'overlapping-edit' ? params?.fields : undefined;
  if (!Array.isArray(fields)) return [];
  return fields
    .filter(isRecord)
    .flatMap(({ path, mine, theirs }) => (typeof path === 'string' ? [{ path, mine, theirs }] : []));
}

/** The row that a path names as a whole: `plan.budget.r2`. */
export function wholeRow(path: string): string | undefined {
  const [, , row, column] = path.split('.');
  return column === undefined ? row : undefined;
}

/** Puts the chosen value into the form. */
export function applyChoice(store: FormStore, { path, value }: Chosen): void {
  const row = wholeRow(path);
  if (row === undefined) {
    store.set(path, value ?? undefined);
    return;
  }
  const table = partsOf(path).path;
  const rows = rowsOf(store.value(table));
  const others = rows.filter((each) => each._row !== row);
  const at = rows.findIndex((each) => each._row === row);
  const place = at < 0 ? others.length : at;
  const kept: readonly Row[] = isRecord(value) ? [value] : [];
  store.set(table, [...others.slice(0, place), ...kept, ...others.slice(place)]);
}
