import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };
/** A type that one generated file takes from another. */
type Import = { readonly file: string; readonly type: string };

const ENDING = '.schema.json';

/**
 * The TypeScript of every `*.schema.json` in `folder`: output file name -> text, the same on every machine.
 *
 * A `$ref` into another file becomes an import of that file's type, so a type is declared once.
 * @throws Error when a `$ref` names a schema file or a definition that is not there.
 */
export async function schemaTypes(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).sort();
  const schemas = new Map<string, Json>();
  for (const name of names) schemas.set(name, JSON.parse(await readFile(join(folder, name), 'utf8')));
  const files = new Map<string, string>();
  for (const name of names) files.set(typesFileOf(name), await typesOf(name, schemas));
  return files;
}

async function typesOf(name: string, schemas: ReadonlyMap<string, Json>): Promise<string> {
  const imports: Import[] = [];
  const schema = withTypeNames(schemas.get(name) ?? {}, name, schemas, imports);
  const closed = isObject(schema) ? { additionalProperties: false, ...schema } : {};
  const body = await compile(closed, name.slice(0, -ENDING.length), {
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  const notice = `/* Generated from ../${name} by \`npm run generate\`: change the schema instead. */`;
  return `${[notice, ...importLines(imports)].join('\n')}\n\n${withoutNoise(body).trim()}\n`;
}

/**
 * Puts a type's name in the place of each `$ref` that leaves the file or carries words of its own:
 * the compiler would declare the type a second time there.
 */
function withTypeNames(node: Json, name: string, schemas: ReadonlyMap<string, Json>, imports: Import[]): Json {
  if (isList(node)) return node.map((item) => withTypeNames(item, name, schemas, imports));
  if (!isObject(node)) return node;
  const { $ref: ref, description = null } = node;
  if (typeof ref === 'string' && !(ref.startsWith('#') && Object.keys(node).length === 1)) {
    const [file = '', pointer = ''] = ref.split('#');
    const type = typeNameOf(schemas.get(file || name), pointer, ref);
    if (file !== '') imports.push({ file: typesFileOf(file), type });
    return description === null ? { tsType: type } : { tsType: type, description };
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withTypeNames(value, name, schemas, imports)]),
  );
}

/** The name the compiler gives a schema: its title, else its key with a capital. */
function typeNameOf(schema: Json | undefined, pointer: string, ref: string): string {
  let node = schema;
  for (const key of pointer.split('/').slice(1)) node = isObject(node) ? node[key] : undefined;
  if (!isObject(node)) throw new Error(`${ref}: nothing there`);
  const name = typeof node.title === 'string' ? node.title : (pointer.split('/').at(-1) ?? '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** One import and one export a file: whoever reads a document finds all its direct types in one place. */
function importLines(imports: readonly Import[]): string[] {
  const files = [...new Set(imports.map((one) => one.file))].sort();
  return files.flatMap((file) => {
    const types = new Set(imports.filter((one) => one.file === file).map((one) => one.type));
    const list = `{ ${[...types].sort().join(', ')} } from './${file}';`;
    return [`import type ${list}`, `export type ${list}`];
  });
}

/** The compiler names every place a definition is used, and gives a file of definitions alone an empty interface. */
const withoutNoise = (text: string) =>
  text
    .replace(/( \*\n)? \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '')
    .replace(/\/\*\*\n \*\/\n/g, '')
    .replace(/(\/\*\*\n( \* .*\n)* \*\/\n)?export interface \w+ \{\}\n/, '');

const typesFileOf = (schema: string) => `${schema.slice(0, -ENDING.length)}.ts`;
const isList = (node: Json): node is readonly Json[] => Array.isArray(node);
const isObject = (node: Json | undefined): node is JsonObject =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
