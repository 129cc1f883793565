import { eq, sql } from 'drizzle-orm';
import type { Instant } from '#engine';
import { rows, type Store, write } from './database.ts';
import { sha256 } from './digest.ts';
import { HOUR_MS, later } from './instants.ts';
import { attempts, sessions } from './tables.ts';
import {
  ADDRESS_TRIES,
  accountBucket,
  addressBucket,
  countTry,
  secondsUntil,
  takeBackTry,
  waitQuery,
} from './tries.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from './workspace.ts';

const SESSION_MS = 12 * HOUR_MS;
const ACCOUNT_TRIES = 5;

export type Trying = { readonly person: string; readonly address: string; readonly now: Instant };
export type Knock =
  | { readonly admitted: true; readonly password: string | undefined; readonly workspace: PresentWorkspace }
  | { readonly admitted: false; readonly seconds: number };

/**
 * Counts a sign-in before it is tried, so that tries at the same time cannot slip through, and reads the account.
 * Counting never locks anybody out for good: each further try only waits longer.
 */
export async function knock(store: Store, trying: Trying): Promise<Knock> {
  const { person, now } = trying;
  const [account, address] = bucketsOf(trying);
  const [counted, counted2, waits, found, workspaces] = await store.batch([
    countTry(account, now, ACCOUNT_TRIES),
    countTry(address, now, ADDRESS_TRIES),
    waitQuery([account, address], now),
    rows<{ password: string; disabled: number }>(sql`SELECT password, disabled FROM accounts WHERE person = ${person}`),
    workspaceQuery(),
  ]);
  if (counted.length === 0 || counted2.length === 0)
    return { admitted: false, seconds: secondsUntil(waits[0]?.freeAt, now) };
  const workspace = readWorkspace(workspaces[0]);
  const enabled = found[0]?.disabled === 0 && workspace.organisation.person(person)?.active === true;
  return { admitted: true, password: enabled ? found[0]?.password : undefined, workspace };
}

/** Opens a session and forgives the tries; ends the one the browser had, so that a token never outlives a sign-in. */
export async function openSession(
  store: Store,
  trying: Trying,
  tokens: { readonly next: string; readonly last: string | undefined },
): Promise<Instant> {
  const { person, now } = trying;
  const [account, address] = bucketsOf(trying);
  const expiresAt = later(now, SESSION_MS);
  await store.batch([
    write(
      store.build
        .insert(sessions)
        .values({ hash: sha256(tokens.next), person, createdAt: now, expiresAt, seenAt: now }),
    ),
    endSession(store, tokens.last ?? ''),
    write(store.build.delete(attempts).where(eq(attempts.bucket, account))),
    takeBackTry(address, now),
  ]);
  return expiresAt;
}

/** Takes a counted try back: the password was not looked at. */
export async function forgive(store: Store, trying: Trying): Promise<void> {
  const [account, address] = bucketsOf(trying);
  await store.batch([
    write(sql`UPDATE attempts SET n = n - 1, free_at = ${trying.now} WHERE bucket IN (${account}, ${address})`),
  ]);
}

export async function closeSession(store: Store, token: string): Promise<void> {
  await store.batch([endSession(store, token)]);
}

const endSession = (store: Store, token: string) =>
  write(store.build.delete(sessions).where(eq(sessions.hash, sha256(token))));

const bucketsOf = ({ person, address }: Trying) => [accountBucket(person), addressBucket(address)] as const;
