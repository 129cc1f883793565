import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where the local runtime keeps databases, and names them by a sum of its own. */
const DATABASES = 'v3/d1/miniflare-D1DatabaseObject';

/** The local database of a folder, once it is migrated. */
export function databaseFile(state: string): string {
  const folder = join(state, DATABASES);
  const [file] = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
    : [];
  if (file === undefined) throw new Error(`no database in ${folder}`);
  return join(folder, file);
}

/** Whether anybody has begun a case there. */
export function hasCases(state: string): boolean {
  const database = new DatabaseSync(databaseFile(state), { readOnly: true });
  try {
    return database.prepare('SELECT 1 FROM cases LIMIT 1').get() !== undefined;
  } finally {
    database.close();
  }
}
