import { type SQL, sql } from 'drizzle-orm';
import { type CaseState, type Definition, dutyChange, firstStep, type SealedEntry } from '#engine';
import { type Statement, write } from './database.ts';

/**
 * What an entry changes in the recurring duty that its case answers.
 *
 * @param key SQL of the case's inner id.
 */
export function dutyEffects(
  key: SQL,
  sealed: SealedEntry,
  definition: Definition,
  after: CaseState,
): readonly Statement<never>[] {
  if (after.duty === undefined) return [];
  const { period, from, subject } = after.duty;
  const { at, seq, events } = sealed;
  const which = sql`process = ${definition.id} AND starts = ${from} AND period = ${period} AND subject = ${subject}`;
  const change = dutyChange(definition, after, sealed);
  const first = firstStep(definition).id;
  const reminded = events.some((event) => event.type === 'Reminded' && event.data.step === first);
  return [
    ...(seq === 1 ? [write(sql`UPDATE duties SET case_id = ${key} WHERE ${which}`)] : []),
    ...(change === 'filed' ? [write(sql`UPDATE duties SET filed_at = coalesce(filed_at, ${at}) WHERE ${which}`)] : []),
    ...(change === 'ended' ? [write(sql`UPDATE duties SET ended_at = ${at}, filed_at = NULL WHERE ${which}`)] : []),
    ...(reminded ? [remind(which, at)] : []),
  ];
}

/** Whoever handed it in is no longer missing: what comes back is reminded of like any other step. */
const remind = (which: SQL, at: string) =>
  write(sql`
    UPDATE duties SET reminded = json_insert(reminded, '$[#]', ${at}) WHERE ${which} AND filed_at IS NULL`);
