import { freshRowIds, type Row, sameValue } from '#engine';

/** Gives out row ids that were never used in this form, so that a removed row and a new one stay two rows. */
export function rowIds() {
  const used = new Set<unknown>();
  let next = freshRowIds(used);
  return {
    note(rows: readonly Row[]) {
      for (const row of rows) used.add(row._row);
      next = freshRowIds(used);
    },
    next(): string {
      const id = next();
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

/** The rows with one of them some places further up or down; unchanged where there is no such place. */
export function withMoved(rows: readonly Row[], id: string, by: number): readonly Row[] {
  const from = rows.findIndex((row) => row._row === id);
  const row = rows[from];
  if (row === undefined || rows[from + by] === undefined) return rows;
  return rows.toSpliced(from, 1).toSpliced(from + by, 0, row);
}

/** The rows without what a change did to them: its rows and cells are as before it, whatever came later stays. */
export function withoutChange(before: readonly Row[], after: readonly Row[], now: readonly Row[]): readonly Row[] {
  const old = new Map(before.map((row) => [row._row, row]));
  const made = new Map(after.map((row) => [row._row, row]));
  const kept = now.flatMap((row) => {
    const [then, done] = [old.get(row._row), made.get(row._row)];
    if (done === undefined || then === done) return [row];
    return then === undefined ? [] : [restored(then, done, row)];
  });
  const there = new Set(kept.map((row) => row._row));
  const removed = before.filter((row) => !made.has(row._row) && !there.has(row._row));
  return [...removed, ...kept];
}

function restored(then: Row, done: Row, now: Row): Row {
  const cells = new Set([...Object.keys(then), ...Object.keys(done), ...Object.keys(now)]);
  const values = [...cells].map((id) => [id, sameValue(now[id], done[id]) ? then[id] : now[id]] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

export const withRowAt = (rows: readonly Row[], row: Row, index: number): readonly Row[] =>
  rows.toSpliced(index, 0, row);
