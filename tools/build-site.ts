import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';
import { writeServiceWorker } from './service-worker.ts';

const OUTPUT = 'dist/site';
const CACHE = 'node_modules/.cache';
const STAMP = `${CACHE}/site-inputs`;
/** Everything a page can be made of. */
const INPUTS = ['site', 'fields', 'engine', 'schemas', 'process-defs'];
const SINGLE_INPUTS = ['astro.config.mjs', 'package-lock.json', 'tsconfig.base.json'];

/** Builds the pages into dist/site, unless they were built from the very same files before. */
export async function buildSite(): Promise<void> {
  const digest = await digestOfInputs();
  const last = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (last === digest && existsSync(OUTPUT)) return;
  await run('node_modules/astro/bin/astro.mjs', 'build', '--silent');
  await writeServiceWorker(OUTPUT);
  await mkdir(CACHE, { recursive: true });
  await writeFile(STAMP, digest);
}

async function digestOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...(await Promise.all(INPUTS.map(filesIn))).flat(), ...SINGLE_INPUTS]) {
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (import.meta.main) await buildSite();
