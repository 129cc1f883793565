import { useState } from 'react';

/** Rows from one to another, as they stand now. */
export type Selection = { readonly from: string; readonly to: string };

export function selectedRows(rows: readonly string[], selection: Selection | undefined): ReadonlySet<string> {
  if (selection === undefined) return new Set();
  const [from, to] = [rows.indexOf(selection.from), rows.indexOf(selection.to)];
  if (from < 0 || to < 0) return new Set();
  return new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
}

export function useSelection(rows: readonly string[]) {
  const [selection, setSelection] = useState<Selection>();
  const selected = selectedRows(rows, selection);
  const select = (row: string, extend: boolean) =>
    setSelection((now) => {
      if (extend) return { from: now?.from ?? row, to: row };
      return now?.from === row && now.to === row ? undefined : { from: row, to: row };
    });
  return { selected, select };
}
