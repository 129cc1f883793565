import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJsonSchema } from '../../../engine/form/json-schema.ts';
import type { FormModel } from '../../../engine/form/model.ts';
import { acceptPatch } from '../../../engine/form/patch.ts';
import { validate } from '../../../engine/form/validate.ts';
import type { Column, Field } from '../../../schemas/generated/process.ts';
import { everything, type Fields, facts, modelOf } from './fixture.ts';
import { plan } from './plan.ts';

const title = '字段';
const options = [
  { id: 'ad', title: '广告' },
  { id: 'fair', title: '展会' },
  { id: 'other', title: '其他' },
];

function compiled(model: FormModel): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, ownProperties: true, allErrors: false });
  formats.default(ajv);
  return ajv.compile(toJsonSchema(model, 'f'));
}

/** Whether the engine takes a body as a whole submission. */
function isTaken(model: FormModel, body: unknown): boolean {
  const rights = everything(model);
  const result = acceptPatch(model, {}, { f: body }, rights, facts);
  return result.ok && validate(model, result.value, facts, rights).length === 0;
}

// --- random forms of what the schema can say -------------------------------------------------------------------------

const required = fc.boolean();
const bound = fc.integer({ min: -5, max: 5 });
const someText = fc.oneof(
  fc.string({ maxLength: 8, unit: 'grapheme' }),
  fc.constantFrom('', ' ', '\u3000', '😀😀😀', 'ad', '5'),
);
const isWellFormed = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

const column: fc.Arbitrary<Column> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    title: fc.constant(title),
    required,
    max: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    type: fc.constant('longText' as const),
    title: fc.constant(title),
    required,
    max: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ type: fc.constant('integer' as const), title: fc.constant(title), required, min: bound }),
  fc.record({ type: fc.constant('integer' as const), title: fc.constant(title), required, max: bound.map(String) }),
  fc.record({
    type: fc.constant('decimal' as const),
    title: fc.constant(title),
    required,
    scale: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ type: fc.constantFrom('money' as const, 'percent' as const), title: fc.constant(title), required }),
  fc.record({
    type: fc.constant('rating' as const),
    title: fc.constant(title),
    required,
    max: fc.integer({ min: 2, max: 10 }),
  }),
  fc.record({
    type: fc.constant('choice' as const),
    title: fc.constant(title),
    required,
    options: fc.constant(options),
  }),
  fc.record({
    type: fc.constantFrom('flag' as const, 'date' as const, 'week' as const),
    title: fc.constant(title),
    required,
  }),
  fc.record({ type: fc.constantFrom('person' as const, 'unit' as const), title: fc.constant(title), required }),
  fc.record({
    type: fc.constant('reference' as const),
    title: fc.constant(title),
    required,
    to: fc.constant({ ledger: 'campaigns' }),
  }),
);
const field: fc.Arbitrary<Field> = fc.oneof(
  { arbitrary: column, weight: 4 },
  {
    arbitrary: fc.record({
      type: fc.constant('choices' as const),
      title: fc.constant(title),
      required,
      options: fc.constant(options),
      max: fc.integer({ min: 1, max: 3 }),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constantFrom('dateRange' as const, 'people' as const),
      title: fc.constant(title),
      required,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('files' as const),
      title: fc.constant(title),
      required,
      max: fc.integer({ min: 1, max: 2 }),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('table' as const),
      title: fc.constant(title),
      required,
      minRows: fc.integer({ min: 0, max: 2 }),
      maxRows: fc.integer({ min: 2, max: 3 }),
      columns: fc.dictionary(fc.constantFrom('a', 'b', 'c'), column, { minKeys: 1 }),
    }),
    weight: 2,
  },
);

const decimalText = fc
  .tuple(fc.bigInt({ min: -1000n, max: 10n ** 19n }), fc.nat(5), fc.boolean())
  .map(([whole, digits, hasPoint]) => (hasPoint ? `${whole}.${'7'.repeat(digits)}` : String(whole)));
const dateText = fc.constantFrom('2026-02-28', '2026-02-29', '2028-02-29', '2026-13-01', '2026-1-1', '1999-12-31');
const file = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', ''),
    name: fc.constantFrom('方案.pdf', ''),
    size: fc.constantFrom(0, 5, -1, 1.5),
    type: fc.constant('text/plain'),
    sha256: fc.constantFrom('ab'.repeat(32), 'ab'.repeat(32), 'xy'),
    extra: fc.constant(1),
  },
  { requiredKeys: ['id', 'type'] },
);
/** Values that are wrong nearly everywhere, so that shapes are told apart. Null clears and is no value. */
const stray = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  someText,
  fc.constantFrom([], [[]], {}, { x: 1 }, 1e300, -0),
);

const rarely = <T>(value: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary: value, weight: 1 });

