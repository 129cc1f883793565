import type { Field, TableField } from '../../schemas/generated/process.ts';
import { DECIMAL_SCALE } from './kinds/decimal.ts';
import { MAX_WHOLE } from './kinds/decimal-text.ts';
import { FILES_MAX, MAX_FILE_NAME, SHA256 } from './kinds/files.ts';
import { MAX_ENTRIES } from './kinds/id-list.ts';
import { LONG_TEXT_MAX } from './kinds/long-text.ts';
import { MONEY_SCALE } from './kinds/money.ts';
import { optionIds } from './kinds/option.ts';
import { PERCENT_SCALE } from './kinds/percent.ts';
import { RATING_MAX } from './kinds/rating.ts';
import { maxRowsOf } from './kinds/table.ts';
import { TEXT_MAX } from './kinds/text.ts';
import { MAX_ID } from './kinds/text-shape.ts';
import type { FormModel } from './model.ts';
import { ROW_ID, ROW_KEY } from './value.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

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
    properties: Object.fromEntries(fields.map(({ id, field }) => [id, schemaOf(field)])),
    required: fields.filter(({ field }) => isNeeded(field)).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** A table that must have rows is needed even when it is not required by name. */
function isNeeded(field: Field): boolean {
  const needsRows = field.type === 'table' && (field.minRows ?? 0) > 0 && field.visible === undefined;
  return needsRows || isAlwaysRequired(field);
}

/** Whether every submission must contain the field: required without a condition, and always visible. */
const isAlwaysRequired = (field: Field): boolean =>
  field.required === true && field.visible === undefined && !isDerived(field);

/** The engine gives the value, nobody else. */
const isDerived = (field: Field): boolean =>
  field.compute !== undefined || ('lookup' in field && field.lookup !== undefined);

/** The schema of one field with what people call it. */
function schemaOf<K extends Field['type']>(field: Extract<Field, { type: K }>): JsonSchema {
  const { title } = field;
  const kind: K = field.type;
  return {
    title: typeof title === 'string' ? title : title['zh-CN'],
    ...schemas[kind](field, isAlwaysRequired(field)),
    ...(isDerived(field) ? { readOnly: true } : {}),
  };
}

const ID: JsonSchema = { type: 'string', minLength: 1, maxLength: MAX_ID };
const DATE: JsonSchema = { type: 'string', format: 'date' };
const FILE: JsonSchema = {
  type: 'object',
  properties: {
    id: ID,
    name: { type: 'string', minLength: 1, maxLength: MAX_FILE_NAME },
    size: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    type: { type: 'string', maxLength: MAX_FILE_NAME },
    sha256: { type: 'string', pattern: SHA256.source },
  },
  required: ['id', 'name', 'size', 'type', 'sha256'],
  additionalProperties: false,
};

const text = (maxLength: number, required: boolean): JsonSchema => ({
  type: 'string',
  maxLength,
  ...(required ? { pattern: '\\S' } : {}),
});

const decimal = (scale: number): JsonSchema => ({
  type: 'string',
  pattern: `^-?(0|[1-9]\\d{0,${MAX_WHOLE - 1}})${scale === 0 ? '' : `(\\.\\d{1,${scale}})?`}$`,
});

const list = (items: JsonSchema, maxItems: number, required: boolean): JsonSchema => ({
  type: 'array',
  items,
  maxItems,
  ...(required ? { minItems: 1 } : {}),
});

function table(field: TableField, required: boolean): JsonSchema {
  const columns = Object.entries<Field>(field.columns);
  const minItems = Math.max(field.minRows ?? 0, required ? 1 : 0);
  const row = {
    type: 'object',
    properties: {
      [ROW_KEY]: { type: 'string', pattern: ROW_ID.source },
      ...Object.fromEntries(columns.map(([id, column]) => [id, schemaOf(column)])),
    },
    required: columns.filter(([, column]) => isAlwaysRequired(column)).map(([id]) => id),
    additionalProperties: false,
  };
  return { ...list(row, maxRowsOf(field), false), ...(minItems > 0 ? { minItems } : {}) };
}

/** The schema of a filled-in value of each kind; `required` when an empty one is refused always. */
const schemas: {
  readonly [K in Field['type']]: (field: Extract<Field, { type: K }>, required: boolean) => JsonSchema;
} = {
  text: ({ max = TEXT_MAX }, required) => text(max, required),
  longText: ({ max = LONG_TEXT_MAX }, required) => text(max, required),
  integer: ({ min, max }) => ({
    type: 'integer',
    minimum: Number(min ?? Number.MIN_SAFE_INTEGER),
    maximum: Number(max ?? Number.MAX_SAFE_INTEGER),
  }),
  decimal: ({ scale = DECIMAL_SCALE }) => decimal(scale),
  money: () => decimal(MONEY_SCALE),
  percent: ({ scale = PERCENT_SCALE }) => decimal(scale),
  rating: ({ max = RATING_MAX }) => ({ type: 'integer', minimum: 1, maximum: max }),
  flag: () => ({ type: 'boolean' }),
  choice: ({ options }) => ({ enum: optionIds(options) }),
  choices: ({ options, max = MAX_ENTRIES }, required) => ({
    ...list({ enum: optionIds(options) }, max, required),
    uniqueItems: true,
  }),
  date: () => DATE,
  dateRange: () => ({
    type: 'object',
    properties: { start: DATE, end: DATE },
    required: ['start', 'end'],
    additionalProperties: false,
  }),
  week: () => ({ type: 'string', pattern: '^\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])$' }),
  person: () => ID,
  people: ({ max = MAX_ENTRIES }, required) => ({ ...list(ID, max, required), uniqueItems: true }),
  unit: () => ID,
  reference: () => ID,
  files: ({ max = FILES_MAX }, required) => list(FILE, max, required),
  table,
};
