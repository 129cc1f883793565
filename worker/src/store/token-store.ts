import { sql } from 'drizzle-orm';
import type { Instant, UserId } from '#engine';
import type { CommandRow } from './command-store.ts';
import { commandSuffix } from './command-store.ts';
import { rows, type Store, write } from './database.ts';
import { sha256 } from './digest.ts';
import { later, MINUTE_MS } from './instants.ts';
import { ADDRESS_TRIES, addressBucket, countTry, secondsUntil, takeBackTry, waitQuery } from './tries.ts';

/** A start token as kept: never the token itself. */
export type KeptToken = {
  readonly id: string;
  readonly name: string;
  readonly process: string;
  readonly person: UserId;
  readonly createdBy: UserId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
};
/** The machine behind a request: what its token is called, and the one process it may start. */
export type Machine = Pick<KeptToken, 'name' | 'process'>;
export type NewToken = Omit<KeptToken, 'createdAt' | 'usedAt' | 'revokedAt'> & { readonly token: string };

const USED_STEP_MS = 5 * MINUTE_MS;
const MOST_SHOWN = 200;

/** Latest first. */
export const tokensQuery = () =>
  rows<KeptToken>(sql`
    SELECT id, name, process, person, created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt,
      used_at AS usedAt, revoked_at AS revokedAt
    FROM tokens ORDER BY created_at DESC LIMIT ${MOST_SHOWN}`);

/** @returns false when this id is taken: the same delivery came twice. */
export async function addToken(store: Store, added: NewToken, now: Instant): Promise<boolean> {
  const { id, token, name, process, person, createdBy, expiresAt } = added;
  const [inserted] = await store.batch([
    rows<{ id: string }>(sql`
      INSERT INTO tokens (id, hash, name, process, person, created_by, created_at, expires_at)
      VALUES (${id}, ${sha256(token)}, ${name}, ${process}, ${person}, ${createdBy}, ${now}, ${expiresAt})
      ON CONFLICT (id) DO NOTHING RETURNING id`),
  ]);
  return inserted.length === 1;
}

/** @returns whether there was such a token; one that is revoked stays so. */
export async function revokeToken(store: Store, id: string, by: UserId, now: Instant): Promise<boolean> {
  const [found] = await store.batch([
    rows<{ id: string }>(sql`SELECT id FROM tokens WHERE id = ${id}`),
    write(sql`UPDATE tokens SET revoked_by = ${by}, revoked_at = ${now} WHERE id = ${id} AND revoked_at IS NULL`),
  ]);
  return found.length === 1;
}

type MachineRow = CommandRow & {
  readonly person: string;
  readonly expiresAt: Instant;
  readonly seenAt: Instant;
  readonly name: string | null;
  readonly process: string | null;
};

/** The person a machine acts for, in the shape of a session. */
export const machineQuery = (token: string, now: Instant, key: string) =>
  rows<MachineRow>(sql`
    SELECT t.person, t.expires_at AS expiresAt, coalesce(t.used_at, '') AS seenAt, t.name, t.process,
      m.fingerprint, m.status, m.response
    FROM tokens t LEFT JOIN commands m ON m.key = t.person || ${commandSuffix(key)}
    WHERE t.hash = ${sha256(token)} AND t.expires_at > ${now} AND t.revoked_at IS NULL`);

/** When it was used last, kept coarsely. */
export const touchToken = (store: Store, token: string, now: Instant) =>
  store.all(
    write(sql`
      UPDATE tokens SET used_at = ${now}
      WHERE hash = ${sha256(token)} AND coalesce(used_at, '') <= ${later(now, -USED_STEP_MS)}`),
  );

/**
 * Counts a machine before its token is looked at, like a sign-in: whoever guesses from one address has to wait.
 *
 * @returns seconds to wait; undefined when it is admitted.
 */
export async function knockMachine(store: Store, address: string, now: Instant): Promise<number | undefined> {
  const bucket = addressBucket(address);
  const [counted, waits] = await store.batch([countTry(bucket, now, ADDRESS_TRIES), waitQuery([bucket], now)]);
  return counted.length > 0 ? undefined : secondsUntil(waits[0]?.freeAt, now);
}

/** A token that was good is no guess. */
export async function forgiveMachine(store: Store, address: string, now: Instant): Promise<void> {
  await store.batch([takeBackTry(addressBucket(address), now)]);
}
