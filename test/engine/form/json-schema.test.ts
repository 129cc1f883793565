import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJsonSchema } from '../../../engine/form/json-schema.ts';
import type { FormModel } from '../../../engine/form/model.ts';
import { acceptPatch } from '../../../engine/form/patch.ts';
import { validate } from '../../../engine/form/validate.ts';
import { everything, type Fields, facts, modelOf } from './fixture.ts';
import { plan } from './plan.ts';
import { bodyFor } from './random-body.ts';
import { form } from './random-form.ts';

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

describe('the JSON Schema of a form', () => {
  test('gives the verdict that the engine gives', () => {
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
      { numRuns: 160 },
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
