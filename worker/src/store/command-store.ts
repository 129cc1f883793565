import { sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import type { CommandOutcome } from '../../../schemas/generated/api.ts';
import { write } from './database.ts';
import { sha256 } from './digest.ts';

/** One delivery of a command: its Idempotency-Key, and a digest of what it asks. */
export type Delivery = { readonly key: string; readonly fingerprint: string };
/** What was kept of a delivery; nulls when there was none. */
export type CommandRow = {
  readonly fingerprint: string | null;
  readonly status: number | null;
  readonly response: string | null;
};
export type Answer = { readonly status: number; readonly outcome: CommandOutcome };

/** Follows the person in the key of a command: two people may choose the same Idempotency-Key. */
export const commandSuffix = (key: string): string => `:${sha256(key)}`;

/** The answer given before; 'mismatch' when the key was used for something else; undefined when it is new. */
export function readReplay(row: CommandRow, { fingerprint }: Delivery): Answer | 'mismatch' | undefined {
  if (row.response === null || row.status === null) return undefined;
  if (row.fingerprint !== fingerprint) return 'mismatch';
  return { status: row.status, outcome: JSON.parse(row.response) };
}

/**
 * Kept with the effect of the command.
 *
 * @param answer the number of a case that begins with the command is only known once the batch has run.
 */
export function keepCommand(
  by: string,
  { key, fingerprint }: Delivery,
  {
    status,
    outcome,
  }: { readonly status: number; readonly outcome: Omit<CommandOutcome, 'number'> & { number?: string } },
  at: Instant,
) {
  const text = JSON.stringify(outcome);
  const response =
    outcome.number === undefined
      ? sql`json_set(${text}, '$.number', (SELECT number FROM cases WHERE public = ${outcome.id}))`
      : sql`${text}`;
  return write(sql`
    INSERT INTO commands (key, fingerprint, status, response, at)
    VALUES (${by + commandSuffix(key)}, ${fingerprint}, ${status}, ${response}, ${at})`);
}
