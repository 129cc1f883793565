import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Finding, type Schema, type Schemas, schemaFindings } from '#engine';

/** What a file of the folder describes; each has a schema of that name. */
export type DocumentKind =
  | 'organisation'
  | 'areas'
  | 'lists'
  | 'settings'
  | 'clauses'
  | 'report'
  | 'indicators'
  | 'links'
  | 'calendar'
  | 'table'
  | 'ledger'
  | 'opening'
  | 'process'
  | 'scenario';

const FOLDER = join(import.meta.dirname, '../../schemas');
const ENDING = '.schema.json';

/** Opening rows of a ledger; their cells are judged by the columns of the ledger. */
const OPENING: Schema = {
  $id: `opening${ENDING}`,
  type: 'object',
  additionalProperties: false,
  required: ['ledger', 'rows'],
  properties: {
    ledger: { $ref: `common${ENDING}#/$defs/id` },
    rows: { type: 'array', items: { type: 'object' } },
  },
};

const schemas: Schemas = Object.fromEntries([...readSchemas(), OPENING].map((schema) => [String(schema.$id), schema]));
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  schemas: Object.values(schemas),
});
const validators = new Map<DocumentKind, ValidateFunction>();

function readSchemas(): readonly Schema[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(ENDING));
  return names.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
}

/** What is wrong with the shape of a document. */
export function checkShape(kind: DocumentKind, value: unknown): readonly Finding[] {
  const root = `${kind}${ENDING}`;
  const validate = validators.get(kind) ?? ajv.getSchema(root);
  if (validate === undefined) throw new Error(`no schema ${root}`);
  validators.set(kind, validate);
  return validate(value) === true ? [] : schemaFindings(validate.errors ?? [], schemas, root, value);
}
