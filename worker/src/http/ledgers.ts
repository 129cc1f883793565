import type { LedgerList } from '../../../schemas/generated/api.ts';
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
    const ledgers = Object.values(who.workspace.documents.ledgers);
    const view: LedgerList = {
      items: ledgers
        .filter((ledger) => authorize(who, { may: 'read-ledger', ledger }))
        .map(({ id, title, help }) => ({ id, title, ...(help !== undefined && { help }) })),
    };
    return json(view);
  },
});

export const ledgerRoutes: readonly Route[] = [
  list,
  ...ledgerRowRoutes,
  ...ledgerValueRoutes,
  ...ledgerHistoryRoutes,
  ...ledgerViewRoutes,
];
