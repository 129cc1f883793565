import { sameValue } from '#engine';
import type { LedgerHistory } from '../../../schemas/generated/api.ts';
import { columnsAnywhere, columnsSeen, type LedgerSight, ledgerSight } from '../cases/ledger-sight.ts';
import { casesQuery, type StoredCase, storedCase } from '../store/case-store.ts';
import { definitionsOf } from '../store/definition-store.ts';
import { type RowVersion, readRowVersions } from '../store/ledger-store.ts';
import { visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { pick } from './environment-view.ts';
import { ledgerOf } from './ledger-rows.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

const MOST_VERSIONS = 30;
const LAST = Number.MAX_SAFE_INTEGER;
type Item = LedgerHistory['items'][number];

/** Where every cell of a row comes from: its versions, and the entry of the case that wrote each. */
const readHistory = route({
  method: 'GET',
  path: '/api/ledgers/{id}/rows/{row}',
  access: 'person',
  query: { cursor: {} },
  answer: { status: 200, schema: 'ledgerHistory' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, query, now }) {
    const { id = '', row = '' } = path;
    const { visit: who } = await visit(store, ticket);
    const ledger = ledgerOf(who, id);
    permit(who, { may: 'read-ledger', ledger });
    const sight = ledgerSight(ledger, who);
    const [before] = fromCursor(query.cursor, [LAST] as const);
    const found = await readRowVersions(store, { ledger: id, row, before, most: MOST_VERSIONS + 1 });
    const shown = found.slice(0, MOST_VERSIONS).filter(({ cells }) => columnsSeen(sight, cells).size > 0);
    if (shown.length === 0) throw new ProblemError('not-found');
    const ids = [...new Set(shown.flatMap((version) => version.case ?? []))];
    const rows = await store.all(casesQuery(ids));
    const definition = await definitionsOf(store, who.workspace, rows);
    const cases = new Map(rows.map((each) => [each.id as string, storedCase(each, definition(each))]));
    const items = shown.map((version) => {
      const earlier = found.find(({ version: number }) => number === version.version - 1);
      const writer = cases.get(version.case ?? '');
      const mayOpen = writer !== undefined && authorize(who, { may: 'read-case', case: writer, now });
      return itemOf(version, earlier, sight, mayOpen ? writer : undefined);
    });
    const columns = columnsAnywhere(sight);
    const { organisation } = who.workspace.documents;
    const view: LedgerHistory = {
      id: row,
      ledger: id,
      title: ledger.title,
      ...(ledger.name !== undefined && { name: ledger.name }),
      columns: Object.fromEntries(Object.entries(ledger.columns).filter(([column]) => columns.has(column))),
      items,
      ...(found.length > MOST_VERSIONS && { next: toCursor([found[MOST_VERSIONS - 1]?.version ?? 0]) }),
      people: peopleIn(items, organisation),
      units: unitsIn(items, organisation),
    };
    return json(view);
  },
});

export const ledgerHistoryRoutes: readonly Route[] = [readHistory];

function itemOf(
  { version, at, cells, seq, by, step }: RowVersion,
  earlier: RowVersion | undefined,
  sight: LedgerSight,
  writer: StoredCase | undefined,
): Item {
  const seen = columnsSeen(sight, cells);
  const before = earlier === undefined ? {} : pick(earlier.cells, columnsSeen(sight, earlier.cells));
  const changed = [...seen].filter((column) => !sameValue(cells[column] ?? null, before[column] ?? null));
  return { version, at, cells: pick(cells, seen), changed, ...writtenBy(writer, seq, by, step) };
}

/** Nothing when the row was there before the first case, or its writer is not for the visitor to open. */
function writtenBy(
  writer: StoredCase | undefined,
  seq: number | null,
  by: string | null,
  step: string | null,
): Pick<Item, 'case'> {
  if (writer === undefined || seq === null) return {};
  const { id, number, definition } = writer;
  const title = [...definition.steps.values()].find((each) => each.id === step)?.title;
  return { case: { id, number, seq, ...(by !== null && { by }), ...(title !== undefined && { step: title }) } };
}
