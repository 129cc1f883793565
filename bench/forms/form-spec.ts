/** The three forms every library shows, said once and without any library. */

export const SIZES = ['s30', 's200', 't100'] as const;
export type Size = (typeof SIZES)[number];

export type Kind = 'text' | 'number' | 'select' | 'checkbox' | 'date' | 'textarea';
export type BenchField = {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly required: boolean;
};

const CYCLE = ['text', 'text', 'number', 'select', 'checkbox', 'date', 'textarea'] as const;
const COUNTS: Readonly<Record<Size, number>> = { s30: 30, s200: 200, t100: 40 };
const ROWS = 100;

export const OPTIONS = ['north', 'east', 'south', 'west', 'centre', 'abroad'] as const;

/** The columns of the table of t100; the total adds up `amount`. */
export const COLUMNS: readonly BenchField[] = [
  { id: 'item', title: 'Item', kind: 'text', required: true },
  { id: 'code', title: 'Code', kind: 'text', required: false },
  { id: 'quantity', title: 'Quantity', kind: 'number', required: false },
  { id: 'price', title: 'Price', kind: 'number', required: false },
  { id: 'amount', title: 'Amount', kind: 'number', required: true },
  { id: 'note', title: 'Note', kind: 'text', required: false },
];

export type BenchForm = {
  readonly size: Size;
  readonly fields: readonly BenchField[];
  readonly columns: readonly BenchField[];
  readonly rows: number;
};

function fieldAt(index: number): BenchField {
  const kind = CYCLE[index % CYCLE.length] ?? 'text';
  return { id: `f${index}`, title: `Field ${index}`, kind, required: index % 3 === 0 };
}

/** A third of the fields is required. The first of each form is a text, so the second always can be typed into. */
export function benchForm(size: Size): BenchForm {
  const fields = Array.from({ length: COUNTS[size] }, (_, index) => fieldAt(index));
  return size === 't100' ? { size, fields, columns: COLUMNS, rows: ROWS } : { size, fields, columns: [], rows: 0 };
}

const FILLED: Readonly<Record<Kind, string | number | boolean>> = {
  text: 'Filled in',
  number: 12,
  select: 'south',
  checkbox: true,
  date: '2026-11-22',
  textarea: 'Filled in as well',
};

type Cell = string | number | boolean;

/** What a filled form holds, so that it may be submitted. */
export const filledValues = ({ fields }: BenchForm): Readonly<Record<string, Cell>> =>
  Object.fromEntries(fields.map(({ id, kind }) => [id, FILLED[kind]]));

/** Rows are there from the start: 100 amounts of 1.1, which add up to 110. */
export const filledRows = ({ rows }: BenchForm): readonly Readonly<Record<string, Cell>>[] =>
  Array.from({ length: rows }, (_, index) => ({ item: `Item ${index}`, amount: 1.1 }));

/** Everything a form begins with; `filled` leaves nothing to fill in. */
export function startValues(form: BenchForm, filled: boolean): Readonly<Record<string, unknown>> {
  const values = filled ? filledValues(form) : {};
  return form.rows === 0 ? values : { ...values, table: filledRows(form) };
}

/** What a host adds up where a library has no totals of its own: as such a page would be written, with numbers. */
export function sumOfAmounts(data: unknown): number {
  const { table } = data as { readonly table?: readonly { readonly amount?: number }[] };
  return (table ?? []).reduce((sum, { amount = 0 }) => sum + amount, 0);
}
