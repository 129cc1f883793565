import { addRow, type Editable, type FormFacts, type FormModel, fieldState, rowsOf, type Values } from '#engine';

/** A new form begins with the rows each of its tables must have, so that one types at once. */
export function withFirstRows(model: FormModel, form: string, given: Values, facts: FormFacts, editable: Editable) {
  let values = given;
  for (const { field, id, path } of model.forms.get(form) ?? []) {
    if (field.type !== 'table' || field.rows === 'fixed' || !editable.has(path)) continue;
    const { visible, readonly } = fieldState(model, values, facts, path);
    if (!visible || readonly || rowsOf(values[form]?.[id]).length > 0) continue;
    for (let count = 0; count < (field.minRows ?? 0); count += 1) values = addRow(model, values, facts, path);
  }
  return values;
}
