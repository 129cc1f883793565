import { isObject, type Values } from './value.ts';

/** Values being changed. Forms, tables and rows are copied when first written to; everything untouched stays shared. */
export type Draft = {
  /** Always the present state. */
  readonly values: Values;
  /** Undefined removes the value. */
  setField(form: string, field: string, value: unknown): void;
  setCell(form: string, table: string, index: number, column: string, value: unknown): void;
};

type Cells = Record<string, unknown>;

export function openDraft(before: Values): Draft {
  const values: Record<string, Readonly<Cells>> = { ...before };
  const forms = new Map<string, Cells>();
  const tables = new Map<unknown, unknown[]>();
  const rows = new Map<unknown, Cells>();
  const ownForm = (form: string): Cells => {
    const own = forms.get(form) ?? { ...values[form] };
    forms.set(form, own);
    values[form] = own;
    return own;
  };
  const ownTable = (form: string, table: string, stored: readonly unknown[]): unknown[] => {
    const own = tables.get(stored) ?? [...stored];
    tables.set(own, own);
    if (own !== stored) ownForm(form)[table] = own;
    return own;
  };
  return {
    values,
    setField: (form, field, value) => {
      if (!Object.is(values[form]?.[field], value)) write(ownForm(form), field, value);
    },
    setCell: (form, table, index, column, value) => {
      const stored = values[form]?.[table];
      const row: unknown = Array.isArray(stored) ? stored[index] : undefined;
      if (!Array.isArray(stored) || !isObject(row) || Object.is(row[column], value)) return;
      const own = rows.get(row) ?? { ...row };
      rows.set(own, own);
      if (own !== row) ownTable(form, table, stored)[index] = own;
      write(own, column, value);
    },
  };
}

function write(record: Cells, key: string, value: unknown): void {
  if (value === undefined) delete record[key];
  else record[key] = value;
}
