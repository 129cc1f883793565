import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind, NO_LIMITS } from '../../engine/form/kinds/kind.ts';
import { type JsonSchema, objectSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isLongerThan, textShape } from '../../engine/form/kinds/text-shape.ts';
import { isObject } from '../../engine/form/value.ts';
import type { SignatureField } from '../../schemas/generated/process.ts';

/** The side of the square that strokes are drawn in; widths and heights are at most this. */
const MAX_SIDE = 2000;
const MAX_STROKES = 200;
/** Numbers of one stroke: x and y in turn. */
const MAX_NUMBERS = 4000;
const MAX_NAME = 50;

const isCoordinate = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_SIDE;

const isStroke = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.length <= MAX_NUMBERS &&
  value.length % 2 === 0 &&
  value.every(isCoordinate);

const has = (value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean =>
  Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));

function shape(value: unknown): Flaws {
  if (!isObject(value)) return flaw('wrong-type');
  if (has(value, ['typed'])) return typedShape(value.typed);
  const { width, height, strokes } = value;
  const drawn = has(value, ['width', 'height', 'strokes']) && isCoordinate(width) && isCoordinate(height);
  if (!drawn || !Array.isArray(strokes) || strokes.length === 0) return flaw('wrong-type');
  if (strokes.length > MAX_STROKES) return flaw('too-many', { max: MAX_STROKES }, '/strokes');
  const wrong = strokes.findIndex((stroke) => !isStroke(stroke));
  return wrong < 0 ? undefined : flaw('wrong-type', {}, `/strokes/${wrong}`);
}

function typedShape(typed: unknown): Flaws {
  const flaws = textShape(typed);
  if (flaws || typeof typed !== 'string' || typed.trim() === '') return flaws ?? flaw('wrong-type', {}, '/typed');
  return isLongerThan(typed, MAX_NAME) ? flaw('too-long', { max: MAX_NAME }, '/typed') : undefined;
}

const COORDINATE: JsonSchema = { type: 'integer', minimum: 0, maximum: MAX_SIDE };

/** Drawn: the lines of a pen in a box of this size. Typed: the name of whoever cannot or will not draw. */
export const signature: Kind<SignatureField> = {
  exprType: () => ({ kind: 'any' }),
  isEmpty: isAbsent,
  shape: () => shape,
  limits: () => NO_LIMITS,
  jsonSchema: () => ({
    oneOf: [
      objectSchema({ typed: { type: 'string', minLength: 1, maxLength: MAX_NAME, pattern: '\\S' } }),
      objectSchema({
        width: COORDINATE,
        height: COORDINATE,
        strokes: {
          type: 'array',
          minItems: 1,
          maxItems: MAX_STROKES,
          items: { type: 'array', minItems: 2, maxItems: MAX_NUMBERS, items: COORDINATE },
        },
      }),
    ],
  }),
};
