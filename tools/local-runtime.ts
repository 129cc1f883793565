import { join } from 'node:path';
import { quiet } from './command.ts';

/** What is asked of the runtime's own database and files: to be there, and to keep content under its digest. */
export type Runtime = {
  readonly DB: { prepare(text: string): { run(): Promise<unknown> } };
  readonly FILES: {
    put(key: string, content: Uint8Array<ArrayBuffer>, check: { readonly sha256: string }): Promise<unknown>;
  };
};

/**
 * Opens the database and the files of a folder as the local runtime does: only it knows where they lie. The database is
 * there afterwards, empty if it was not before.
 */
export async function withRuntime(state: string, work: (runtime: Runtime) => Promise<void>): Promise<void> {
  Object.assign(process.env, quiet);
  const { getPlatformProxy } = await import('wrangler');
  const { env, dispose } = await getPlatformProxy<Runtime>({
    persist: { path: join(state, 'v3') },
    remoteBindings: false,
  });
  try {
    await env.DB.prepare('SELECT 1').run();
    await work(env);
  } finally {
    await dispose();
  }
}
