import { randomBytes } from 'node:crypto';
import {
  addDays,
  type CivilDate,
  carryOver,
  type Definition,
  formsFor,
  type Instant,
  instantOf,
  mayLink,
  parseCivilDate,
  type Values,
  zoneOffset,
} from '#engine';
import type { CreatedLink, CreateLink, PublicLinkList } from '../../../schemas/generated/api.ts';
import { factsOf } from '../cases/facts.ts';
import { isAt } from '../cases/link-around.ts';
import { byPublicId, caseQuery, readCase, type StoredCase } from '../store/case-store.ts';
import { definitionQuery, presentDefinitionsQuery, readDefinitions } from '../store/definition-store.ts';
import { sha256 } from '../store/digest.ts';
import {
  addLink,
  linkQuery,
  linksQuery,
  type NewLink,
  personalLinksOf,
  readLink,
  revokeLink,
  rotateLink,
} from '../store/link-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { environmentView } from './environment-view.ts';
import { linkView } from './link-view.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';
import { today } from './today.ts';

/** 128 bits. */
const TOKEN_BYTES = 16;
const ID_LENGTH = 32;
const LONGEST_DAYS = 366;

/** Those of the visitor; administrators see everybody's. */
const list = route({
  method: 'GET',
  path: '/api/links',
  access: 'person',
  answer: { status: 200, schema: 'publicLinkList' },
  async handle({ store, ticket, now }) {
    const { visit: who, found } = await visit(
      store,
      ticket,
      linksQuery(ticket),
      linksQuery('all'),
      presentDefinitionsQuery(),
    );
    const [own, all, definitions] = found;
    const mayRelease = authorize(who, { may: 'judge-quarantine' });
    const shown = (mayRelease ? all : own).flatMap((row) => readLink(row) ?? []);
    const personal = await personalLinksOf(
      store,
      shown.flatMap((link) => (link.personal ? [link.id] : [])),
    );
    const linkable = readDefinitions(definitions, who.workspace).filter((each) => makes(each, who, now));
    const view: PublicLinkList = {
      items: shown.map((link) =>
        linkView(
          link,
          personal.filter((each) => each.link === link.id),
          who,
          now,
        ),
      ),
      processes: linkable.map((definition) => processView(definition, who, now)),
      mayRelease,
    };
    return json(view);
  },
});

const create = route({
  method: 'POST',
  path: '/api/links',
  access: 'person',
  command: true,
  body: 'createLink',
  answer: { status: 201, schema: 'createdLink' },
  refuses: ['not-found', 'invalid-values', 'conflict'],
  async handle({ store, ticket, body, now }) {
    const { visit: who, found } = await visit(
      store,
      ticket,
      definitionQuery(body.process),
      caseQuery(byPublicId(body.about ?? '')),
    );
    const [definition] = readDefinitions(found[0], who.workspace);
    if (definition === undefined || !makes(definition, who, now)) throw new ProblemError('not-found');
    const about = aboutOf(definition, body, readCase(found[1], who.workspace), who, now);
    const id = sha256(`link ${who.person.id} ${ticket.delivery?.key}`).slice(0, ID_LENGTH);
    const secrets = secretsFor(body);
    const added: NewLink = {
      id,
      name: body.name,
      process: body.process,
      owner: who.person.id,
      fixed: fixedBy(definition, body),
      about: about?.id ?? null,
      ...windowOf(body, who, now),
      quota: body.quota ?? null,
      secrets,
    };
    // A secret cannot be shown a second time: whoever missed it asks for another.
    if (!(await addLink(store, added, now))) throw new ProblemError('conflict');
    return json({ id, links: [...secrets] } satisfies CreatedLink, { status: 201 });
  },
});

const revoke = route({
  method: 'DELETE',
  path: '/api/links/{id}',
  access: 'person',
  answer: { status: 204 },
  refuses: ['not-found'],
  async handle(call) {
    const { who, link } = await ownLink(call);
    await revokeLink(call.store, link.id, who.person.id, call.now);
    return new Response(null, { status: 204 });
  },
});

