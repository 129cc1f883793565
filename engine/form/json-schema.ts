import type { JsonSchema } from './kinds/kind.ts';
import { isAlwaysRequired, schemaOf } from './kinds/table.ts';
import type { FieldNode, FormModel } from './model.ts';

/**
 * The JSON Schema 2020-12 of a complete submission of one form, for those who write to it from outside: types,
 * options, limits and rows. What depends on other values (conditions, date rules, sums, who exists) it cannot say;
 * `validate` does. Fields whose value is computed are marked read-only.
 */
export function toJsonSchema(model: FormModel, formId: string): JsonSchema {
  const fields = model.forms.get(formId) ?? [];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(fields.map(({ id, kind, field }) => [id, schemaOf(kind, field)])),
    required: fields.filter(isNeeded).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** A table that must have rows is needed even when it is not required by name. */
function isNeeded({ field }: FieldNode): boolean {
  const needsRows = field.type === 'table' && (field.minRows ?? 0) > 0 && field.visible === undefined;
  return needsRows || isAlwaysRequired(field);
}
