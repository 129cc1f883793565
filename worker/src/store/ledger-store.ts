import { sql } from 'drizzle-orm';
import { rows, type Store } from './database.ts';
import { blankPlaces, type RowPlace, type RowQuery, rowPlaces } from './ledger-query.ts';

type Cells = Readonly<Record<string, unknown>>;
export type LedgerEntry = {
  /** Inner number: rows are listed by it, latest first. */
  readonly place: number;
  /** What the row is ordered by; undefined in the order of the places, and where it is empty. */
  readonly value: string | number | undefined;
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  /** The public id of the case that wrote it first. */
  readonly case: string | null;
  readonly cells: Cells;
};
type EntryRow = Omit<LedgerEntry, 'cells' | 'value'> & {
  readonly cells: string;
  readonly value: string | number | null;
};

/** The rows a query wants, in its order; those that are empty in the column of the order come last. */
export async function readLedger(store: Store, query: RowQuery): Promise<readonly LedgerEntry[]> {
  const { order, after, most } = query;
  if (order.by === 'place') return entriesAt(store, rowPlaces(query));
  const valued = after !== undefined && after.value === undefined ? [] : await entriesAt(store, rowPlaces(query));
  if (valued.length === most) return valued;
  const { after: _, ...afresh } = query;
  const blanks = blankPlaces({ ...afresh, after: placeAmongBlanks(after), most: most - valued.length }, order.column);
  return [...valued, ...(await entriesAt(store, blanks))];
}

const placeAmongBlanks = (after: RowPlace | undefined) => (after?.value === undefined ? after : undefined);

async function entriesAt(store: Store, places: ReturnType<typeof rowPlaces>): Promise<readonly LedgerEntry[]> {
  const found = await store.all(
    rows<EntryRow>(sql`
      SELECT r.place, w.value, r.row AS id, r.version, r.updated_at AS updatedAt, r.cells, c.public AS "case"
      FROM (${places}) w CROSS JOIN ledger_rows r ON r.place = w.place LEFT JOIN cases c ON c.id = r.case_id`),
  );
  return found.map(({ value, cells, ...row }) => ({ ...row, value: value ?? undefined, cells: JSON.parse(cells) }));
}

/** One version of a row: what stood in it from then on, and which entry of which case wrote it. */
export type RowVersion = {
  readonly version: number;
  readonly at: string;
  readonly cells: Cells;
  readonly case: string | null;
  readonly seq: number | null;
  readonly by: string | null;
  readonly step: string | null;
};

/** Versions of a row before `before`, latest first. */
export async function readRowVersions(
  store: Store,
  {
    ledger,
    row,
    before,
    most,
  }: { readonly ledger: string; readonly row: string; readonly before: number; readonly most: number },
): Promise<readonly RowVersion[]> {
  const found = await store.all(
    rows<Omit<RowVersion, 'cells'> & { readonly cells: string }>(sql`
      SELECT v.version, v.at, v.cells, v.seq, c.public AS "case", e.by, (
        SELECT d.value ->> '$.data.step' FROM json_each(e.body) d
        WHERE d.value ->> '$.data.ledger' = v.ledger AND d.value ->> '$.data.row' = v.row LIMIT 1) AS step
      FROM ledger_changes v LEFT JOIN cases c ON c.id = v.case_id
        LEFT JOIN entries e ON e.key = v.case_id * 65536 + v.seq
      WHERE v.ledger = ${ledger} AND v.row = ${row} AND v.version < ${before} ORDER BY v.version DESC LIMIT ${most}`),
  );
  return found.map(({ cells, ...version }) => ({ ...version, cells: JSON.parse(cells) }));
}

/** The different values of a column in their order, at most `most`: each is found by one look into the index. */
export async function readColumnValues(
  store: Store,
  { ledger, column, most }: { readonly ledger: string; readonly column: string; readonly most: number },
): Promise<readonly string[]> {
  const least = sql`SELECT min(value) FROM ledger_cells WHERE ledger = ${ledger} AND column = ${column}`;
  const found = await store.all(
    rows<{ value: string }>(sql`
      WITH RECURSIVE v (value) AS (
        ${least} UNION ALL SELECT (${least} AND value > v.value) FROM v WHERE v.value IS NOT NULL
      )
      SELECT value FROM v WHERE value IS NOT NULL LIMIT ${most}`),
  );
  return found.map(({ value }) => value);
}
