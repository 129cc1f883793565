import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Columns as in worker/migrations, of the tables whose rows are written plainly. The rest is SQL. */
export const sessions = sqliteTable('sessions', {
  hash: text('hash').primaryKey(),
  person: text('person').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  seenAt: text('seen_at').notNull(),
});

export const attempts = sqliteTable('attempts', {
  bucket: text('bucket').primaryKey(),
  n: integer('n').notNull(),
  since: text('since').notNull(),
  freeAt: text('free_at').notNull(),
});

export const documents = sqliteTable(
  'documents',
  {
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
    body: text('body').notNull(),
    author: text('author').notNull(),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id, table.version] })],
);

export const heads = sqliteTable(
  'heads',
  { kind: text('kind').notNull(), id: text('id').notNull(), version: integer('version').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);
