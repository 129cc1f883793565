import { isObject, type Row, rowsOf, sameValue, type Values } from '#engine';
import type { FormValues } from '../../../schemas/generated/api.ts';

/**
 * What somebody changed since their page was read, to be laid over what the values have become: fields and cells they
 * left alone are theirs who changed them meanwhile.
 *
 * @param before the values the page was read with.
 * @param mine everything the person may write, as it stands in the form.
 */
export function mergeEdits(before: Values, mine: FormValues, present: Values): FormValues {
  return Object.fromEntries(
    Object.entries(mine).map(([form, fields]) => {
      const edited = Object.entries(fields).flatMap(([field, value]) => {
        const then = before[form]?.[field];
        if (sameValue(value ?? null, then ?? null)) return [];
        const merged = isTable(value) ? mergeRows(rowsOf(then), value, rowsOf(present[form]?.[field])) : value;
        return [[field, merged] as const];
      });
      return [form, Object.fromEntries(edited)];
    }),
  );
}

const isTable = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.some(isObject);

const rowIn = (rows: readonly Row[], id: unknown): Row | undefined => rows.find((row) => row._row === id);

/** Row by row and cell by cell: rows somebody else added stay, those taken out by either are gone. */
function mergeRows(before: readonly Row[], mine: readonly Row[], present: readonly Row[]): readonly Row[] {
  const kept = mine.flatMap((row) => {
    const then = rowIn(before, row._row);
    if (then === undefined) return [row];
    const now = rowIn(present, row._row);
    return now === undefined ? [] : [{ ...now, ...editedCells(then, row) }];
  });
  const added = present.filter(({ _row }) => !rowIn(before, _row) && !rowIn(mine, _row));
  return [...kept, ...added];
}

const editedCells = (then: Row, row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column, cell]) => !sameValue(cell ?? null, then[column] ?? null)));
