import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import type { LedgerQuery, LedgerView } from '../../../schemas/generated/api.ts';
import { rows, type Store, write } from './database.ts';

/** Whose views of what. */
type Of = { readonly person: string; readonly ledger: string };

/** What one person may keep of one ledger. */
export const MOST_VIEWS = 50;

export async function listLedgerViews(store: Store, { person, ledger }: Of): Promise<readonly LedgerView[]> {
  const found = await store.all(
    rows<{ id: string; name: string; query: string }>(sql`
      SELECT id, name, query FROM ledger_views WHERE person = ${person} AND ledger = ${ledger} ORDER BY name, id`),
  );
  return found.map(({ query, ...view }) => ({ ...view, query: JSON.parse(query) }));
}

/** Keeps a view, or changes it. @returns false when it would be one too many. */
export async function keepLedgerView(
  store: Store,
  { person, ledger, id, name, query, at }: Of & { id: string; name: string; query: LedgerQuery; at: Instant },
): Promise<boolean> {
  const kept = await store.all(
    rows<{ id: string }>(sql`
      INSERT INTO ledger_views (person, ledger, id, name, query, saved_at)
      SELECT ${person}, ${ledger}, ${id}, ${name}, ${JSON.stringify(query)}, ${at}
      WHERE (SELECT count(*) FROM ledger_views WHERE person = ${person} AND ledger = ${ledger} AND id <> ${id})
        < ${MOST_VIEWS}
      ON CONFLICT (person, ledger, id) DO UPDATE SET
        name = excluded.name, query = excluded.query, saved_at = excluded.saved_at
      RETURNING id`),
  );
  return kept.length > 0;
}

export const dropLedgerView = (store: Store, { person, ledger, id }: Of & { id: string }): Promise<unknown> =>
  store.all(write(sql`DELETE FROM ledger_views WHERE person = ${person} AND ledger = ${ledger} AND id = ${id}`));
