import type { Field } from '../../schemas/generated/process.ts';
import { fieldSchema, isAlwaysRequired } from './kinds/field-schema.ts';
import type { JsonSchema } from './kinds/schema-parts.ts';
import type { FormModel } from './model.ts';

export type { JsonSchema };

/**
 * The JSON Schema 2020-12 of a complete submission of one form, for those who write to it from outside: types,
 * options, limits and rows. What depends on other values (conditions, date rules, sums, who exists) it cannot say;
 * `validate` does. Fields whose value is computed are marked read-only.
 */
export function toJsonSchema(model: FormModel, formId: string): JsonSchema {
  const fields = (model.forms.get(formId) ?? []).filter(({ kind }) => kind.valueless !== true);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(fields.map(({ id, kind, field }) => [id, fieldSchema(kind, field)])),
    required: fields.filter(({ field }) => isNeeded(field)).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** A table that must have rows is needed even when it is not required by name. */
function isNeeded(field: Field): boolean {
  const needsRows = field.type === 'table' && (field.minRows ?? 0) > 0 && field.visible === undefined;
  return needsRows || isAlwaysRequired(field);
}
