import { add, type Decimal, parseDecimal, toPlain } from '#engine';
import type { LedgerPage, LedgerRowView, ReferenceList } from '../../../schemas/generated/api.ts';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import {
  columnsAnywhere,
  columnsEverywhere,
  columnsSeen,
  type LedgerSight,
  ledgerSight,
  rowLimits,
} from '../cases/ledger-sight.ts';
import type { Store } from '../store/database.ts';
import type { RowOrder, RowPlace, RowQuery } from '../store/ledger-query.ts';
import { type LedgerEntry, readLedger } from '../store/ledger-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { fromCursor, limitOf, toCursor } from './cursor.ts';
import { pick } from './environment-view.ts';
import { filtersOf, orderOf } from './ledger-filter.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

/** Rows a search looks through before it answers with what it found so far and where to go on. */
const MOST_LOOKED_AT = 500;
const MOST_REFERENCES = 20;
/** Rows that are added up at most: beyond them a total is a matter for a report. */
const MOST_SUMMED = 2000;
const LONGEST_FILTER = 2000;

const readRows = route({
  method: 'GET',
  path: '/api/ledgers/{id}/rows',
  access: 'person',
  query: { q: {}, filter: { maxLength: LONGEST_FILTER }, sort: {}, totals: { enum: ['true'] }, cursor: {}, limit: {} },
  answer: { status: 200, schema: 'ledgerPage' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, query }) {
    const { visit: who } = await visit(store, ticket);
    const ledger = ledgerOf(who, path.id ?? '');
    permit(who, { may: 'read-ledger', ledger });
    const sight = ledgerSight(ledger, who);
    const limit = limitOf(query.limit);
    const wanted = wantedRows(ledger, sight, query);
    const most = query.q === undefined ? limit + 1 : MOST_LOOKED_AT;
    const entries = await readLedger(store, { ...wanted, most });
    const matching = matches(entries, sight, query.q);
    const items = matching.slice(0, limit).map((entry) => rowView(entry, sight));
    const more = matching.length > limit ? matching[limit - 1] : entries.length === most ? entries.at(-1) : undefined;
    const { id, title, help, name, columns } = ledger;
    const shown = columnsAnywhere(sight);
    const by = columnsEverywhere(sight);
    const { organisation } = who.workspace.documents;
    const view: LedgerPage = {
      id,
      title,
      ...(help !== undefined && { help }),
      ...(name !== undefined && { name }),
      columns: Object.fromEntries(Object.entries(columns).filter(([column]) => shown.has(column))),
      by: Object.keys(columns).filter((column) => by.has(column)),
      items,
      people: peopleIn(items, organisation),
      units: unitsIn(items, organisation),
      ...(more && { next: cursorOf(more) }),
      ...(query.totals !== undefined && { totals: await totalsOf(store, ledger, sight, wanted, query.q) }),
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
    const { visit: who } = await visit(store, ticket);
    const ledger = ledgerOf(who, path.id ?? '');
    const { name } = ledger;
    if (name === undefined) throw new ProblemError('not-found');
    const sight = ledgerSight(ledger, who);
    const limits = sight.length === 0 ? undefined : rowLimits(sight);
    const entries = await readLedger(store, {
      ledger: ledger.id,
      filters: [],
      limits,
      order: { by: 'place' },
      after: undefined,
      most: MOST_LOOKED_AT,
    });
    const named: LedgerSight = [...sight, { columns: [name] }];
    const items = matches(entries, named, query.q)
      .slice(0, MOST_REFERENCES)
      .map(({ id, cells }) => ({ id, name: String(cells[name] ?? id), cells: pick(cells, columnsSeen(named, cells)) }));
    return json({ items } satisfies ReferenceList);
  },
});

export const ledgerRowRoutes: readonly Route[] = [readRows, readReferences];

