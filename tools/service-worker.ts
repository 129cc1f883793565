import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const SOURCE = 'site/offline/service-worker.js';
const NAME = 'service-worker.js';
/** Read by the server that sends the pages, not by browsers; the worker itself is never kept. */
const LEFT_OUT: ReadonlySet<string> = new Set(['_headers', NAME]);

/** Writes the service worker of a build into its folder: the source, with the build's name and files in front. */
export async function writeServiceWorker(folder: string): Promise<void> {
  const files = await filesIn(folder);
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  const source = await readFile(SOURCE, 'utf8');
  hash.update(source);
  const build = hash.digest('hex').slice(0, 16);
  const head = `const BUILD = ${JSON.stringify(build)};\nconst FILES = ${JSON.stringify(files.map(addressOf))};\n`;
  await writeFile(join(folder, NAME), head + source);
}

/** `fill/index.html` is served at `/fill/`. */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !LEFT_OUT.has(file))
    .sort();
}
