import { sql } from 'drizzle-orm';
import { rows, type Store, write } from './database.ts';
import { type Ticket, type Visit, visit, visitor } from './visit.ts';

/** Phrases that the visitor kept, in their order. */
export async function readPhrases(
  store: Store,
  ticket: Ticket,
): Promise<{ readonly visit: Visit; readonly own: readonly string[] }> {
  const { visit: who, found } = await visit(store, ticket, mine(ticket));
  return { visit: who, own: JSON.parse(found[0][0]?.own ?? '[]') };
}

const mine = (ticket: Ticket) =>
  rows<{ readonly own: string }>(sql`SELECT own FROM phrases WHERE person = ${visitor(ticket)}`);

/** Keeps these phrases instead of those that were kept. */
export async function savePhrases(store: Store, ticket: Ticket, own: readonly string[]): Promise<Visit> {
  const { visit: who } = await visit(store, ticket);
  await store.batch([
    write(sql`
      INSERT INTO phrases (person, own, saved_at) VALUES (${who.person.id}, ${JSON.stringify(own)}, ${ticket.now})
      ON CONFLICT (person) DO UPDATE SET own = excluded.own, saved_at = excluded.saved_at`),
  ]);
  return who;
}
