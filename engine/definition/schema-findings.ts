import { suggest } from '../expression/suggest.ts';
import type { DocumentPath } from '../form/finding.ts';
import type { Finding, FindingCode } from './finding.ts';
import {
  branchesOf,
  childOf,
  constantKey,
  jsonType,
  keysOf,
  ownKeys,
  type Schema,
  type Schemas,
  schemaAt,
  typesOf,
} from './schema-walk.ts';

/** One error of a JSON Schema validator that reports all of them; `parentSchema` holds the keyword that failed. */
export type SchemaError = {
  readonly keyword: string;
  /** JSON Pointer into the data. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: unknown;
};

const SIZES: ReadonlySet<string> = new Set([
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
]);

type Place = { readonly path: DocumentPath; readonly schema: Schema; readonly data: unknown };

/**
 * Turns the errors of a validator into findings, one for each mistake. Where a schema offers alternatives a validator
 * reports what is wrong with every one of them; only the errors of the alternative that the data's own keys choose
 * are kept.
 *
 * @param root `$id` of the schema the data was judged by.
 */
export function schemaFindings(
  errors: readonly SchemaError[],
  schemas: Schemas,
  root: string,
  data: unknown,
): readonly Finding[] {
  const findings = errors.flatMap((error) => {
    const path = pathOf(error.instancePath, data);
    if (error.keyword === 'false schema') return forbidden(schemas, root, data, path);
    const node = schemaAt(schemas, root, data, path);
    if (node.schema !== error.parentSchema) return [];
    const place = { path, schema: node.schema, data: path.reduce(childOf, data) };
    const branches = error.keyword === 'oneOf' ? branchesOf(schemas, node) : undefined;
    return [branches === undefined ? explain(error, place, schemas) : noBranch(branches, place)];
  });
  const once = new Map(
    findings.map((finding) => [JSON.stringify([finding.code, finding.path, finding.params]), finding]),
  );
  return [...once.values()].filter(
    (finding) => !findings.some((other) => isMisspelt(finding, other) || isCutOff(finding, other)),
  );
}

/** A key that the chosen alternative names only to rule it out. */
function forbidden(schemas: Schemas, root: string, data: unknown, path: DocumentPath): readonly Finding[] {
  const name = String(path.at(-1));
  const { schema } = schemaAt(schemas, root, data, path.slice(0, -1));
  const isChosen = childOf(schema.properties, name) === false;
  return isChosen ? [finding('unknown-key', path, { name }, suggest(name, keysOf(schema)))] : [];
}

/** A missing key is not reported beside the misspelt one that was meant for it. */
const isMisspelt = (missing: Finding, other: Finding): boolean =>
  missing.code === 'missing-key' &&
  other.code === 'unknown-key' &&
  other.suggestion === missing.params.name &&
  other.path.slice(0, -1).join('/') === missing.path.join('/');

/** What is missing behind a key that is the rest of an expression says nothing more. */
const isCutOff = (shape: Finding, other: Finding): boolean =>
  shape.code === 'wrong-shape' && other.params.why === 'comma' && other.path.join('/') === shape.path.join('/');

function pathOf(pointer: string, data: unknown): DocumentPath {
  const path: (string | number)[] = [];
  let value = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = childOf(value, key);
  }
  return path;
}

function explain({ keyword, params }: SchemaError, place: Place, schemas: Schemas): Finding {
  const { path, schema, data } = place;
  const text = (name: string): string => String(params[name]);
  if (SIZES.has(keyword)) return finding('wrong-size', path, { limit: keyword, size: text('limit') });
  switch (keyword) {
    case 'additionalProperties': {
      const name = text('additionalProperty');
      return finding('unknown-key', [...path, name], { name, ...cut(name) }, suggest(name, keysOf(schema)));
    }
    case 'required':
    case 'dependentRequired':
      return finding('missing-key', path, { name: text('missingProperty') });
    case 'const':
    case 'enum':
      return notAllowed(path, data, 'const' in schema ? [schema.const] : params.allowedValues);
    case 'pattern':
      return finding('bad-format', path, {
        value: shortText(data),
        pattern: text('pattern'),
        kind: kindOf(schema, schemas, path),
      });
    case 'propertyNames': {
      const name = text('propertyName');
      return finding('bad-key', [...path, name], { name, ...cut(name) });
    }
    case 'uniqueItems':
      return finding('repeated-item', [...path, Math.max(Number(params.i), Number(params.j))], {});
    default:
      return finding('wrong-shape', path, {
        expected: keyword === 'type' ? text('type') : keyword,
        actual: jsonType(data),
        ...(kindOf(schema, schemas, path) === 'expression' ? { kind: 'expression' } : {}),
      });
  }
}

/** Between braces a comma ends a value, so that the rest of an expression without quotes becomes a key. */
const cut = (name: string): Finding['params'] => (/[()'"<>=?&|+*/]/.test(name) ? { why: 'comma' } : {});

/** The data chose none of the alternatives. */
function noBranch(branches: NonNullable<ReturnType<typeof branchesOf>>, { path, data }: Place): Finding {
  const alike = branches.filter(({ schema }) => typesOf(schema).includes(jsonType(data)));
  const key = constantKey(alike);
  if (key !== undefined) {
    const value = childOf(data, key);
    const constants = alike.map(({ schema }) => childOf(childOf(schema.properties, key), 'const'));
    return value === undefined
      ? finding('missing-key', path, { name: key })
      : notAllowed([...path, key], value, constants);
  }
  if (alike.length > 1) {
    const keys = alike.map((branch) => ownKeys(branch, alike)[0] ?? '');
    return finding('no-variant', path, { keys: keys.join(', ') });
  }
  const expected = [...new Set(branches.flatMap(({ schema }) => typesOf(schema)))];
  return finding('wrong-shape', path, { expected: expected.join(', '), actual: jsonType(data) });
}

function notAllowed(path: DocumentPath, value: unknown, allowed: unknown): Finding {
  const names = Array.isArray(allowed) ? allowed.map(String) : [];
  return finding(
    'not-allowed-value',
    path,
    { value: shortText(value), allowed: names.join(', ') },
    suggest(String(value), names),
  );
}

/** A value as a sentence shows it. */
function shortText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What a pattern is called: the name of its definition, else the key it stands at. */
function kindOf(schema: Schema, schemas: Schemas, path: DocumentPath): string {
  const named = Object.values(schemas).flatMap(({ $defs }) => Object.entries($defs ?? {}));
  const key = path.findLast((step) => typeof step === 'string');
  return named.find(([, each]) => each === schema)?.[0] ?? key ?? '';
}

function finding(code: FindingCode, path: DocumentPath, params: Finding['params'], suggestion?: string): Finding {
  return { code, severity: 'error', path, params, ...(suggestion === undefined ? {} : { suggestion }) };
}
