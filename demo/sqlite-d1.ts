import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { applyMigrations } from '../tools/migrations.ts';

/** Bytes; four times what SQLite has unless told otherwise. */
const PAGE_SIZE = 16_384;
const READS = /^\s*SELECT\s/i;

/**
 * The part of D1 that the store uses, in this process: a year of commands would take many minutes through a socket. One
 * batch is one transaction, as in D1; errors read as D1's do, because guards are recognised by their text.
 */
export class SqliteD1 {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** With all tables and no rows, in memory. */
  static fresh(): SqliteD1 {
    const database = new DatabaseSync(':memory:');
    // What a commit in memory costs grows with the number of pages there are.
    database.exec(`PRAGMA page_size = ${PAGE_SIZE}`);
    applyMigrations(database);
    return new SqliteD1(database);
  }

  /** Another one with the same rows. */
  copy(): SqliteD1 {
    const database = new DatabaseSync(':memory:');
    database.deserialize(this.#database.serialize());
    return new SqliteD1(database);
  }

  prepare(text: string): Bound {
    return new Bound(this, text, []);
  }

  async batch(statements: readonly Bound[]): Promise<readonly Answer[]> {
    // Nothing else happens in this process before they are answered: reading needs no transaction.
    if (statements.every(({ text }) => READS.test(text))) return statements.map((statement) => this.run(statement));
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const answers = statements.map((statement) => this.run(statement));
      this.#database.exec('COMMIT');
      return answers;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  run({ text, values }: Bound): Answer {
    try {
      return { results: this.#statement(text).all(...values), success: true };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`D1_ERROR: ${message}: SQLITE_CONSTRAINT`, { cause: error });
    }
  }

  /** Takes the place of a database file that nobody has open. */
  moveTo(file: string): void {
    const whole = `${file}.new`;
    this.#database.prepare('VACUUM INTO ?').run(whole);
    this.#database.close();
    for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
    renameSync(whole, file);
  }

  close(): void {
    this.#database.close();
  }

  #statement(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(text);
    this.#statements.set(text, prepared);
    return prepared;
  }
}

type Answer = { readonly results: readonly unknown[]; readonly success: true };

/** A statement with its values. */
class Bound {
  readonly #database: SqliteD1;
  readonly text: string;
  readonly values: readonly SQLInputValue[];

  constructor(database: SqliteD1, text: string, values: readonly SQLInputValue[]) {
    this.#database = database;
    this.text = text;
    this.values = values;
  }

  bind(...values: readonly unknown[]): Bound {
    return new Bound(this.#database, this.text, values.map(storable));
  }

  async all(): Promise<Answer> {
    return this.#database.run(this);
  }

  async run(): Promise<Answer> {
    return this.#database.run(this);
  }
}

function storable(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value as SQLInputValue;
}
