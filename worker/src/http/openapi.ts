import packageJson from '../../../package.json' with { type: 'json' };
import api from '../../../schemas/api.schema.json' with { type: 'json' };
import calendar from '../../../schemas/calendar.schema.json' with { type: 'json' };
import common from '../../../schemas/common.schema.json' with { type: 'json' };
import ledger from '../../../schemas/ledger.schema.json' with { type: 'json' };
import process from '../../../schemas/process.schema.json' with { type: 'json' };
import report from '../../../schemas/report.schema.json' with { type: 'json' };
import table from '../../../schemas/table.schema.json' with { type: 'json' };
import { type ProblemCode, statusOf } from './problem.ts';
import { IDEMPOTENCY_KEY, json, type Route, route } from './route.ts';

/** Describes `routes` under `/api/openapi.json`, itself included. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  return route({
    method: 'GET',
    path: '/api/openapi.json',
    access: 'public',
    answer: { status: 200, type: 'application/json' },
    handle: async ({ profile }) => json(openApi(routes(), profile.cookie.name)),
  });
}

type Schema = { readonly [key: string]: unknown };
const sources: Readonly<Record<string, { readonly $defs: Readonly<Record<string, Schema>> }>> = {
  'api.schema.json': api,
  'calendar.schema.json': calendar,
  'common.schema.json': common,
  'ledger.schema.json': ledger,
  'process.schema.json': process,
  'report.schema.json': report,
  'table.schema.json': table,
};

/** The description of the API, made from the same table and schemas that requests are judged by. */
function openApi(routes: readonly Route[], cookie: string): Schema {
  const schemas = new Map<string, Schema>();
  for (const name of Object.keys(api.$defs)) include('api.schema.json', name, schemas);
  const paths: Record<string, Record<string, Schema>> = {};
  for (const each of routes) {
    paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: operation(each) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Formloop', version: packageJson.version },
    paths,
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookie },
        startToken: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

const COMMAND_CODES = ['missing-idempotency-key', 'idempotency-mismatch', 'conflict'] as const;
const BODY_CODES = [
  'not-json',
  'encoded-body',
  'too-large',
  'malformed-json',
  'duplicate-key',
  'inexact-number',
  'too-deep',
  'forbidden-key',
  'ill-formed-text',
  'invalid-body',
] as const;

const jsonOf = (schema: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } });

function operation(each: Route): Schema {
  const { answer, body, rawBody, access, machines } = each;
  const content = answer.schema ? jsonOf(answer.schema) : answer.type && { [answer.type]: {} };
  return {
    operationId: operationId(each),
    parameters: parameters(each),
    ...(access === 'person' && { security: [{ session: [] }, ...(machines ? [{ startToken: [] }] : [])] }),
    ...(body && { requestBody: { required: true, content: jsonOf(body) } }),
    ...(rawBody && { requestBody: { required: true, content: { '*/*': { schema: { maxLength: rawBody } } } } }),
    responses: {
      [answer.status]: { description: 'done', ...(content && { content }) },
      ...(answer.aside && { [answer.aside]: { description: 'put aside', ...(content && { content }) } }),
      ...refusals(each),
    },
  };
}

/** `POST /api/cases/{id}/commands` -> `postCasesIdCommands` */
const operationId = ({ method, path }: Route) =>
  method.toLowerCase() +
  path
    .replace('/api', '')
    .replaceAll(/[/.]\{?(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll('}', '');

function parameters({ path, query = {}, command, rawBody }: Route): Schema[] {
  const text = { type: 'string' };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const inQuery = Object.entries(query).map(([name, { required = false, ...rule }]) => ({
    name,
    in: 'query',
    required,
    schema: { ...text, ...rule },
  }));
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { ...text, pattern: IDEMPOTENCY_KEY } };
  const fileName = { name: 'X-File-Name', in: 'header', required: true, schema: text };
  return [...inPath, ...inQuery, ...(command ? [key] : []), ...(rawBody ? [fileName] : [])];
}

/** What every route of a kind can answer, beside what it says of itself. */
function codesOf({ access, body, command, method, refuses = [] }: Route): ReadonlySet<ProblemCode> {
  return new Set<ProblemCode>([
    ...refuses,
    ...(access === 'person' ? (['signed-out'] as const) : []),
    ...(method === 'GET' ? [] : (['cross-site'] as const)),
    ...(command ? COMMAND_CODES : []),
    ...(body ? BODY_CODES : []),
    'invalid-query',
    'unexpected',
    'unavailable',
  ]);
}

function refusals(each: Route): Schema {
  const byStatus = Map.groupBy(codesOf(each), (code) => statusOf[code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: [...codes].sort().join(', '), content }]),
  );
}

/** Takes a schema and whatever it refers to into the components. */
function include(file: string, name: string, schemas: Map<string, Schema>): void {
  const key = keyOf(file, name);
  const schema = name === '' ? documentSchema(file) : sources[file]?.$defs[name];
  if (schema === undefined || schemas.has(key)) return;
  schemas.set(key, {});
  schemas.set(key, rewrite(schema, file, schemas));
}

/** What a file says of a whole document. */
function documentSchema(file: string): Schema {
  const { $schema: _dialect, $id: _id, $defs: _parts, ...schema }: Schema = sources[file] ?? {};
  return schema;
}

/** Names of other files get their file's name in front, so that none is taken twice. */
const keyOf = (file: string, name: string) =>
  file === 'api.schema.json' ? name : [file.split('.')[0], name].filter(Boolean).join('.');

function rewrite(node: unknown, file: string, schemas: Map<string, Schema>): Schema {
  return Object.fromEntries(
    Object.entries(node ?? {}).map(([key, value]) => [key, rewriteMember(key, value, file, schemas)]),
  );
}

function rewriteMember(key: string, value: unknown, file: string, schemas: Map<string, Schema>): unknown {
  if (key === '$ref' && typeof value === 'string') return reference(value, file, schemas);
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? rewrite(item, file, schemas) : item));
  return isObject(value) ? rewrite(value, file, schemas) : value;
}

/** `common.schema.json#/$defs/words` -> `#/components/schemas/common.words`; what follows the name stays. A file alone is its document. */
function reference(ref: string, file: string, schemas: Map<string, Schema>): string {
  const [other = '', pointer = ''] = ref.split('#');
  const [, , name = '', ...inner] = pointer.split('/');
  include(other || file, name, schemas);
  return ['#/components/schemas', keyOf(other || file, name), ...inner].join('/');
}

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
