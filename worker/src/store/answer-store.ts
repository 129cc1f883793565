import { sql } from 'drizzle-orm';
import { rows } from './database.ts';

/** Where answers stand in the cases of a process. */
export type AnswersPlace = { readonly process: string; readonly form: string; readonly field: string };

const MOST_ANSWERS = 5000;

/** What was answered through links about a case, latest first; what was called void or back does not count. */
export const answersQuery = (about: string, { process, form, field }: AnswersPlace) =>
  rows<{ given: string | null }>(sql`
    SELECT c.state -> ${`$.values.${form}.${field}.given`} AS given
    FROM links l JOIN receipts r ON r.link = l.id JOIN cases c ON c.public = r.case_id
    WHERE l.about = ${about} AND l.process = ${process} AND c.status NOT IN ('withdrawn', 'cancelled', 'revoked')
    ORDER BY r.at DESC LIMIT ${MOST_ANSWERS}`);
