import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../engine/form/kinds/kinds.ts';
import { acceptPatch } from '../../../engine/form/patch.ts';
import { validate } from '../../../engine/form/validate.ts';
import { examples } from '../../../fields/examples.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { everything, facts, modelOf } from './fixture.ts';

type Example = {
  readonly fields: Readonly<Record<string, Field>>;
  readonly takes: Readonly<Record<string, readonly unknown[]>>;
  readonly refuses: readonly {
    readonly field?: string;
    readonly value: unknown;
    readonly code: string;
    readonly under?: string;
  }[];
};
const kinds: readonly (readonly [string, Example])[] = Object.entries(examples);

/** Issues of handing in one value; a group finds its members beside it. */
function judge(field: Field, value: unknown) {
  const members = field.type === 'group' ? field.members : [];
  const beside = Object.fromEntries(members.map((id) => [id, { type: 'text', title: id } satisfies Field]));
  const model = modelOf({ f: { x: field, ...beside } });
  const result = acceptPatch(model, {}, { f: { x: value } }, everything(model), facts);
  const issues = result.ok ? validate(model, result.value, facts, everything(model)) : result.error;
  return issues.map(({ code, path }) => ({ code, path }));
}

describe.each(kinds)('%s', (_kind, { fields, takes, refuses }) => {
  const [first = ''] = Object.keys(fields);

  test('takes its examples', () => {
    for (const [name, values] of Object.entries(takes)) {
      const field = fields[name];
      expect(field, name).toBeDefined();
      for (const value of values)
        expect({ value, issues: field && judge(field, value) }).toEqual({ value, issues: [] });
    }
  });

  test('refuses its examples, each at its place', () => {
    for (const { field: name = first, value, code, under = '' } of refuses) {
      const field = fields[name];
      expect({ value, issues: field && judge(field, value) }).toMatchObject({
        value,
        issues: [{ code, path: `/f/x${under}` }],
      });
    }
  });

  test('has an example for every field, and says what is wrong at least once', () => {
    const valueless = Object.values(fields).some((field) => kindOf(field).valueless === true);
    expect(Object.keys(takes)).toEqual(valueless ? [] : Object.keys(fields));
    expect(refuses.length).toBeGreaterThan(0);
  });
});
