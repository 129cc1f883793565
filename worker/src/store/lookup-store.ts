import { sql } from 'drizzle-orm';
import type { StepId } from '#engine';
import { rows } from './database.ts';
import { type Ticket, visitor } from './visit.ts';

/** The steps at which the visitor has something to do in cases of this process. */
export const openStepsQuery = (ticket: Ticket, process: string) =>
  rows<{ readonly step: StepId }>(sql`
    SELECT DISTINCT t.step FROM tasks t JOIN cases c ON c.id = t.key >> 16
    WHERE t.person = ${visitor(ticket)} AND t.open = 1 AND t.kind <> 'copy' AND c.process = ${process} LIMIT 100`);
