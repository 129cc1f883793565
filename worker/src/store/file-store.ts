import { sql } from 'drizzle-orm';
import { rows, type Store, write } from './database.ts';
import { files } from './tables.ts';
import { type Ticket, visit } from './visit.ts';

export type FileRow = typeof files.$inferSelect;

/** Writes the content under its own digest, so that equal files are kept once and a half-written one is never found. */
export async function keepFile(
  store: Store,
  bucket: R2Bucket,
  row: FileRow,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await bucket.put(keyOf(row), content, { sha256: row.sha256 });
  await store.batch([write(store.build.insert(files).values(row))]);
}

const fileQuery = (id: string) =>
  rows<FileRow>(sql`SELECT id, sha256, name, type, size, person, at FROM files WHERE id = ${id}`);

export async function readFile(store: Store, ticket: Ticket, id: string) {
  const { visit: who, found } = await visit(store, ticket, fileQuery(id));
  return { visit: who, file: found[0][0] };
}

export const openContent = (bucket: R2Bucket, file: FileRow): Promise<R2ObjectBody | null> => bucket.get(keyOf(file));

const keyOf = ({ sha256 }: Pick<FileRow, 'sha256'>) => `files/${sha256}`;

export type AttachedRow = Omit<FileRow, 'at'>;

/** The files with these ids, as far as they exist. */
export const filesQuery = (ids: readonly string[]) =>
  rows<AttachedRow>(sql`
    SELECT f.id, f.sha256, f.name, f.type, f.size, f.person
    FROM json_each(${JSON.stringify(ids)}) wanted JOIN files f ON f.id = wanted.value`);
