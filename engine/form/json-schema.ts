import type { Field } from '../../schemas/generated/process.ts';
import { fieldSchema, isAlwaysRequired } from './kinds/field-schema.ts';
import type { JsonSchema } from './kinds/schema-parts.ts';
import type { FieldNode, FormModel } from './model.ts';

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
    properties: Object.fromEntries(fields.map((node) => [node.id, fieldSchema(node.kind, asDeclared(node))])),
    required: fields.filter((node) => isNeeded(asDeclared(node))).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** What stands in a section or a group that may be hidden counts as hidden by a condition of its own. */
const asDeclared = ({ field, visible }: FieldNode): Field =>
  visible === undefined || field.visible !== undefined ? field : { ...field, visible: 'false' };

/** A table that must have rows is needed even when it is not required by name. */
function isNeeded(field: Field): boolean {
  const needsRows = field.type === 'table' && (field.minRows ?? 0) > 0 && field.visible === undefined;
  return needsRows || isAlwaysRequired(field);
}
