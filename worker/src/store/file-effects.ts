import { type SQL, sql } from 'drizzle-orm';
import type { SealedEntry } from '#engine';
import { attachmentsIn, idsOf } from '../cases/attachments.ts';
import { type Statement, write } from './database.ts';

/**
 * The files an entry names are kept from now on. The key of the table refuses one that was swept meanwhile.
 *
 * @param key SQL of the case's inner id.
 */
export function fileEffects(key: SQL, { events }: SealedEntry): readonly Statement<never>[] {
  const ids = [...new Set(idsOf(attachmentsIn(events)))];
  if (ids.length === 0) return [];
  return [
    write(sql`
      INSERT INTO file_uses (file, case_id) SELECT named.value, ${key} FROM json_each(${JSON.stringify(ids)}) named
      WHERE true ON CONFLICT (file, case_id) DO NOTHING`),
  ];
}
