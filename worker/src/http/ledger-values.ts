import type { LedgerValues } from '../../../schemas/generated/api.ts';
import { columnsEverywhere, ledgerSight, rowLimits } from '../cases/ledger-sight.ts';
import { readColumnValues, readLedger } from '../store/ledger-store.ts';
import { visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { ledgerOf } from './ledger-rows.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

const MOST_VALUES = 200;
/** Rows looked at for whoever sees only some of them. */
const MOST_LOOKED_AT = 500;

/** What a filter on a column can be set to: the values that stand in rows the visitor sees. */
const readValues = route({
  method: 'GET',
  path: '/api/ledgers/{id}/values',
  access: 'person',
  query: { column: { required: true } },
  answer: { status: 200, schema: 'ledgerValues' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, query: { column = '' } }) {
    const { visit: who } = await visit(store, ticket);
    const ledger = ledgerOf(who, path.id ?? '');
    permit(who, { may: 'read-ledger', ledger });
    const sight = ledgerSight(ledger, who);
    if (!columnsEverywhere(sight).has(column))
      throw new ProblemError('invalid-query', { params: { parameter: 'column' } });
    const limits = rowLimits(sight);
    const asked = { ledger: ledger.id, filters: [], order: { by: 'place' }, after: undefined } as const;
    const values =
      limits === undefined
        ? await readColumnValues(store, { ledger: ledger.id, column, most: MOST_VALUES + 1 })
        : distinct(await readLedger(store, { ...asked, limits, most: MOST_LOOKED_AT }), column);
    const items = values.slice(0, MOST_VALUES);
    const { organisation } = who.workspace.documents;
    const view: LedgerValues = {
      items,
      whole: values.length <= MOST_VALUES,
      people: peopleIn(items, organisation),
      units: unitsIn(items, organisation),
    };
    return json(view);
  },
});

export const ledgerValueRoutes: readonly Route[] = [readValues];

const distinct = (entries: readonly { readonly cells: Readonly<Record<string, unknown>> }[], column: string) =>
  [...new Set(entries.flatMap(({ cells }) => (cells[column] == null ? [] : [String(cells[column])])))].sort();
