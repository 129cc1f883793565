import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { patternTables } from './pattern-table.ts';
import { schemaTypes } from './schema-types.ts';

/** Writes schemas/generated/ anew, one file of types for every schema and nothing else, and docs/patterns.md. */
const target = 'schemas/generated';
const files = await schemaTypes('schemas');
await mkdir(target, { recursive: true });
for (const name of await readdir(target)) if (!files.has(name)) await rm(join(target, name));
for (const [name, text] of files) await writeFile(join(target, name), text);
await writeFile('docs/patterns.md', await patternTables());
console.log(`${files.size} files in ${target}, docs/patterns.md`);
