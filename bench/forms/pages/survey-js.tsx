import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import { type BenchField, OPTIONS, startValues } from '../form-spec.ts';
import { filled, form, place, refused, sent } from './host.ts';

const TYPES = {
  text: { type: 'text' },
  number: { type: 'text', inputType: 'number' },
  select: { type: 'dropdown', choices: OPTIONS },
  checkbox: { type: 'boolean', renderAs: 'checkbox' },
  date: { type: 'text', inputType: 'date' },
  textarea: { type: 'comment' },
};

const question = ({ id, title, kind, required }: BenchField) => ({
  ...TYPES[kind],
  name: id,
  title,
  isRequired: required,
});

const column = (field: BenchField) => {
  const { type, ...rest } = question(field);
  return { ...rest, cellType: type };
};

const table = { type: 'matrixdynamic', name: 'table', columns: form.columns.map(column), choices: [] };
const total = { type: 'expression', name: 'sum', title: 'Total', expression: "sumInArray({table}, 'amount')" };

const survey = new Model({
  // By itself it reads a box when it is left; a total that follows the keys needs this.
  textUpdateMode: 'onTyping',
  elements: [...form.fields.map(question), ...(form.rows === 0 ? [] : [table, total])],
});
survey.data = startValues(form, filled);
survey.onComplete.add(sent);
survey.onValidatedErrorsOnCurrentPage.add((_, { errors }) => errors.length > 0 && refused());
createRoot(place()).render(<Survey model={survey} />);