export function ledgerOf({ workspace }: Visit, id: string): LedgerDocument {
  const { ledgers } = workspace.documents;
  const ledger = Object.hasOwn(ledgers, id) ? ledgers[id] : undefined;
  if (!ledger) throw new ProblemError('not-found');
  return ledger;
}

function wantedRows(
  ledger: LedgerDocument,
  sight: LedgerSight,
  { filter, sort, cursor }: Readonly<Record<string, string>>,
): Omit<RowQuery, 'most'> {
  const may = columnsEverywhere(sight);
  const order = orderOf(sort ?? ownOrder(ledger, may), ledger.columns, may);
  return {
    ledger: ledger.id,
    filters: filtersOf(filter, ledger.columns, may),
    limits: rowLimits(sight),
    order,
    after: placeOf(cursor, order),
  };
}

/** The order the ledger is kept in, for whoever may order by that column. */
const ownOrder = ({ sort }: LedgerDocument, may: ReadonlySet<string>): string | undefined =>
  sort !== undefined && may.has(sort) ? sort : undefined;

/** Where the page begins; rows that are empty in the column of the order have a place only, and come last. */
function placeOf(cursor: string | undefined, { by }: RowOrder): RowPlace | undefined {
  if (cursor === undefined) return undefined;
  const [place, json] = fromCursor(cursor, [0, ''] as const);
  return by === 'place' || json === '' ? { place } : { place, value: valueOfOrder(json) };
}

function valueOfOrder(json: string): string | number {
  const value = parsed(json);
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new ProblemError('invalid-query', { params: { parameter: 'cursor' } });
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const cursorOf = ({ place, value }: LedgerEntry): string =>
  toCursor([place, value === undefined ? '' : JSON.stringify(value)]);

/** Only what the visitor sees is searched: a match in a hidden cell would tell what it holds. */
function matches(entries: readonly LedgerEntry[], sight: LedgerSight, q: string | undefined): readonly LedgerEntry[] {
  const wanted = q?.trim().toLowerCase() ?? '';
  if (wanted === '') return entries;
  return entries.filter(({ cells }) =>
    [...columnsSeen(sight, cells)].some((column) =>
      String(cells[column] ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
}

const rowView = ({ id, version, updatedAt, case: of, cells }: LedgerEntry, sight: LedgerSight): LedgerRowView => ({
  id,
  version,
  updatedAt,
  cells: pick(cells, columnsSeen(sight, cells)),
  ...(of !== null && { case: of }),
});

/** Sums over all rows that were asked for, as far as the visitor sees their cells; `whole` is false beyond 2,000 rows. */
async function totalsOf(
  store: Store,
  ledger: LedgerDocument,
  sight: LedgerSight,
  { after: _, ...wanted }: Omit<RowQuery, 'most'>,
  q: string | undefined,
): Promise<NonNullable<LedgerPage['totals']>> {
  const entries = await readLedger(store, {
    ...wanted,
    order: { by: 'place' },
    after: undefined,
    most: MOST_SUMMED + 1,
  });
  const matching = matches(entries.slice(0, MOST_SUMMED), sight, q);
  const sums = summedColumns(ledger).map((column) => {
    const cells = matching.flatMap(({ cells }) => (columnsSeen(sight, cells).has(column) ? [cells[column]] : []));
    return [column, toPlain(sumOf(cells))] as const;
  });
  const shown = columnsAnywhere(sight);
  return {
    rows: matching.length,
    whole: entries.length <= MOST_SUMMED,
    sums: Object.fromEntries(sums.filter(([column]) => shown.has(column))),
  };
}

const summedColumns = ({ totals, columns }: LedgerDocument): readonly string[] =>
  totals ?? Object.keys(columns).filter((column) => columns[column]?.type === 'money');

function sumOf(values: readonly unknown[]): Decimal {
  return values.reduce<Decimal>((sum, value) => {
    const number = value === null || value === undefined ? undefined : parseDecimal(String(value));
    return number === undefined ? sum : add(sum, number);
  }, ZERO);
}

const ZERO = parseDecimal('0') as Decimal;
