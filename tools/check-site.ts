import { run } from './command.ts';

/** Type-checks the pages; in silence, because Astro would report to its makers otherwise. */
await run('node_modules/astro/bin/astro.mjs', 'check', '--root', '.', '--tsconfig', 'site/tsconfig.json').catch(
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
