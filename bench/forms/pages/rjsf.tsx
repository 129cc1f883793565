import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import { startValues, sumOfAmounts } from '../form-spec.ts';
import { filled, form, place, refused, sent, showTotal } from './host.ts';
import { jsonSchema } from './json-schema.ts';

const texts = form.fields.filter(({ kind }) => kind === 'textarea');
const uiSchema = Object.fromEntries(texts.map(({ id }) => [id, { 'ui:widget': 'textarea' }]));
const data = startValues(form, filled);
const total = form.rows === 0 ? {} : { onChange: ({ formData }) => showTotal(sumOfAmounts(formData)) };

if (form.rows > 0) showTotal(sumOfAmounts(data));
createRoot(place()).render(
  <Form
    schema={jsonSchema(form)}
    uiSchema={uiSchema}
    validator={validator}
    formData={data}
    onSubmit={sent}
    onError={refused}
    {...total}
  />,
);
