import { buildSite } from './build-site.ts';
import { run } from './command.ts';
import { definitionsFolder } from './definitions-folder.ts';

/** Makes what the worker serves: the bundled definitions, then the pages. */
export async function build(): Promise<void> {
  await run('cli/src/main.ts', 'bundle', definitionsFolder(), 'dist/definitions.json');
  await buildSite();
}

if (import.meta.main) await build();
