import { sql } from 'drizzle-orm';
import type { Published } from '#engine';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { rows, type Store } from './database.ts';

/** The present version of every process. */
export async function presentProcesses(store: Store): Promise<Readonly<Record<string, ProcessDocument>>> {
  const found = await store.all(
    rows<{ id: string; body: string }>(sql`
      SELECT h.id, d.body FROM heads h JOIN documents d ON d.kind = h.kind AND d.id = h.id AND d.version = h.version
      WHERE h.kind = 'process'`),
  );
  return Object.fromEntries(found.map(({ id, body }) => [id, (JSON.parse(body) as Published).document]));
}
