import { Form } from '@bpmn-io/form-js-viewer';
import { type BenchField, OPTIONS, startValues } from '../form-spec.ts';
import { filled, form, place, refused, sent } from './host.ts';

const TYPES = {
  text: { type: 'textfield' },
  number: { type: 'number' },
  select: { type: 'select', values: OPTIONS.map((value) => ({ label: value, value })) },
  checkbox: { type: 'checkbox' },
  date: { type: 'datetime', subtype: 'date' },
  textarea: { type: 'textarea' },
};

const label = ({ kind, title }: BenchField) => (kind === 'date' ? { dateLabel: title } : { label: title });

const component = (field: BenchField, layout?: object) => ({
  ...TYPES[field.kind],
  ...label(field),
  id: field.id,
  key: field.id,
  ...(field.required ? { validate: { required: true } } : {}),
  ...(layout === undefined ? {} : { layout }),
});

const table = {
  type: 'dynamiclist',
  id: 'table',
  path: 'table',
  label: 'Table',
  allowAddRemove: true,
  // Without it the rows after the fifth are hidden.
  disableCollapse: true,
  defaultRepetitions: form.rows,
  components: form.columns.map((column) => component(column, { row: 'cells', columns: 2 })),
};
const total = { type: 'text', id: 'sum', text: 'Total {{sum(table.amount)}}' };

const schema = {
  type: 'default',
  id: 'form',
  schemaVersion: 19,
  components: [
    ...form.fields.map((field) => component(field)),
    ...(form.rows === 0 ? [] : [table, total]),
    { type: 'button', id: 'send', label: 'Submit', action: 'submit' },
  ],
};

const viewer = new Form({ container: place() });
viewer.on('submit', ({ errors }) => (Object.keys(errors).length === 0 ? sent() : refused()));
await viewer.importSchema(schema, startValues(form, filled));
