import { sql } from 'drizzle-orm';
import { BUILT_IN, type KeptSums } from '#engine';
import { rows, type Statement, write } from './database.ts';
import { FULL } from './sum-effects.ts';

/** The sums that are kept now. */
export const keptSumsQuery = () => rows<{ id: string }>(sql`SELECT id FROM sums WHERE wanted = 1`);

/**
 * Keeps these sums from now on and no others. New ones are empty and full when there is nothing to fill them from;
 * those that nothing names any more are taken away later, bit by bit.
 */
export function registerSums({ all, names }: KeptSums): readonly Statement<never>[] {
  const kept = JSON.stringify(all.map(({ id, source }) => ({ id, source })));
  const named = JSON.stringify(Object.entries(names));
  return [
    write(sql`
      UPDATE sums SET wanted = 0
      WHERE wanted = 1 AND id NOT IN (SELECT k.value ->> 'id' FROM json_each(${kept}) k)`),
    write(sql`
      INSERT INTO sums (id, source, wanted, passed)
      SELECT k.value ->> 'id', k.value ->> 'source', 1, iif(
        EXISTS (SELECT 1 FROM ledger_rows r WHERE r.ledger = k.value ->> 'source')
          OR (k.value ->> 'source' IN (SELECT b.value FROM json_each(${JSON.stringify(Object.keys(BUILT_IN))}) b) AND EXISTS (SELECT 1 FROM cases)), 0, ${FULL})
      FROM json_each(${kept}) k
      WHERE NOT EXISTS (SELECT 1 FROM sums s WHERE s.id = k.value ->> 'id' AND s.wanted = 1)`),
    write(sql`DELETE FROM sum_names`),
    write(sql`
      INSERT INTO sum_names (name, sum)
      SELECT m.value ->> 0, s.key FROM json_each(${named}) m
        JOIN sums s ON s.id = m.value ->> 1 AND s.wanted = 1`),
  ];
}
