import { randomBytes } from 'node:crypto';
import {
  addDays,
  type CivilDate,
  type Instant,
  instantOf,
  mayStart,
  parseCivilDate,
  type UserId,
  zoneOffset,
} from '#engine';
import type { CreatedToken, CreateToken, StartTokenList, StartTokenView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../cases/facts.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { sha256 } from '../store/digest.ts';
import { addToken, type KeptToken, revokeToken, tokensQuery } from '../store/token-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { personView } from './person-view.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';
import { today } from './today.ts';

const TOKEN_BYTES = 32;
const ID_LENGTH = 32;
/** Marks a start token for whoever finds one, and for tools that look for secrets in sources. */
const PREFIX = 'formloop_start_';
const LONGEST_DAYS = 731;

const list = route({
  method: 'GET',
  path: '/api/tokens',
  access: 'person',
  answer: { status: 200, schema: 'startTokenList' },
  refuses: ['not-found'],
  async handle({ store, ticket, now }) {
    const { visit: who, found } = await visit(store, ticket, tokensQuery());
    permit(who, { may: 'keep-tokens' });
    return json({ items: found[0].map((token) => viewOf(token, who, now)) } satisfies StartTokenList);
  },
});

const create = route({
  method: 'POST',
  path: '/api/tokens',
  access: 'person',
  command: true,
  body: 'createToken',
  answer: { status: 201, schema: 'createdToken' },
  refuses: ['not-found', 'invalid-values', 'conflict'],
  async handle({ store, ticket, body, now }) {
    const { visit: who, found } = await visit(store, ticket, definitionQuery(body.process));
    permit(who, { may: 'keep-tokens' });
    const [definition] = readDefinitions(found[0], who.workspace);
    if (definition === undefined) throw wrong('unknown-process', '/process');
    const person = body.person as UserId;
    const setting = { workspace: who.workspace, definition, now, by: person, case: { id: '' } };
    if (!mayStart(definition, person, factsOf(setting, {}))) throw wrong('not-startable', '/person');
    const token = PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
    const id = sha256(`token ${who.person.id} ${ticket.delivery?.key}`).slice(0, ID_LENGTH);
    const { name, process } = body;
    const expiresAt = expiryOf(body, who, now);
    const added = await addToken(store, { id, token, name, process, person, createdBy: who.person.id, expiresAt }, now);
    // It cannot be shown a second time: whoever missed it revokes it and asks for another.
    if (!added) throw new ProblemError('conflict');
    return json({ id, token } satisfies CreatedToken, { status: 201 });
  },
});

const revoke = route({
  method: 'DELETE',
  path: '/api/tokens/{id}',
  access: 'person',
  answer: { status: 204 },
  refuses: ['not-found'],
  async handle({ store, ticket, path, now }) {
    const { visit: who } = await visit(store, ticket);
    permit(who, { may: 'keep-tokens' });
    if (!(await revokeToken(store, path.id ?? '', who.person.id, now))) throw new ProblemError('not-found');
    return new Response(null, { status: 204 });
  },
});

export const tokenRoutes: readonly Route[] = [list, create, revoke];

/** The end of the last day, at most two years ahead. */
function expiryOf({ expires }: CreateToken, { workspace }: Visit, now: Instant): Instant {
  const day: CivilDate = today(workspace, now);
  const last = parseCivilDate(expires);
  if (last === undefined) throw wrong('bad-date', '/expires');
  if (last < day) throw wrong('past', '/expires');
  if (last > addDays(day, LONGEST_DAYS)) throw wrong('too-late', '/expires');
  return instantOf(addDays(last, 1), '00:00', zoneOffset(workspace));
}

const wrong = (code: string, path: string) => new ProblemError('invalid-values', { issues: [{ code, path }] });

function viewOf(token: KeptToken, { workspace }: Visit, now: Instant): StartTokenView {
  const { id, name, process, person, createdBy, createdAt, expiresAt, usedAt, revokedAt } = token;
  const { organisation } = workspace.documents;
  return {
    id,
    name,
    process: { id: process, title: workspace.processes[process]?.title ?? process },
    person: personView(organisation, person),
    createdBy: personView(organisation, createdBy),
    createdAt,
    expiresAt,
    ...(usedAt !== null && { usedAt }),
    state: revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'valid',
  };
}
