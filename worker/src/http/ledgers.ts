import type { LedgerList, LedgerPage, LedgerRowView, ReferenceList } from '../../../schemas/generated/api.ts';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import { type LedgerEntry, readLedger } from '../store/ledger-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize, permit, readableColumns } from './authorize.ts';
import { fromCursor, limitOf, toCursor } from './cursor.ts';
import { pick } from './environment-view.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

/** Rows a search looks through before it answers with what it found so far and where to go on. */
const MOST_LOOKED_AT = 500;
const MOST_REFERENCES = 20;
const LAST = Number.MAX_SAFE_INTEGER;

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

const readRows = route({
  method: 'GET',
  path: '/api/ledgers/{id}/rows',
  access: 'person',
  query: { q: {}, cursor: {}, limit: {} },
  answer: { status: 200, schema: 'ledgerPage' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, query }) {
    const limit = limitOf(query.limit);
    const [before] = fromCursor(query.cursor, [LAST] as const);
    const most = query.q === undefined ? limit + 1 : MOST_LOOKED_AT;
    const { visit: who, entries } = await readLedger(store, ticket, path.id ?? '', before, most);
    const ledger = ledgerOf(who, path.id ?? '');
    permit(who, { may: 'read-ledger', ledger });
    const visible = readableColumns(ledger, who);
    const matching = matches(entries, visible, query.q);
    const items = matching.slice(0, limit).map((entry) => rowView(entry, visible));
    const { id, title, help, name } = ledger;
    const more = matching.length > limit ? matching[limit - 1] : entries.length === most ? entries.at(-1) : undefined;
    const view: LedgerPage = {
      id,
      title,
      ...(help !== undefined && { help }),
      ...(name !== undefined && { name }),
      columns: Object.fromEntries(Object.entries(ledger.columns).filter(([column]) => visible.includes(column))),
      items,
      people: peopleIn(items, who.workspace.documents.organisation),
      units: unitsIn(items, who.workspace.documents.organisation),
      ...(more && { next: toCursor([more.place]) }),
    };
    return json(view);
  },
});

/** What a reference field offers: the name of each row, and what else the visitor may read of it. */
const readReferences = route({
  method: 'GET',
  path: '/api/ledgers/{id}/references',
  access: 'person',
  query: { q: {} },
  answer: { status: 200, schema: 'referenceList' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, query }) {
    const { visit: who, entries } = await readLedger(store, ticket, path.id ?? '', LAST, MOST_LOOKED_AT);
    const ledger = ledgerOf(who, path.id ?? '');
    const { name } = ledger;
    if (name === undefined) throw new ProblemError('not-found');
    const visible = new Set([...readableColumns(ledger, who), name]);
    const found = matches(entries, [...visible], query.q).slice(0, MOST_REFERENCES);
    const items = found.map(({ id, cells }) => ({ id, name: String(cells[name] ?? id), cells: pick(cells, visible) }));
    return json({ items } satisfies ReferenceList);
  },
});

export const ledgerRoutes: readonly Route[] = [list, readRows, readReferences];

function ledgerOf({ workspace }: Visit, id: string): LedgerDocument {
  const { ledgers } = workspace.documents;
  const ledger = Object.hasOwn(ledgers, id) ? ledgers[id] : undefined;
  if (!ledger) throw new ProblemError('not-found');
  return ledger;
}

/** Only visible columns are searched: a match in a hidden one would tell what it holds. */
function matches(
  entries: readonly LedgerEntry[],
  columns: readonly string[],
  q: string | undefined,
): readonly LedgerEntry[] {
  const wanted = q?.trim().toLowerCase() ?? '';
  if (wanted === '') return entries;
  return entries.filter(({ cells }) =>
    columns.some((column) =>
      String(cells[column] ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
}

const rowView = (
  { id, version, updatedAt, case: of, cells }: LedgerEntry,
  visible: readonly string[],
): LedgerRowView => ({
  id,
  version,
  updatedAt,
  cells: pick(cells, new Set(visible)),
  ...(of !== null && { case: of }),
});
