import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { withRuntime } from './local-runtime.ts';
import { applyMigrations } from './migrations.ts';

/** Where the local runtime keeps databases, and names them by a sum of its own. */
const DATABASES = 'v3/d1/miniflare-D1DatabaseObject';
const PATIENCE_MS = 5000;

/**
 * Brings the local database in `state` up to the newest migration. `wrangler d1 migrations apply` does the same in half a
 * second for each migration, which a newcomer would wait for.
 *
 * @returns its file.
 */
export async function migrate(state: string): Promise<string> {
  if (databaseIn(state) === undefined) await withRuntime(state, async () => undefined);
  const file = databaseOf(state);
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    applyMigrations(database);
  } finally {
    database.close();
  }
  return file;
}

/** Whether anybody has begun a case in the local database of a folder, if it has one. */
export function hasCases(state: string): boolean {
  const file = databaseIn(state);
  if (file === undefined) return false;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'cases'").get();
    return tables !== undefined && database.prepare('SELECT 1 FROM cases LIMIT 1').get() !== undefined;
  } finally {
    database.close();
  }
}

/** The local database of a folder. @throws Error when there is none */
export function databaseOf(state: string): string {
  const file = databaseIn(state);
  if (file === undefined) throw new Error(`no database in ${join(state, DATABASES)}`);
  return file;
}

function databaseIn(state: string): string | undefined {
  const folder = join(state, DATABASES);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((each) => each.endsWith('.sqlite') && each !== 'metadata.sqlite');
  return name === undefined ? undefined : join(folder, name);
}
