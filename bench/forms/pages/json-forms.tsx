import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createRoot } from 'react-dom/client';
import { startValues, sumOfAmounts } from '../form-spec.ts';
import { filled, form, place, refused, sent, showTotal } from './host.ts';
import { jsonSchema } from './json-schema.ts';

const control = (id: string, options?: object) => ({ type: 'Control', scope: `#/properties/${id}`, options });
const controls = form.fields.map(({ id, kind }) => control(id, kind === 'textarea' ? { multi: true } : undefined));
const uiSchema = {
  type: 'VerticalLayout',
  elements: form.rows === 0 ? controls : [...controls, control('table')],
};
const schema = jsonSchema(form);
const start = startValues(form, filled);
let wrong = 0;

/** JSON Forms judges at every change and leaves submitting to its host. */
const follow = ({ data, errors = [] }) => {
  wrong = errors.length;
  if (form.rows > 0) showTotal(sumOfAmounts(data));
};

createRoot(place()).render(
  <>
    <JsonForms
      schema={schema}
      uischema={uiSchema}
      data={start}
      renderers={vanillaRenderers}
      cells={vanillaCells}
      onChange={follow}
    />
    <button type="button" id="send" onClick={() => (wrong === 0 ? sent() : refused())}>
      Submit
    </button>
  </>,
);
