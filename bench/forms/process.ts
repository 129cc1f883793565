import { type BenchField, type BenchForm, filledRows, filledValues, type Kind, OPTIONS } from './form-spec.ts';

/** The same forms as a process of Formloop, as `GET /api/processes/{id}` answers it. */

const TYPES: Readonly<Record<Kind, object>> = {
  text: { type: 'text' },
  number: { type: 'decimal', scale: 10 },
  select: { type: 'choice', options: OPTIONS.map((id) => ({ id, title: id })) },
  checkbox: { type: 'flag' },
  date: { type: 'date' },
  textarea: { type: 'longText' },
};

const fieldsOf = (fields: readonly BenchField[]) =>
  Object.fromEntries(
    fields.map(({ id, title, kind, required }) => [id, { ...TYPES[kind], title, ...(required ? { required } : {}) }]),
  );

function formOf({ fields, columns, rows }: BenchForm) {
  if (rows === 0) return fieldsOf(fields);
  const table = { type: 'table', title: 'Table', columns: fieldsOf(columns) };
  const sum = { type: 'decimal', title: 'Total', scale: 10, compute: 'sum(form.table.amount)' };
  return { ...fieldsOf(fields), table, sum };
}

/** Formloop keeps decimals as text. */
const asText = (values: Readonly<Record<string, string | number | boolean>>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, typeof value === 'number' ? `${value}` : value]));

function initialOf(form: BenchForm, filled: boolean) {
  const values = filled ? asText(filledValues(form)) : {};
  if (form.rows === 0) return values;
  return { ...values, table: filledRows(form).map((row, index) => ({ _row: `r${index}`, ...asText(row) })) };
}

export function benchProcess(form: BenchForm, filled: boolean) {
  const fields = formOf(form);
  const columns = form.columns.map(({ id }) => `form.table.${id}`);
  const editable = [...Object.keys(fields).map((id) => `form.${id}`), ...columns];
  return {
    id: `bench-${form.size}`,
    version: 1,
    digest: '',
    title: form.size,
    area: 'bench',
    mayStart: true,
    forms: [{ id: 'form', title: form.size, fields }],
    checks: [],
    picture: [],
    start: { step: 'draft', title: 'Fill in', form: 'form', edit: editable },
    initial: { form: initialOf(form, filled) },
  };
}
