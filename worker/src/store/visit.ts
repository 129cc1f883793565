import { sql } from 'drizzle-orm';
import type { Instant, Person } from '#engine';
import { type Answer, type CommandRow, commandSuffix, type Delivery, readReplay } from './command-store.ts';
import { type Results, rows, type Statement, type Store, write } from './database.ts';
import { sha256 } from './digest.ts';
import { HOUR_MS, later, MINUTE_MS } from './instants.ts';
import { type Machine, machineQuery, touchToken } from './token-store.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from './workspace.ts';

/** What a request shows to get in, and when. */
export type Ticket = {
  readonly token: string;
  /** The start token of a machine, which comes instead of a session. */
  readonly machine?: string;
  readonly now: Instant;
  /** Whose session it has to be. */
  readonly expects?: string;
  /** Set for commands: which delivery of which command it is. */
  readonly delivery?: Delivery;
  /** Work that goes on after the answer. */
  later(work: Promise<unknown>): void;
};
/** Somebody signed in, within the workspace as it is at this moment. */
export type Visit = {
  readonly person: Person;
  readonly expiresAt: Instant;
  readonly workspace: PresentWorkspace;
  /** What this delivery of a command was answered before. */
  readonly replay: Answer | 'mismatch' | undefined;
  /** A machine acts for the person. */
  readonly machine?: Machine;
};

/** No valid session stands behind the ticket. */
export class SignedOut extends Error {}

const IDLE_MS = 2 * HOUR_MS;
/** The time of the last visit is kept this coarsely, so that reading costs no write. */
const SEEN_STEP_MS = 5 * MINUTE_MS;

type SessionRow = {
  readonly person: string;
  readonly expiresAt: Instant;
  readonly seenAt: Instant;
  /** Of a machine only. */
  readonly name: string | null;
  readonly process: string | null;
};

/**
 * Reads the session, the workspace and whatever else the request needs in one batch.
 *
 * @throws SignedOut when the session is unknown, ended, idle or somebody else's, or the person has left. Disabling an account ends its
 * sessions, by trigger.
 */
export async function visit<const Queries extends readonly Statement<unknown>[]>(
  store: Store,
  ticket: Ticket,
  ...queries: Queries
): Promise<{ visit: Visit; found: Results<Queries> }> {
  const [sessions, workspaces, ...rest] = await store.batch([
    ticket.machine === undefined
      ? sessionQuery(ticket)
      : machineQuery(ticket.machine, ticket.now, ticket.delivery?.key ?? ''),
    workspaceQuery(),
    ...queries,
  ]);
  const session = sessions[0];
  if (!session || (ticket.expects ?? session.person) !== session.person) throw new SignedOut();
  const workspace = readWorkspace(workspaces[0]);
  const person = workspace.organisation.person(session.person);
  if (!person?.active || person.external) throw new SignedOut();
  if (session.seenAt <= later(ticket.now, -SEEN_STEP_MS)) ticket.later(touch(store, ticket));
  const replay = ticket.delivery && readReplay(session, ticket.delivery);
  return {
    visit: { person, expiresAt: session.expiresAt, workspace, replay, ...machineOf(session) },
    found: rest as Results<Queries>,
  };
}

/** The person behind the ticket, for queries of the batch that finds out who that is. */
export const visitor = ({ token }: Ticket) => sql`(SELECT person FROM sessions WHERE hash = ${sha256(token)})`;

const sessionQuery = ({ token, now, delivery }: Ticket) =>
  rows<SessionRow & CommandRow>(sql`
    SELECT s.person, s.expires_at AS expiresAt, s.seen_at AS seenAt, NULL AS name, NULL AS process, m.fingerprint, m.status, m.response
    FROM sessions s LEFT JOIN commands m ON m.key = s.person || ${commandSuffix(delivery?.key ?? '')}
    WHERE s.hash = ${sha256(token)} AND s.expires_at > ${now} AND s.seen_at > ${later(now, -IDLE_MS)}`);

const machineOf = ({ name, process }: SessionRow): Pick<Visit, 'machine'> =>
  name === null || process === null ? {} : { machine: { name, process } };

const touch = (store: Store, { token, machine, now }: Ticket) =>
  machine === undefined ? touchSession(store, token, now) : touchToken(store, machine, now);

const touchSession = (store: Store, token: string, now: Instant) =>
  store.all(write(sql`UPDATE sessions SET seen_at = ${now} WHERE hash = ${sha256(token)} AND seen_at < ${now}`));
