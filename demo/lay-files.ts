import { once } from 'node:events';
import { withRuntime } from '../tools/local-runtime.ts';
import type { Contents } from './cabinet.ts';

/** Opens what the local server keeps in a folder, waits for files, and lays them there. Ends without when nobody asks. */
const [state = ''] = process.argv.slice(2);
const told: Promise<Contents> = Promise.race([
  once(process, 'message').then(([contents]) => contents),
  once(process, 'disconnect').then(() => new Map()),
]);
await withRuntime(state, async ({ FILES }) => {
  for (const [key, content] of await told) await FILES.put(key, content, { sha256: digestIn(key) });
});
if (process.connected) process.disconnect();

/** Content lies under its own digest. */
function digestIn(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
