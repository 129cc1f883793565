import { MAX_WHOLE } from './decimal-text.ts';
import { MAX_ID } from './text-shape.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export const ID: JsonSchema = { type: 'string', minLength: 1, maxLength: MAX_ID };
export const DATE_SCHEMA: JsonSchema = { type: 'string', format: 'date' };

export const textSchema = (maxLength: number, required: boolean): JsonSchema => ({
  type: 'string',
  maxLength,
  ...(required ? { pattern: '\\S' } : {}),
});

export const decimalSchema = (scale: number): JsonSchema => ({
  type: 'string',
  pattern: `^-?(0|[1-9]\\d{0,${MAX_WHOLE - 1}})${scale === 0 ? '' : `(\\.\\d{1,${scale}})?`}$`,
});

export const listSchema = (items: JsonSchema, maxItems: number, required: boolean): JsonSchema => ({
  type: 'array',
  items,
  maxItems,
  ...(required ? { minItems: 1 } : {}),
});

export const patternSchema = (pattern: RegExp): JsonSchema => ({ type: 'string', pattern: pattern.source });

/** A closed object that has every one of these members. */
export const objectSchema = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
