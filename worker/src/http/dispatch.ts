import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { canonicalJson } from '#engine';
import type { Bindings, Profile } from '../profile.ts';
import { Store } from '../store/database.ts';
import { sha256 } from '../store/digest.ts';
import { retryTransient } from '../store/retry.ts';
import { readJson } from './body.ts';
import { ProblemError } from './problem.ts';
import { readQuery } from './query.ts';
import { type Call, IDEMPOTENCY_KEY, type Route } from './route.ts';

export type AppContext = Context<{ Bindings: Bindings }>;

const idempotencyKey = new RegExp(IDEMPOTENCY_KEY);

/** Checks everything about a request that needs no database, then hands it to its route. */
export const dispatch = (route: Route, profile: Profile) =>
  async function dispatched(c: AppContext): Promise<Response> {
    const token = getCookie(c, profile.cookie.name) ?? '';
    const machine = route.machines && bearerOf(c.req.raw);
    if (route.access === 'person' && token === '' && machine === undefined) throw new ProblemError('signed-out');
    const query = readQuery(c.req.raw.url, route.query ?? {});
    const key = route.command && idempotencyKeyOf(c.req.raw);
    const body = route.body && (await readJson(c.req.raw, route.body));
    const delivery = key === undefined ? {} : { delivery: { key, fingerprint: fingerprintOf(c.req, body) } };
    const later = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
    const now = await profile.now(c.env);
    const call: Call = {
      request: c.req.raw,
      path: c.req.param(),
      query,
      body,
      ticket: { token, now, later, ...delivery, ...(machine !== undefined && { machine }), ...expectedIn(c.req.raw) },
      now,
      store: new Store(c.env.DB),
      files: c.env.FILES,
      profile,
    };
    return retryTransient(() => route.handle(call));
  };

/** RFC 6750 §2.1. */
const bearerOf = ({ headers }: Request): string | undefined =>
  /^Bearer ([\w~+/.-]{1,200}=*)$/i.exec(headers.get('Authorization') ?? '')?.[1];

/** Whom a delivery is for that may have waited in a browser while somebody else signed in there. */
function expectedIn({ headers }: Request): { readonly expects?: string } {
  const expects = headers.get('Formloop-Person');
  return expects === null ? {} : { expects };
}

/** What is asked, so that a key used twice for different things is noticed. */
const fingerprintOf = ({ method, path }: AppContext['req'], body: unknown) =>
  sha256(`${method} ${path} ${canonicalJson(body ?? null)}`);

function idempotencyKeyOf({ headers }: Request): string {
  const key = headers.get('Idempotency-Key') ?? '';
  if (!idempotencyKey.test(key)) throw new ProblemError('missing-idempotency-key');
  return key;
}
