import { suggest } from '../expression/suggest.ts';
import type { DocumentPath } from '../form/finding.ts';
import { isObject } from '../form/value.ts';

/** One JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;
/** All schemas by `$id`; the very objects the validator was given. */
export type Schemas = Readonly<Record<string, Schema>>;
/** A part of a schema and the file its own `$ref`s are relative to. */
export type Node = { readonly schema: Schema; readonly file: string };

const schemaOf = (value: unknown): Schema => (isObject(value) ? value : {});
/** Keys that may be used; `false` in a schema says that a key may not. */
export const keysOf = (schema: Schema): readonly string[] =>
  Object.entries(schemaOf(schema.properties)).flatMap(([key, part]) => (part === false ? [] : [key]));
const requiredOf = (schema: Schema): readonly string[] =>
  Array.isArray(schema.required) ? schema.required.map(String) : [];

/** Follows `$ref`s, which in our schemas stand alone. */
function resolve(schemas: Schemas, { schema, file }: Node): Node {
  if (typeof schema.$ref !== 'string') return { schema, file };
  const [name = '', pointer = ''] = schema.$ref.split('#');
  const target = name === '' ? file : name;
  const found = pointer.split('/').slice(1).reduce(childOf, schemas[target]);
  return resolve(schemas, { schema: schemaOf(found), file: target });
}

/** The branches of a `oneOf`; undefined when the schema has none. */
export const branchesOf = (schemas: Schemas, { schema, file }: Node): readonly Node[] | undefined =>
  Array.isArray(schema.oneOf)
    ? schema.oneOf.map((branch) => resolve(schemas, { schema: schemaOf(branch), file }))
    : undefined;

/** The schema the data chooses by its own keys, before any of it is judged; the `oneOf` itself when it chooses none. */
function narrow(schemas: Schemas, node: Node, data: unknown): Node {
  const resolved = resolve(schemas, node);
  const branches = branchesOf(schemas, resolved);
  const chosen = branches && choose(branches, data);
  return chosen === undefined ? resolved : narrow(schemas, chosen, data);
}

function choose(branches: readonly Node[], data: unknown): Node | undefined {
  const alike = branches.filter(({ schema }) => typesOf(schema).includes(jsonType(data)));
  if (alike.length < 2 || !isObject(data)) return alike[0];
  const key = constantKey(alike);
  if (key !== undefined)
    return alike.find(({ schema }) => childOf(childOf(schema.properties, key), 'const') === data[key]);
  const present = (candidates: readonly string[]) => candidates.filter((each) => Object.hasOwn(data, each)).length;
  const ranked = alike.toSorted((left, right) => present(ownKeys(right, alike)) - present(ownKeys(left, alike)));
  const [best] = ranked;
  if (best !== undefined && present(ownKeys(best, alike)) > 0) return best;
  const meant = (candidates: readonly string[]) =>
    Object.keys(data).some((each) => suggest(each, candidates) !== undefined);
  return alike.find((branch) => meant(ownKeys(branch, alike)));
}

/** The key that has a constant of its own in every branch, as `type` has. */
export function constantKey(branches: readonly Node[]): string | undefined {
  const [first] = branches;
  const keys = first === undefined || branches.length < 2 ? [] : keysOf(first.schema);
  return keys.find((key) =>
    branches.every(({ schema }) => childOf(childOf(schema.properties, key), 'const') !== undefined),
  );
}

/** Required keys that no other branch knows: `fill` and `by` of a fill step. */
export function ownKeys(branch: Node, branches: readonly Node[]): readonly string[] {
  const others = branches.filter((other) => other !== branch);
  return requiredOf(branch.schema).filter((key) => !others.some(({ schema }) => keysOf(schema).includes(key)));
}

/** The schema that applies to the value at a path. */
export function schemaAt(schemas: Schemas, root: string, data: unknown, path: DocumentPath): Node {
  let node = narrow(schemas, { schema: schemas[root] ?? {}, file: root }, data);
  let value = data;
  for (const step of path) {
    const { schema, file } = node;
    value = childOf(value, step);
    const inner =
      typeof step === 'number' ? schema.items : (childOf(schema.properties, step) ?? schema.additionalProperties);
    node = narrow(schemas, { schema: schemaOf(inner), file }, value);
  }
  return node;
}

export function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The JSON types a schema takes, as far as it says. */
export function typesOf(schema: Schema): readonly string[] {
  if (typeof schema.type === 'string') return schema.type === 'integer' ? ['number'] : [schema.type];
  const constants = 'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  return [...new Set(constants.map(jsonType))];
}

export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
