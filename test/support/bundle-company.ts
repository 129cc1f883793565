import { main } from '../../cli/src/main.ts';

/** Bundles the company of the tests, as `npm run build:definitions` bundles the one that ships. */
export function setup(): void {
  const said: string[] = [];
  if (main(['bundle', 'test/fixtures/company', 'dist/company.json'], (line) => said.push(line)) !== 0)
    throw new Error(said.join('\n'));
}
