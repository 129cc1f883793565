import { randomBytes } from 'node:crypto';
import type { SessionView } from '../../../schemas/generated/api.ts';
import { readCounts } from '../store/case-lists.ts';
import { closeSession, forgive, knock, openSession } from '../store/session-store.ts';
import { authorize } from './authorize.ts';
import { verifyPassword } from './password.ts';
import { personView } from './person-view.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';
import { today } from './today.ts';

const TOKEN_BYTES = 32;
const BUSY_S = 2;

const signIn = route({
  method: 'POST',
  path: '/api/session',
  access: 'public',
  body: 'signIn',
  answer: { status: 200, schema: 'session' },
  refuses: ['wrong-credentials', 'too-many-attempts', 'busy'],
  async handle(call) {
    const { body, store, profile, request, now, ticket } = call;
    const trying = { person: body.person, address: profile.address(request), now };
    const knocked = await knock(store, trying);
    if (!knocked.admitted) throw retryLater('too-many-attempts', knocked.seconds);
    const verdict = await verifyPassword(body.password, knocked.password);
    if (verdict === 'busy') {
      await forgive(store, trying);
      throw retryLater('busy', BUSY_S);
    }
    if (!verdict) throw new ProblemError('wrong-credentials');
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await openSession(store, trying, { next: token, last: ticket.token });
    return answer({ ...call, ticket: { ...ticket, token } }, { 'Set-Cookie': cookie(call, token) });
  },
});

const readSession = route({
  method: 'GET',
  path: '/api/session',
  access: 'person',
  answer: { status: 200, schema: 'session' },
  handle: (call) => answer(call, {}),
});

const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  access: 'public',
  answer: { status: 204 },
  async handle(call) {
    await closeSession(call.store, call.ticket.token);
    return new Response(null, { status: 204, headers: { 'Set-Cookie': `${cookie(call, '')}; Max-Age=0` } });
  },
});

export const sessionRoutes: readonly Route[] = [signIn, readSession, signOut];

async function answer({ store, ticket, profile, now }: Call, headers: Record<string, string>): Promise<Response> {
  const { visit, counts } = await readCounts(store, ticket);
  const { incidents: _, ...mine } = counts;
  const { organisation, documents } = visit.workspace;
  const view: SessionView = {
    person: personView(documents.organisation, visit.person.id),
    roles: (['admin', 'auditor'] as const).filter((role) => organisation.hasRole(visit.person.id, role)),
    company: documents.organisation.title,
    zone: organisation.zone,
    now,
    today: today(visit.workspace, now),
    expiresAt: visit.expiresAt,
    development: profile.development,
    counts: authorize(visit, { may: 'read-incidents' }) ? counts : mine,
  };
  return json(view, { headers });
}

const cookie = (
  {
    profile: {
      cookie: { name, attributes },
    },
  }: Call,
  value: string,
) => `${name}=${value}; ${attributes}`;

const retryLater = (code: 'too-many-attempts' | 'busy', seconds: number) =>
  new ProblemError(code, { params: { seconds }, headers: { 'Retry-After': String(seconds) } });
