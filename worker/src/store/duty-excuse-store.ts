import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { type Statement, type Store, write } from './database.ts';
import type { KeptDuty } from './duty-reads.ts';
import { failureOf } from './failure.ts';

/** Who lets somebody off, when and why. */
export const keepExcuse = (
  { process, starts, period, subject }: KeptDuty,
  excuse: { readonly by: string; readonly at: Instant; readonly reason: string },
) =>
  write(sql`
    INSERT INTO duty_excuses (process, starts, period, subject, by, at, reason)
    VALUES (${process}, ${starts}, ${period}, ${subject}, ${excuse.by}, ${excuse.at}, ${excuse.reason})`);

/** An excuse after the case has ended changes nothing else. @returns 'conflict' when somebody was quicker. */
export async function keepAlone(
  store: Store,
  statements: readonly Statement<never>[],
): Promise<'conflict' | undefined> {
  try {
    await store.batch(statements);
    return undefined;
  } catch (error) {
    if (failureOf(error).kind === 'refused') return 'conflict';
    throw error;
  }
}
