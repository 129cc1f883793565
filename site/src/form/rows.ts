import { nextRowId, type Row } from '#engine';

/** Gives out row ids that were never used in this form, so that a removed row and a new one stay two rows. */
export function rowIds() {
  const used = new Set<unknown>();
  return {
    note: (rows: readonly Row[]) => {
      for (const row of rows) used.add(row._row);
    },
    next: (): string => {
      const id = nextRowId(used);
      used.add(id);
      return id;
    },
  };
}

export const withoutRow = (rows: readonly Row[], id: string): readonly Row[] => rows.filter((row) => row._row !== id);

/** The rows with a copy of one of them after it. */
export function withCopy(rows: readonly Row[], id: string, newId: string): readonly Row[] {
  return rows.flatMap((row) => (row._row === id ? [row, { ...row, _row: newId }] : [row]));
}

/** The rows with one of them a place further up or down; unchanged at the end. */
export function withMoved(rows: readonly Row[], id: string, by: -1 | 1): readonly Row[] {
  const from = rows.findIndex((row) => row._row === id);
  const to = from + by;
  const [row, other] = [rows[from], rows[to]];
  if (row === undefined || other === undefined) return rows;
  return rows.with(from, other).with(to, row);
}

export const withRowAt = (rows: readonly Row[], row: Row, index: number): readonly Row[] =>
  rows.toSpliced(index, 0, row);
