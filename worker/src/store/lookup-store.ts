import { sql } from 'drizzle-orm';
import { rows } from './database.ts';
import { type Ticket, visitor } from './visit.ts';

/** One row when the visitor has something to do in a case of this process. */
export const openTaskQuery = (ticket: Ticket, process: string) =>
  rows<{ readonly open: 1 }>(sql`
    SELECT 1 AS open FROM tasks t JOIN cases c ON c.id = t.key >> 16
    WHERE t.person = ${visitor(ticket)} AND t.open = 1 AND t.kind <> 'copy' AND c.process = ${process} LIMIT 1`);
