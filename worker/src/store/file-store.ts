import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { type CaseRow, listColumns, storedCase } from './case-store.ts';
import { rows, type Store, write } from './database.ts';
import { definitionsOf } from './definition-store.ts';
import { HOUR_MS, later } from './instants.ts';
import { pause } from './retry.ts';
import { type Ticket, visit } from './visit.ts';
import type { PresentWorkspace } from './workspace.ts';

export type FileRow = {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly person: string;
  readonly at: Instant;
};
/** What one person may upload within 24 hours. */
export const UPLOADS_A_DAY = { files: 300, bytes: 500 * 1024 * 1024 } as const;

const DAY_MS = 24 * HOUR_MS;
const MAX_TRIES = 5;

/**
 * Keeps a file: first its row, then its content under its own digest, so that equal files are kept once; then the row
 * says that the content is there. Whatever breaks off in between leaves a row that is swept, with its content, later.
 *
 * @param sweepAt when to look whether anything names it.
 * @returns why it was not kept: `quota`, or `busy` while the same content is just being removed.
 */
export async function keepFile(
  store: Store,
  bucket: R2Bucket,
  row: FileRow,
  content: Uint8Array<ArrayBuffer>,
  sweepAt: Instant,
): Promise<'kept' | 'quota' | 'busy'> {
  const reserved = await reserve(store, row, sweepAt);
  if (reserved !== 'reserved') return reserved;
  await bucket.put(keyOf(row.sha256), content, { sha256: row.sha256 });
  await store.all(write(sql`UPDATE files SET stored = 1 WHERE id = ${row.id}`));
  return 'kept';
}

/** Waits for a removal of the same content: an object put now could go with it. */
async function reserve(store: Store, row: FileRow, sweepAt: Instant): Promise<'reserved' | 'quota' | 'busy'> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const [, reserved, removals] = await store.batch([callOffRemoval(row), insertRow(row, sweepAt), removalOf(row)]);
    if (reserved.length > 0) return 'reserved';
    if (removals.length === 0) return 'quota';
    await pause(tries);
  }
  return 'busy';
}

/** Nobody has begun with it yet. */
const callOffRemoval = ({ sha256 }: FileRow) =>
  write(sql`DELETE FROM file_removals WHERE sha256 = ${sha256} AND run IS NULL`);

const removalOf = ({ sha256 }: FileRow) => rows(sql`SELECT 1 FROM file_removals WHERE sha256 = ${sha256}`);

const insertRow = ({ id, sha256, name, type, size, person, at }: FileRow, sweepAt: Instant) =>
  rows<{ id: string }>(sql`
    INSERT INTO files (id, sha256, name, type, size, person, at, stored, sweep_at)
    SELECT ${id}, ${sha256}, ${name}, ${type}, ${size}, ${person}, ${at}, 0, ${sweepAt}
    FROM (SELECT count(*) AS n, coalesce(sum(size), 0) AS bytes FROM files
      WHERE person = ${person} AND at > ${later(at, -DAY_MS)})
    WHERE n < ${UPLOADS_A_DAY.files} AND bytes + ${size} <= ${UPLOADS_A_DAY.bytes}
      AND NOT EXISTS (SELECT 1 FROM file_removals WHERE sha256 = ${sha256})
    RETURNING id`);

const fileQuery = (id: string) =>
  rows<FileRow>(sql`SELECT id, sha256, name, type, size, person, at FROM files WHERE id = ${id} AND stored = 1`);

export async function readFile(store: Store, ticket: Ticket, id: string) {
  const { visit: who, found } = await visit(store, ticket, fileQuery(id));
  return { visit: who, file: found[0][0] };
}

export const openContent = (bucket: R2Bucket, file: FileRow): Promise<R2ObjectBody | null> =>
  bucket.get(keyOf(file.sha256));

export const keyOf = (sha256: string): string => `files/${sha256}`;

export type AttachedRow = Omit<FileRow, 'at'>;

/** The files with these ids, as far as they exist. */
export const filesQuery = (ids: readonly string[]) =>
  rows<AttachedRow>(sql`
    SELECT f.id, f.sha256, f.name, f.type, f.size, f.person
    FROM json_each(${JSON.stringify(ids)}) wanted JOIN files f ON f.id = wanted.value AND f.stored = 1`);

/** At most this many cases are looked at for the right to read a file. */
const MOST_USES = 100;

/** The cases whose logs name one of these files, latest first. */
export async function casesUsing(store: Store, workspace: PresentWorkspace, ids: readonly string[]) {
  const found = await store.all(
    rows<CaseRow & { readonly file: string }>(sql`
      SELECT ${listColumns}, u.file FROM json_each(${JSON.stringify(ids)}) wanted
      JOIN file_uses u ON u.file = wanted.value JOIN cases c ON c.id = u.case_id
      ORDER BY c.id DESC LIMIT ${MOST_USES}`),
  );
  const definition = await definitionsOf(store, workspace, found);
  return found.map(({ file, ...row }) => ({ file, case: storedCase(row, definition(row)) }));
}
