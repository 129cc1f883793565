import {
  addDays,
  type CivilDate,
  formsFor,
  instantOf,
  isCivilDate,
  readsOpinions,
  verifyChain,
  zoneOffset,
} from '#engine';
import type { CaseCard, CaseList, EntryList, IntegrityView } from '../../../schemas/generated/api.ts';
import { contextOfCase, sightOn } from '../cases/sight.ts';
import { type CaseFilter, listCases } from '../store/case-lists.ts';
import { noteRead, readLog, readLogs, readOneCase } from '../store/case-reads.ts';
import type { StoredCase } from '../store/case-store.ts';
import { visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { cardView } from './card-view.ts';
import { presentCase } from './case-view.ts';
import { etag } from './commands.ts';
import { fromCursor, limitOf, toCursor } from './cursor.ts';
import { entryViews } from './entry-view.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

const DATE = { pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
/** Dates end here; no day follows it. */
const LAST_DATE = '9999-12-31';
const STATUSES = ['open', 'completed', 'rejected', 'withdrawn', 'cancelled', 'revoked'] as const;
/** Each case of a page is verified: a page of auditors is shorter. */
const AUDIT_LIMIT = '25';

/** Auditors list every case, everybody else those they started. */
const list = route({
  method: 'GET',
  path: '/api/cases',
  access: 'person',
  query: { status: { enum: STATUSES }, process: {}, q: {}, starter: {}, from: DATE, to: DATE, cursor: {}, limit: {} },
  answer: { status: 200, schema: 'caseList' },
  async handle(call) {
    const { store, ticket, query, now } = call;
    const { visit: who } = await visit(store, ticket);
    const all = authorize(who, { may: 'list-all-cases' });
    const limit = limitOf(query.limit ?? (all ? AUDIT_LIMIT : undefined));
    const [before] = fromCursor(query.cursor, [Number.MAX_SAFE_INTEGER] as const);
    const filter = { ...filterOf(query, zoneOffset(who.workspace)), all };
    const { visit: visitor, items, more } = await listCases(store, ticket, filter, before, limit);
    const integrity = all ? await integrities(call, items) : new Map<string, IntegrityView>();
    const cards = items.map((item): CaseCard => {
      const found = integrity.get(item.id);
      return { ...cardView(item, visitor, now), ...(found && { integrity: found }) };
    });
    const view: CaseList = {
      items: cards,
      people: peopleIn(cards, visitor.workspace.documents.organisation),
      units: unitsIn(cards, visitor.workspace.documents.organisation),
      ...(more !== undefined && { next: toCursor([more]) }),
    };
    return json(view);
  },
});

const read = route({
  method: 'GET',
  path: '/api/cases/{id}',
  access: 'person',
  answer: { status: 200, schema: 'caseView' },
  refuses: ['not-found'],
  async handle(call) {
    const view = await presentCase(call);
    return json(view, { headers: { ETag: etag(view.version) } });
  },
});

const readEvents = route({
  method: 'GET',
  path: '/api/cases/{id}/events',
  access: 'person',
  answer: { status: 200, schema: 'entryList' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, now }) {
    const { visit: who, case: stored, entries, views } = await readLog(store, ticket, path.id ?? '');
    if (!stored) throw new ProblemError('not-found');
    permit(who, { may: 'read-case', case: stored, now });
    const { workspace, person } = who;
    const sight = sightOn(stored, workspace, now, person.id) ?? new Set<string>();
    const reader = {
      sight,
      viewer: person.id,
      whole: authorize(who, { may: 'list-all-cases' }),
      opinions: readsOpinions(stored.state, person.id, contextOfCase(stored, workspace, now, person.id)),
    };
    const view: Omit<EntryList, 'people'> = {
      items: entryViews(entries, reader),
      views: [...views],
      integrity: verifyChain(stored.id, entries, { seq: stored.seq, hash: stored.head }),
      forms: formsFor(stored.definition, sight),
      steps: stepTitles(stored),
    };
    return json({ ...view, people: peopleIn(view, workspace.documents.organisation) });
  },
});

/** The page says that somebody has the case open: reading it writes nothing. */
const noteView = route({
  method: 'POST',
  path: '/api/cases/{id}/views',
  access: 'person',
  body: 'viewed',
  answer: { status: 204 },
  refuses: ['not-found', 'stale'],
  async handle({ store, ticket, path, body, now }) {
    const { visit: who, case: stored } = await readOneCase(store, ticket, path.id ?? '');
    if (!stored) throw new ProblemError('not-found');
    permit(who, { may: 'read-case', case: stored, now });
    if (body.version > stored.seq) throw new ProblemError('stale');
    await noteRead(store, stored, who.person.id, body.version, now);
    return new Response(null, { status: 204 });
  },
});

export const caseRoutes: readonly Route[] = [list, read, readEvents, noteView];

const stepTitles = ({ definition }: StoredCase) =>
  Object.fromEntries([...definition.steps.values()].map(({ id, title }) => [id, title ?? id]));

async function integrities({ store }: Call, items: readonly StoredCase[]): Promise<ReadonlyMap<string, IntegrityView>> {
  const ids = items.map(({ id }) => id);
  const logs = await readLogs(store, ids);
  return new Map(items.map(({ id, seq, head }) => [id, verifyChain(id, logs.get(id) ?? [], { seq, hash: head })]));
}

/** Days are local: from the beginning of the first to the end of the last. */
function filterOf(
  { from, to, status, process, starter, q }: Readonly<Record<string, string>>,
  offset: number,
): CaseFilter {
  return {
    ...(status !== undefined && { status }),
    ...(process !== undefined && { process }),
    ...(starter !== undefined && { starter }),
    ...(q !== undefined && { q }),
    ...(from !== undefined && { from: instantOf(dateOf('from', from), '00:00', offset) }),
    ...(to !== undefined && to !== LAST_DATE && { to: instantOf(addDays(dateOf('to', to), 1), '00:00', offset) }),
  };
}

function dateOf(parameter: string, text: string): CivilDate {
  if (!isCivilDate(text)) throw new ProblemError('invalid-query', { params: { parameter } });
  return text;
}
