import type { RuleBook } from '#engine';
import type { LedgerList } from '../../../schemas/generated/api.ts';
import { presentBook } from '../cases/present-book.ts';
import { visit } from '../store/visit.ts';
import { authorize } from './authorize.ts';
import { ledgerHistoryRoutes } from './ledger-history.ts';
import { ledgerRowRoutes } from './ledger-rows.ts';
import { ledgerValueRoutes } from './ledger-values.ts';
import { ledgerViewRoutes } from './ledger-views.ts';
import { json, type Route, route } from './route.ts';

const list = route({
  method: 'GET',
  path: '/api/ledgers',
  access: 'person',
  answer: { status: 200, schema: 'ledgerList' },
  async handle({ store, ticket }) {
    const { visit: who } = await visit(store, ticket);
    const { book } = await presentBook(store, who.workspace);
    const ledgers = Object.values(who.workspace.documents.ledgers);
    const items: LedgerList['items'] = ledgers
      .filter((ledger) => authorize(who, { may: 'read-ledger', ledger }))
      .map(({ id, title, help }) => {
        const area = areaOf(id, book);
        return { id, title, ...(help !== undefined && { help }), ...(area !== undefined && { area }) };
      });
    const areas = book.areas.filter(({ id }) => items.some(({ area }) => area === id));
    return json({ areas: areas.map(({ id, title }) => ({ id, title })), items } satisfies LedgerList);
  },
});

/** The area whose processes write a ledger; the first of several. */
const areaOf = (ledger: string, { areas }: RuleBook): string | undefined =>
  areas.find(({ processes }) => processes.some(({ ledgers }) => ledgers.some(({ id }) => id === ledger)))?.id;

export const ledgerRoutes: readonly Route[] = [
  list,
  ...ledgerRowRoutes,
  ...ledgerValueRoutes,
  ...ledgerHistoryRoutes,
  ...ledgerViewRoutes,
];
