import type { LedgerView, LedgerViewList } from '../../../schemas/generated/api.ts';
import { dropLedgerView, keepLedgerView, listLedgerViews, MOST_VIEWS } from '../store/ledger-view-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { ledgerOf } from './ledger-rows.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

/** Chosen by the browser, so that saving can be repeated. */
const ID = /^[\w-]{8,64}$/;

const list = route({
  method: 'GET',
  path: '/api/ledgers/{id}/views',
  access: 'person',
  answer: { status: 200, schema: 'ledgerViewList' },
  refuses: ['not-found'],
  async handle({ store, ticket, path }) {
    const { visit: who } = await visit(store, ticket);
    return json({ items: [...(await listLedgerViews(store, ownOf(who, path.id)))] } satisfies LedgerViewList);
  },
});

const save = route({
  method: 'PUT',
  path: '/api/ledgers/{id}/views/{view}',
  access: 'person',
  body: 'saveLedgerView',
  answer: { status: 200, schema: 'ledgerView' },
  refuses: ['not-found', 'too-many-views'],
  async handle({ store, ticket, path, body, now }) {
    const { view: id = '' } = path;
    if (!ID.test(id)) throw new ProblemError('not-found');
    const { visit: who } = await visit(store, ticket);
    const view: LedgerView = { id, name: body.name, query: body.query };
    if (!(await keepLedgerView(store, { ...ownOf(who, path.id), ...view, at: now })))
      throw new ProblemError('too-many-views', { params: { most: MOST_VIEWS } });
    return json(view);
  },
});

const drop = route({
  method: 'DELETE',
  path: '/api/ledgers/{id}/views/{view}',
  access: 'person',
  answer: { status: 204 },
  refuses: ['not-found'],
  async handle({ store, ticket, path }) {
    const { visit: who } = await visit(store, ticket);
    await dropLedgerView(store, { ...ownOf(who, path.id), id: path.view ?? '' });
    return new Response(null, { status: 204 });
  },
});

export const ledgerViewRoutes: readonly Route[] = [list, save, drop];

/** A person's own views of a ledger they may read. */
function ownOf(who: Visit, id: string | undefined) {
  const ledger = ledgerOf(who, id ?? '');
  permit(who, { may: 'read-ledger', ledger });
  return { person: who.person.id, ledger: ledger.id };
}
