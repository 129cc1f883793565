import { type FieldPath, type Row, rowsOf, type Values } from '#engine';
import { type FieldKey, partsOf } from './keys.ts';
import { withoutChange } from './rows.ts';
import type { typedTexts } from './typed-texts.ts';

/** A form with many cells of a table written to. `kept`: texts that are no values; `cells`: all that were written to. */
export type TableFill = {
  readonly values: Values;
  readonly kept: ReadonlyMap<FieldKey, string>;
  readonly cells: ReadonlySet<FieldKey>;
};

export type TableFillTools = {
  readonly values: () => Values;
  readonly typed: ReturnType<typeof typedTexts>;
  /** Takes over other values and judges the cells that were written to. */
  readonly change: (path: FieldPath, next: Values, cells: ReadonlySet<FieldKey>) => void;
};

/** Writes a paste or an import into a table all at once. Gives the way back, which leaves later changes alone. */
export function fillTable({ values, typed, change }: TableFillTools, path: FieldPath, fill: TableFill): () => void {
  const { form, field } = partsOf(path);
  const rows = (of: Values): readonly Row[] => rowsOf(of[form]?.[field]);
  const before = rows(values());
  const texts = typed.take(`${path}.`);
  const left = new Set(rows(fill.values).map((row) => row._row));
  typed.put(new Map([...texts].filter(([key]) => !fill.cells.has(key) && left.has(partsOf(key).row))));
  typed.put(fill.kept);
  change(path, fill.values, fill.cells);
  const after = rows(values());
  return () => {
    const now = typed.take(`${path}.`);
    typed.put(texts);
    typed.put(new Map([...now].filter(([key]) => !fill.cells.has(key))));
    const next = { ...values()[form], [field]: withoutChange(before, after, rows(values())) };
    change(path, { ...values(), [form]: next }, fill.cells);
  };
}
