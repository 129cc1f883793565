import type { Instant } from '#engine';
import type { IncidentList, IncidentView } from '../../../schemas/generated/api.ts';
import { deliver } from '../jobs/outbox.ts';
import { wake } from '../jobs/sweep.ts';
import { casesQuery, readCase, type StoredCase } from '../store/case-store.ts';
import { type Incident, incidentQuery, incidentsQuery, markRetried, readIncident } from '../store/incident-store.ts';
import { unpark } from '../store/outbox-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { fromCursor, limitOf, toCursor } from './cursor.ts';
import { personView } from './person-view.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

const STATES = ['open', 'resolved'] as const;
const ID = /^[1-9]\d{0,14}$/;

const list = route({
  method: 'GET',
  path: '/api/incidents',
  access: 'person',
  query: { state: { enum: STATES }, cursor: { maxLength: 64 }, limit: { maxLength: 3 } },
  answer: { status: 200, schema: 'incidentList' },
  refuses: ['not-found', 'invalid-query'],
  async handle(call) {
    const { store, ticket, query } = call;
    const limit = limitOf(query.limit);
    const [before] = fromCursor(query.cursor, [Number.MAX_SAFE_INTEGER]);
    const state = STATES.find((each) => each === query.state) ?? 'open';
    const { visit: who, found } = await visit(store, ticket, incidentsQuery(state, before, limit + 1));
    permit(who, { may: 'read-incidents' });
    const incidents = found[0].slice(0, limit).map(readIncident);
    const last = incidents.at(-1);
    const more = found[0].length > limit && last !== undefined;
    const answer: IncidentList = {
      items: await views(call, incidents, who),
      mayRetry: authorize(who, { may: 'retry-incident' }),
      ...(more && { next: toCursor([last.id]) }),
    };
    return json(answer);
  },
});

const retry = route({
  method: 'POST',
  path: '/api/incidents/{id}/retry',
  access: 'person',
  command: true,
  answer: { status: 200, schema: 'incident' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, ticket, path, now } = call;
    const { id = '' } = path;
    if (!ID.test(id)) throw new ProblemError('not-found');
    const { visit: who, found } = await visit(store, ticket, incidentQuery(Number(id)));
    permit(who, { may: 'retry-incident' });
    const [row] = found[0];
    if (row === undefined) throw new ProblemError('not-found');
    // One that is resolved stays as it is: sent twice, it is tried once.
    if (row.state === 'open') {
      await markRetried(store, row.id, who.person.id);
      await tryAgain(call, readIncident(row), now);
    }
    const [after] = await store.all(incidentQuery(row.id));
    const [view] = await views(call, [readIncident(after ?? row)], who);
    return json(view);
  },
});

export const incidentRoutes: readonly Route[] = [list, retry];

async function tryAgain({ store }: Call, { kind, source }: Incident, now: Instant): Promise<void> {
  if (kind === 'tick') {
    await wake(store, source, now);
    return;
  }
  const order = await unpark(store, source, now);
  if (order !== undefined) await deliver(store, order, now);
}

async function views({ store, now }: Call, incidents: readonly Incident[], who: Visit): Promise<IncidentView[]> {
  const ids = [...new Set(incidents.flatMap((each) => (each.case === null ? [] : [each.case])))];
  const found = ids.length === 0 ? [] : await store.all(casesQuery(ids));
  const cases = found.flatMap((row) => readCase([row], who.workspace) ?? []);
  const readable = (stored: StoredCase) => authorize(who, { may: 'read-case', case: stored, now });
  return incidents.map((incident) => {
    const stored = cases.find(({ id }) => id === incident.case);
    return viewOf(incident, who, stored && { id: stored.id, number: stored.number, mayRead: readable(stored) });
  });
}

function viewOf(incident: Incident, { workspace }: Visit, from: IncidentView['case'] | undefined): IncidentView {
  const { id, kind, process, code, params, firstAt, lastAt, attempts, state } = incident;
  const { retriedBy, resolvedBy, resolvedAt } = incident;
  const { organisation, ledgers } = workspace.documents;
  const person = (who: string) => personView(organisation, who);
  const ledger = typeof params.ledger === 'string' ? ledgers[params.ledger]?.title : undefined;
  return {
    id,
    kind,
    ...(process !== null && { process: { id: process, title: workspace.processes[process]?.title ?? process } }),
    ...(from && { case: from }),
    code,
    ...(Object.keys(params).length > 0 && { params: { ...params } }),
    ...(ledger !== undefined && { ledger }),
    firstAt,
    lastAt,
    attempts,
    state,
    ...(retriedBy !== null && { retriedBy: person(retriedBy) }),
    ...(resolvedBy !== null && !resolvedBy.startsWith('system:') && { resolvedBy: person(resolvedBy) }),
    ...(resolvedAt !== null && { resolvedAt }),
  };
}
