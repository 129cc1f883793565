import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Instant } from '#engine';
import { createApp } from '../../../worker/src/http/app.ts';
import type { Profile } from '../../../worker/src/profile.ts';
import { sha256 } from '../../../worker/src/store/digest.ts';
import { later } from '../../../worker/src/store/instants.ts';

export const ORIGIN = 'https://formloop.test';
const START = '2026-11-23T01:00:00.000Z' as Instant;

let instant = START;
/** The clock of the API under test. */
export const clock = {
  now: (): Instant => instant,
  set: (to: string): void => {
    instant = to as Instant;
  },
  pass: (ms: number): void => {
    instant = later(instant, ms);
  },
};

const profile: Profile = {
  development: false,
  now: async () => instant,
  cookie: { name: '__Host-sid', attributes: 'Path=/; Secure; HttpOnly; SameSite=Lax' },
  address: ({ headers }) => headers.get('CF-Connecting-IP') ?? 'unknown',
};
export const app = createApp(profile);

export type Ask = {
  readonly as?: string;
  readonly body?: unknown;
  /** Sent as they are, instead of a body. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly db?: D1Database;
  readonly files?: R2Bucket;
};

/** Sends a request the way a tool does: JSON, an Idempotency-Key of its own, the session of `as`. */
export async function ask(
  method: string,
  path: string,
  { as, body, bytes, headers, db, files }: Ask = {},
): Promise<Response> {
  const context = createExecutionContext();
  const request = new Request(ORIGIN + path, {
    method,
    headers: {
      ...(as !== undefined && { Cookie: `__Host-sid=${await sessionOf(as)}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(method === 'POST' && { 'Idempotency-Key': crypto.randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(bytes && { body: bytes }),
  });
  const response = await app.fetch(request, { ...env, ...(db && { DB: db }), ...(files && { FILES: files }) }, context);
  await waitOnExecutionContext(context);
  return response;
}

/** A session opened behind the API's back: a real sign-in takes a fifth of a second. */
export async function sessionOf(person: string): Promise<string> {
  const token = `token of ${person}`;
  const values = [sha256(token), person, instant, later(instant, 12 * 3_600_000), instant];
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO accounts (person, password) VALUES (?, '')").bind(person),
    env.DB.prepare(
      'INSERT OR REPLACE INTO sessions (hash, person, created_at, expires_at, seen_at) VALUES (?, ?, ?, ?, ?)',
    ).bind(...values),
  ]);
  return token;
}
