import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addSchema(JSON.parse(read('schemas/common.schema.json')));

const documents = {
  organisation: 'process-defs/organisation.yaml',
  calendar: 'process-defs/calendars/cn-work.yaml',
  lists: 'process-defs/lists.yaml',
  areas: 'process-defs/areas.yaml',
} as const;
const names = Object.keys(documents) as (keyof typeof documents)[];

const schemaOf = (name: string) => ajv.compile(JSON.parse(read(`schemas/${name}.schema.json`)));
const load = (name: keyof typeof documents) => parse(read(documents[name]));

/** The paths of locale maps that lack a language. */
function incomplete(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if ('zh-CN' in value) return Object.keys(value).length === 3 ? [] : [path];
  return entries.flatMap(([key, each]) => incomplete(each, `${path}/${key}`));
}

describe.each(names)('the %s document', (name) => {
  const check = schemaOf(name);

  test('fits its schema', () => {
    check(load(name));
    expect(check.errors).toBeNull();
  });

  test('is refused with an unknown key', () => {
    expect(check({ ...load(name), colour: 'red' })).toBe(false);
    expect(check.errors?.map((error) => error.keyword)).toEqual(['additionalProperties']);
  });

  test('has its words in three languages', () => {
    expect(incomplete(load(name))).toEqual([]);
  });
});

test.each(['lists', 'areas'] as const)('every id is used once in %s', (name) => {
  const groups: { id: string }[][] =
    name === 'areas'
      ? [load('areas').areas]
      : Object.values<{ options: { id: string }[] }>(load('lists').lists).map((list) => list.options);
  for (const group of groups) {
    const ids = group.map((entry) => entry.id);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test('the company has all its units, posts and people', () => {
  const { units, posts, people } = load('organisation');
  expect([units, posts, people].map((part) => Object.keys(part).length)).toEqual([37, 50, 42]);
});
