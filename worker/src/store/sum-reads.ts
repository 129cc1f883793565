import { type SQL, sql } from 'drizzle-orm';
import { type BucketRange, bucketsUntil, type CivilDate, type StoredGroup, type Sum } from '#engine';
import { rows, type Store } from './database.ts';
import { FULL } from './sum-effects.ts';

/**
 * SQL of the groups among addresses given as JSON, `["sums:<ledger>.<sum>", group]`, with what they hold now; a sum that
 * is not full yet says only that. One row is read for each.
 */
export const groupsNamed = (addresses: SQL): SQL => sql`
  SELECT n.value ->> 0, n.value ->> 1, 0, iif(s.passed < ${FULL}, '{"filling":true}', json_object(
    'n', coalesce(t.n, 0), 'v', json_array(${sql.raw(UNITS)})))
  FROM json_each(iif(instr(${addresses}, '"sums:') = 0, '[]', ${addresses})) n
    CROSS JOIN sum_names m ON m.name = substr(n.value ->> 0, 6) AND substr(n.value ->> 0, 1, 5) = 'sums:'
    CROSS JOIN sums s ON s.key = m.sum
    LEFT JOIN sum_totals t ON t.sum = s.key AND t.bucket = '' AND t.grp = n.value ->> 1`;

const UNITS = Array.from({ length: 8 }, (_, at) => `CAST(coalesce(t.v${at + 1}, 0) AS TEXT)`).join(', ');

type TotalRow = { readonly grp: string; readonly n: number } & Readonly<Record<`v${number}`, string>>;

const columnsOf = ({ measures }: Sum, as: (column: string) => string): SQL =>
  sql.raw(measures.map((_, at) => `, ${as(`v${at + 1}`)} AS v${at + 1}`).join(''));

/** A sum with more groups than this is grouped by too much: no report puts it together, and none leaves any out. */
export const MOST_GROUPS = 20_000;

/** What the groups of a sum hold now. */
export const totalsNow = (sum: Sum) =>
  rows<TotalRow>(sql`
    SELECT t.grp, t.n ${columnsOf(sum, (column) => `CAST(t.${column} AS TEXT)`)}
    FROM sums s CROSS JOIN sum_totals t ON t.sum = s.key AND t.bucket = ''
    WHERE s.id = ${sum.id} AND s.wanted = 1 LIMIT ${MOST_GROUPS + 1}`);

/** What they held at the end of a day: a group has a year, a month and a day bucket for each that is read. */
export const totalsAt = (sum: Sum, day: CivilDate) =>
  rows<TotalRow>(sql`
    SELECT grp, sum(n) AS n ${columnsOf(sum, (column) => `CAST(sum(${column}) AS TEXT)`)}
    FROM (${bucketsIn(sum, bucketsUntil(day))}) GROUP BY grp LIMIT ${MOST_GROUPS + 1}`);

/** What was added to them in each of these buckets; years that lie before are put together. */
export const totalsIn = (sum: Sum, ranges: readonly BucketRange[]) =>
  rows<TotalRow & { readonly bucket: string }>(sql`
    SELECT grp, max(bucket) AS bucket, sum(n) AS n ${columnsOf(sum, (column) => `CAST(sum(${column}) AS TEXT)`)}
    FROM (${bucketsIn(sum, ranges)}) GROUP BY grp, iif(bucket LIKE 'y%', 'y', bucket) LIMIT ${MOST_GROUPS + 1}`);

const bucketsIn = ({ id }: Sum, ranges: readonly BucketRange[]): SQL =>
  sql.join(
    ranges.map(
      ({ from, before }) => sql`
        SELECT t.* FROM sums s CROSS JOIN sum_totals t ON t.sum = s.key AND t.bucket >= ${from} AND t.bucket < ${before}
        WHERE s.id = ${id} AND s.wanted = 1`,
    ),
    sql` UNION ALL `,
  );

export const storedGroup = ({ measures }: Sum, { grp, n, ...units }: TotalRow): StoredGroup => ({
  group: grp,
  n,
  v: measures.map((_, at) => units[`v${at + 1}`] ?? '0'),
});

/** Which of these sums are still being filled, or were never heard of. */
export async function unfilled(store: Store, sums: readonly Sum[]): Promise<ReadonlySet<string>> {
  const ids = JSON.stringify(sums.map(({ id }) => id));
  const found = await store.all(
    rows<{ id: string }>(sql`
      SELECT i.value AS id FROM json_each(${ids}) i LEFT JOIN sums s ON s.id = i.value AND s.wanted = 1
      WHERE coalesce(s.passed, 0) < ${FULL}`),
  );
  return new Set(found.map(({ id }) => id));
}
