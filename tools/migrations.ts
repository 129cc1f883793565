import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

const FOLDER = 'worker/migrations';
/** As `wrangler d1 migrations apply` notes what it has applied (its `migrations_table`). */
const NOTES = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`;

/** Brings a database up to the newest migration, each in one transaction, in the order of their names. */
export function applyMigrations(database: DatabaseSync): void {
  database.exec(NOTES);
  const applied = new Set(
    database
      .prepare('SELECT name FROM d1_migrations')
      .all()
      .map(({ name }) => name),
  );
  const note = database.prepare('INSERT INTO d1_migrations (name) VALUES (?)');
  for (const name of readdirSync(FOLDER).toSorted()) {
    if (applied.has(name)) continue;
    database.exec('BEGIN');
    try {
      database.exec(readFileSync(join(FOLDER, name), 'utf8'));
      note.run(name);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw new Error(`migration ${name} failed`, { cause: error });
    }
  }
}
