import { type SQL, sql } from 'drizzle-orm';

/** A choice of rows by one column: any of some values, or a range with both ends included. */
export type CellFilter =
  | { readonly column: string; readonly any: readonly string[] }
  | { readonly column: string; readonly from?: string; readonly to?: string; readonly numeric: boolean };

/** What order rows come in: latest first, or by a column. */
export type RowOrder =
  | { readonly by: 'place' }
  | { readonly by: 'column'; readonly column: string; readonly numeric: boolean; readonly descending: boolean };

/** Which rows are wanted: all filters, at least one of the limits, after a place in the order. */
export type RowQuery = {
  readonly ledger: string;
  readonly filters: readonly CellFilter[];
  readonly limits: readonly CellFilter[] | undefined;
  readonly order: RowOrder;
  readonly after: RowPlace | undefined;
  readonly most: number;
};
/** Where a row stands: its number, and what it is ordered by. */
export type RowPlace = { readonly place: number; readonly value?: string | number };

const NONE: readonly CellFilter[] = [];

/**
 * SQL of the places of the rows wanted, in their order, at most `most`. It walks an index: that of the order when rows
 * are ordered by a column, that of the first filter's values otherwise, and looks each row's other cells up.
 */
export function rowPlaces(query: RowQuery): SQL {
  if (query.order.by === 'column') return byColumn(query, query.order);
  return byPlace(query, sql``);
}

/** The rows that are empty in the column of the order, which come after all others. */
export const blankPlaces = (query: RowQuery, column: string): SQL =>
  byPlace(query, sql`AND NOT EXISTS (SELECT 1 FROM ledger_cells b WHERE b.place = r.place AND b.column = ${column})`);

function byPlace(query: RowQuery, blank: SQL): SQL {
  const [first, ...rest] = query.filters;
  if (first !== undefined && 'any' in first) return byValues(query, first, rest, blank);
  return sql`
    SELECT r.place, NULL AS value FROM ledger_rows r
    WHERE r.ledger = ${query.ledger} ${before(sql`r.place`, query)}
      ${fitting(sql`r.place`, query.filters, query.limits)} ${blank}
    ORDER BY r.place DESC LIMIT ${query.most}`;
}

/** One walk a value, each in order of the places; the first of them all are the first of each. */
function byValues(
  query: RowQuery,
  { column, any }: { readonly column: string; readonly any: readonly string[] },
  rest: readonly CellFilter[],
  blank: SQL,
): SQL {
  const walks = any.map(
    (value) => sql`
      SELECT place FROM (
        SELECT r.place FROM ledger_cells r
        WHERE r.ledger = ${query.ledger} AND r.column = ${column} AND r.value = ${value}
          ${before(sql`r.place`, query)} ${fitting(sql`r.place`, rest, query.limits)} ${blank}
        ORDER BY r.place DESC LIMIT ${query.most})`,
  );
  const union = walks.length === 0 ? sql`SELECT 0 AS place WHERE false` : sql.join(walks, sql` UNION ALL `);
  return sql`SELECT place, NULL AS value FROM (${union}) ORDER BY place DESC LIMIT ${query.most}`;
}

function byColumn(query: RowQuery, order: Extract<RowOrder, { by: 'column' }>): SQL {
  const value = order.numeric ? sql`CAST(d.value AS REAL)` : sql`d.value`;
  const way = order.descending ? sql`DESC` : sql`ASC`;
  const { after } = query;
  const past = order.descending ? sql`<` : sql`>`;
  const on = after?.value === undefined ? sql`` : sql`AND (${value}, d.place) ${past} (${after.value}, ${after.place})`;
  return sql`
    SELECT d.place, ${value} AS value FROM ledger_cells d
    WHERE d.ledger = ${query.ledger} AND d.column = ${order.column} ${on}
      ${fitting(sql`d.place`, query.filters, query.limits)}
    ORDER BY ${value} ${way}, d.place ${way} LIMIT ${query.most}`;
}

const before = (place: SQL, { after }: RowQuery): SQL =>
  after === undefined ? sql`` : sql`AND ${place} < ${after.place}`;

function fitting(place: SQL, filters: readonly CellFilter[], limits: readonly CellFilter[] = NONE): SQL {
  const all = filters.map((filter) => sql`AND ${holds(place, filter)}`);
  const some =
    limits.length === 0
      ? []
      : [
          sql`AND (${sql.join(
            limits.map((limit) => holds(place, limit)),
            sql` OR `,
          )})`,
        ];
  return sql.join([...all, ...some], sql` `);
}

function holds(place: SQL, filter: CellFilter): SQL {
  const cell = sql`SELECT 1 FROM ledger_cells x WHERE x.place = ${place} AND x.column = ${filter.column}`;
  if ('any' in filter)
    return sql`EXISTS (${cell} AND x.value IN (SELECT value FROM json_each(${JSON.stringify(filter.any)})))`;
  const value = filter.numeric ? sql`CAST(x.value AS REAL)` : sql`x.value`;
  const bound = (text: string) => (filter.numeric ? sql`CAST(${text} AS REAL)` : sql`${text}`);
  const from = filter.from === undefined ? sql`` : sql`AND ${value} >= ${bound(filter.from)}`;
  const to = filter.to === undefined ? sql`` : sql`AND ${value} <= ${bound(filter.to)}`;
  return sql`EXISTS (${cell} ${from} ${to})`;
}