/** Values that are right, but for the rows of tables. */
function goodValue(kind: Field): fc.Arbitrary<unknown> {
  switch (kind.type) {
    case 'text':
    case 'longText':
      return fc.constantFrom('a', '😀', '行', 'b ');
    case 'integer':
      return fc.integer({ min: Number(kind.min ?? -9), max: Number(kind.max ?? 9) });
    case 'rating':
      return fc.integer({ min: 1, max: kind.max ?? 5 });
    case 'decimal':
    case 'money':
    case 'percent':
      return fc.constantFrom(
        '0',
        '-12',
        '999999999999999999',
        ...('scale' in kind && kind.scale === 0 ? [] : ['0.5', '-3.0']),
      );
    case 'choice':
      return fc.constantFrom('ad', 'fair', 'other');
    case 'choices':
      return fc.uniqueArray(fc.constantFrom('ad', 'fair', 'other'), { minLength: 1, maxLength: kind.max ?? 3 });
    case 'date':
      return fc.constantFrom('2026-02-28', '2028-02-29');
    case 'dateRange':
      return fc.constant({ start: '2026-01-01', end: '2026-01-02' });
    case 'week':
      return fc.constantFrom('2026-W01', '2026-W53');
    case 'people':
      return fc.constantFrom(['u01'], ['u02', 'u01']);
    case 'files':
      return fc.constant([{ id: 'a', name: '方案.pdf', size: 5, type: 'text/plain', sha256: 'ab'.repeat(32) }]);
    case 'table':
      return fc.array(bodyFor(kind.columns), {
        minLength: Math.max(1, kind.minRows ?? 0),
        maxLength: kind.maxRows ?? 3,
      });
    default:
      return nearValue(kind);
  }
}

/** Values of the right kind that may break a limit. */
function nearValue(kind: Field): fc.Arbitrary<unknown> {
  switch (kind.type) {
    case 'text':
    case 'longText':
      return someText;
    case 'integer':
    case 'rating':
      return fc.integer({ min: -8, max: 12 });
    case 'decimal':
    case 'money':
    case 'percent':
      return decimalText;
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom('ad', 'fair', 'gone');
    case 'choices':
      return fc.array(fc.constantFrom('ad', 'fair', 'other', 'gone'), { maxLength: 4 });
    case 'date':
      return dateText;
    case 'dateRange':
      return fc.constantFrom(
        { start: '2026-01-01', end: '2026-01-02' },
        { start: '2026-01-01' },
        { start: '2026-02-30', end: '2026-03-01' },
      );
    case 'week':
      return fc.constantFrom('2026-W01', '2026-W53', '2026-W00', '2026-W54', '2026-48');
    case 'person':
      return fc.constantFrom('u01', 'u02');
    case 'people':
      return fc.array(fc.constantFrom('u01', 'u02'), { maxLength: 3 });
    case 'unit':
      return fc.constantFrom('east', 'west');
    case 'reference':
      return fc.constantFrom('row-1', 'row-2');
    case 'files':
      return fc.uniqueArray(file, { maxLength: 3, selector: ({ id }) => id });
    case 'table':
      return fc.array(bodyFor(kind.columns), { maxLength: 4 });
  }
}

/** A body that fits a form more or less: keys left out, strays put in, now and then a key that is no field. */
function bodyFor(fields: Readonly<Record<string, Field>>): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(fields).map(([id, kind]) => {
    const value = fc.oneof(
      { arbitrary: goodValue(kind), weight: 40 },
      { arbitrary: nearValue(kind), weight: 3 },
      { arbitrary: stray, weight: 1 },
    );
    return [id, value.filter((one) => !isClearing(kind, one))] as const;
  });
  const extra = rarely(fc.constantFrom('x', 'toString'), 20);
  const left = rarely(fc.constantFrom(...Object.keys(fields)), 3);
  return fc.tuple(fc.record(Object.fromEntries(values)), extra, left).map(([body, more, out]) => {
    const kept = Object.entries(body).filter(([id]) => id !== out);
    return { ...Object.fromEntries(kept), ...(more === undefined ? {} : { [more]: 1 }) };
  });
}

/** `{}` and a missing answer clear a range at the door, and ids the facts do not know are beyond the schema. */
function isClearing({ type }: Field, value: unknown): boolean {
  const isId = type === 'person' || type === 'unit' || type === 'reference';
  if (isId && typeof value === 'string' && value !== '')
    return !['u01', 'u02', 'east', 'west', 'row-1', 'row-2'].includes(value);
  if (typeof value === 'string') return !isWellFormed(value);
  return type === 'dateRange' && JSON.stringify(value) === '{}';
}

describe('the JSON Schema of a form', () => {
  test('gives the verdict that the engine gives', () => {
    const form = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's', 't'), field, { minKeys: 1 });
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(
        form.chain((fields) =>
          fc.tuple(fc.constant(fields), fc.array(bodyFor(fields), { minLength: 16, maxLength: 16 })),
        ),
        ([fields, bodies]) => {
          const model = modelOf({ f: fields as Fields });
          const check = compiled(model);
          for (const body of bodies) {
            const taken = isTaken(model, body);
            seen[taken ? 'taken' : 'refused'] += 1;
            const valid = check(body);
            expect({ body, taken, errors: check.errors }).toEqual({ body, taken: valid, errors: check.errors });
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(200);
  }, 30_000);

  test('says what a field is called, and that computed ones are read-only', () => {
    expect(toJsonSchema(plan, 'plan')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: ['name', 'kind'],
      properties: {
        name: { title: '字段', type: 'string', maxLength: 200, pattern: '\\S' },
        total: { readOnly: true, pattern: '^-?(0|[1-9]\\d{0,17})(\\.\\d{1,2})?$' },
        balance: { readOnly: true },
        budget: {
          type: 'array',
          maxItems: 500,
          items: { required: ['item'], additionalProperties: false, properties: { amount: { readOnly: true } } },
        },
      },
    });
  });
});
