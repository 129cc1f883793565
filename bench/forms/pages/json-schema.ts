import { type BenchField, type BenchForm, type Kind, OPTIONS } from '../form-spec.ts';

const TYPES: Readonly<Record<Kind, object>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  select: { type: 'string', enum: OPTIONS },
  checkbox: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  textarea: { type: 'string' },
};

function objectOf(fields: readonly BenchField[]) {
  return {
    type: 'object',
    required: fields.filter(({ required }) => required).map(({ id }) => id),
    properties: Object.fromEntries(fields.map(({ id, title, kind }) => [id, { ...TYPES[kind], title }])),
  };
}

/** The form as JSON Schema, for the two libraries that are driven by it. */
export function jsonSchema({ fields, columns }: BenchForm) {
  const base = objectOf(fields);
  if (columns.length === 0) return base;
  const table = { type: 'array', title: 'Table', items: objectOf(columns) };
  return { ...base, properties: { ...base.properties, table } };
}
