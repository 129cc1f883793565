import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { quiet } from './command.ts';
import { applyMigrations } from './migrations.ts';

/** Where the local runtime keeps databases, and names them by a sum of its own. */
const DATABASES = 'v3/d1/miniflare-D1DatabaseObject';
const PATIENCE_MS = 5000;
/** What is asked of the runtime's own database: to be there. */
type Database = { prepare(text: string): { run(): Promise<unknown> } };

/**
 * Brings the local database in `state` up to the newest migration. `wrangler d1 migrations apply` does the same in half a
 * second for each migration, which a newcomer would wait for.
 *
 * @returns its file.
 */
export async function migrate(state: string): Promise<string> {
  const file = databaseIn(state) ?? (await made(state));
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    applyMigrations(database);
  } finally {
    database.close();
  }
  return file;
}

/** Whether anybody has begun a case there. */
export function hasCases(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('SELECT 1 FROM cases LIMIT 1').get() !== undefined;
  } finally {
    database.close();
  }
}

function databaseIn(state: string): string | undefined {
  const folder = join(state, DATABASES);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((each) => each.endsWith('.sqlite') && each !== 'metadata.sqlite');
  return name === undefined ? undefined : join(folder, name);
}

/** Only the local runtime knows where it will look for the database: it makes the file itself. */
async function made(state: string): Promise<string> {
  Object.assign(process.env, quiet);
  const { getPlatformProxy } = await import('wrangler');
  const { env, dispose } = await getPlatformProxy<{ readonly DB: Database }>({
    persist: { path: join(state, 'v3') },
    remoteBindings: false,
  });
  await env.DB.prepare('SELECT 1').run();
  await dispose();
  const file = databaseIn(state);
  if (file === undefined) throw new Error(`no database in ${join(state, DATABASES)}`);
  return file;
}