/** A new secret for a link that everybody shares; the printed one stops working. */
const rotate = route({
  method: 'POST',
  path: '/api/links/{id}/secret',
  access: 'person',
  answer: { status: 200, schema: 'createdLink' },
  refuses: ['not-found'],
  async handle(call) {
    const { link } = await ownLink(call);
    if (link.personal || link.revokedAt !== null) throw new ProblemError('not-found');
    const token = newToken();
    await rotateLink(call.store, link.id, token);
    return json({ id: link.id, links: [{ token }] } satisfies CreatedLink);
  },
});

export const linkRoutes: readonly Route[] = [list, create, revoke, rotate];

const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

async function ownLink({ store, ticket, path }: Call) {
  const { visit: who, found } = await visit(store, ticket, linkQuery(path.id ?? ''));
  const link = readLink(found[0][0]);
  if (link === undefined) throw new ProblemError('not-found');
  permit(who, { may: 'keep-link', link });
  return { who, link };
}

/** Whom the definition names, and administrators. */
function makes(definition: Definition, { workspace, person }: Visit, now: Instant): boolean {
  if (definition.public === undefined) return false;
  const setting = { workspace, definition, now, by: person.id, case: { id: '' } };
  return workspace.organisation.hasRole(person.id, 'admin') || mayLink(definition, person.id, factsOf(setting, {}));
}

function processView(definition: Definition, { workspace }: Visit, now: Instant): PublicLinkList['processes'][number] {
  const { id, document, public: rule } = definition;
  const forms = formsFor(definition, rule?.fixed ?? new Set());
  return {
    id,
    title: document.title,
    ...(rule?.about && { about: rule.about.process }),
    ...(forms.length > 0 && {
      fixed: { forms, environment: environmentView(forms, definition, workspace, today(workspace, now)) },
    }),
  };
}

/** The case the link is about: one that the visitor reads, and that is where links are made from. */
function aboutOf(
  { public: rule }: Definition,
  body: CreateLink,
  stored: StoredCase | undefined,
  who: Visit,
  now: Instant,
): StoredCase | undefined {
  const wanted = rule?.about;
  if (wanted === undefined) {
    if (body.about !== undefined) throw wrong('unknown-field', '/about');
    return undefined;
  }
  if (stored === undefined || !authorize(who, { may: 'read-case', case: stored, now }))
    throw wrong('required', '/about');
  if (!isAt(stored, wanted)) throw wrong('not-ready', '/about');
  return stored;
}

/** What may be said by a link of this process, as far as it is of the right kind. */
function fixedBy({ model, public: rule }: Definition, { fixed = {} }: CreateLink): Values {
  const { values, left } = carryOver(model, fixed, rule?.fixed ?? new Set());
  if (left.length > 0) throw wrong('not-writable', `/fixed/${left[0]?.replaceAll('.', '/')}`);
  return values;
}

function secretsFor({ personal }: CreateLink): NewLink['secrets'] {
  return personal === undefined ? [{ token: newToken() }] : personal.map((note) => ({ token: newToken(), note }));
}

/** From the beginning of the first day to the end of the last, in the zone of the company. */
function windowOf({ opens, closes }: CreateLink, { workspace }: Visit, now: Instant) {
  const first = dayOf(opens, '/opens');
  const last = dayOf(closes, '/closes');
  if (last < first || last < today(workspace, now)) throw wrong('past', '/closes');
  if (last > addDays(first, LONGEST_DAYS)) throw wrong('too-late', '/closes');
  const offset = zoneOffset(workspace);
  return { opensAt: instantOf(first, '00:00', offset), closesAt: instantOf(addDays(last, 1), '00:00', offset) };
}

function dayOf(text: string, path: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw wrong('bad-date', path);
  return day;
}

const wrong = (code: string, path: string) => new ProblemError('invalid-values', { issues: [{ code, path }] });
