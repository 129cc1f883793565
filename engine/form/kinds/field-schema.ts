import type { Field } from '../../../schemas/generated/process.ts';
import { isDerivedField } from '../derived.ts';
import type { Kind } from './kind.ts';
import type { JsonSchema } from './schema-parts.ts';

/** Whether every submission must contain the field: required without a condition, and always visible. */
export const isAlwaysRequired = (field: Field): boolean =>
  'required' in field && field.required === true && field.visible === undefined && !isDerivedField(field);

/** The schema of one field with what people call it. */
export function fieldSchema<F extends Field>(kind: Pick<Kind<F>, 'jsonSchema'>, field: F): JsonSchema {
  const { title } = field;
  return {
    title: typeof title === 'string' ? title : title['zh-CN'],
    ...kind.jsonSchema(field, isAlwaysRequired(field)),
    ...(isDerivedField(field) ? { readOnly: true } : {}),
  };
}
