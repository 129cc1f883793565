import { isRecord } from '../fields/lists.ts';

type Places = ReadonlyMap<unknown, number>;

/** Finds rows by their ids without searching for them: a key press in a long table must cost what it costs in a short one. */
export function rowPlaces() {
  const known = new WeakMap<readonly unknown[], Places>();
  const placesIn = (rows: readonly unknown[]): Places => {
    const places = known.get(rows) ?? new Map(rows.map((row, index) => [isRecord(row) ? row._row : undefined, index]));
    known.set(rows, places);
    return places;
  };
  return {
    /** Where a row is in its table; -1 when it is not there. */
    indexOf: (rows: unknown, id: string): number => (Array.isArray(rows) ? (placesIn(rows).get(id) ?? -1) : -1),
    /** Cells have changed and no row has moved: what is known of the rows before holds for those after. */
    keep(before: unknown, after: unknown) {
      if (Array.isArray(before) && Array.isArray(after)) known.set(after, placesIn(before));
    },
  };
}
