import { type SQL, sql } from 'drizzle-orm';
import { bucketsOf, type CivilDate, dayNumber, isBuiltIn, type RowChange } from '#engine';
import { type Statement, write } from './database.ts';

/** What changes in sums, on which day, and the digest of the workspace whose sums they are. */
export type SumChanges = {
  readonly workspace: string;
  readonly day: CivilDate;
  readonly changes: readonly RowChange[];
};

/** Above the number of any row: a sum that has passed it is full. */
export const FULL = Number.MAX_SAFE_INTEGER;
const MOST_MEASURES = 8;
const EACH_MEASURE = Array.from({ length: MOST_MEASURES }, (_, at) => at);
/** `v1, v2, …` */
export const MEASURE_COLUMNS: SQL = sql.raw(EACH_MEASURE.map((at) => `v${at + 1}`).join(', '));

/**
 * Adds to sums what an entry changes in their rows. Nothing is read before it is written, so that two at a time cannot
 * lose anything; a sum that is still being filled takes what comes to rows it has passed.
 *
 * @param key SQL of the inner id of the case whose entry it is.
 */
export const sumEffects = (key: SQL, { workspace, day, changes }: SumChanges): readonly Statement<never>[] => [
  write(sql`INSERT INTO sums_seen (digest, changed) VALUES (${workspace}, 0)`),
  ...enterChanges(key, day, changes),
];

/** The same, whatever the workspace is by then. */
export function enterChanges(key: SQL, day: CivilDate, changes: readonly RowChange[]): readonly Statement<never>[] {
  const parts = [
    { number: key, some: changes.filter(({ source }) => isOfCases(source)) },
    { number: placeOfRow, some: changes.filter(({ source }) => !isOfCases(source)) },
  ];
  return parts.flatMap(({ number, some }) => [...addTotals(number, day, some), ...moveMembers(number, day, some)]);
}

/** Whether the rows of a source follow from cases; all others are ledgers. */
export const isOfCases = (source: string): boolean => isBuiltIn(source);

const placeOfRow = sql`(SELECT r.place FROM ledger_rows r WHERE r.ledger = s.source AND r.row = c.value ->> 'r')`;

function addTotals(number: SQL, day: CivilDate, changes: readonly RowChange[]): readonly Statement<never>[] {
  const added = changes.flatMap(({ sum, subject, dated, deltas }) =>
    deltas.map(({ group, count, amounts }) => ({
      s: sum,
      r: subject,
      g: group,
      n: count,
      v: amounts.map(String),
      b: bucketsOf(day, dated),
    })),
  );
  if (added.length === 0) return [];
  return [
    // Read out once and not for each bucket.
    write(sql`
      WITH added (sum, grp, n, ${MEASURE_COLUMNS}, buckets) AS MATERIALIZED (
        SELECT s.key, c.value ->> 'g', c.value ->> 'n', ${UNITS_ADDED}, c.value -> 'b'
        FROM json_each(${JSON.stringify(added)}) c
          CROSS JOIN sums s ON s.id = c.value ->> 's' AND s.wanted = 1 AND s.passed >= ${number})
      INSERT INTO sum_totals (sum, bucket, grp, n, ${MEASURE_COLUMNS})
      SELECT a.sum, b.value, a.grp, a.n, ${MEASURE_COLUMNS} FROM added a CROSS JOIN json_each(a.buckets) b
      WHERE true ${ADD_UP}`),
  ];
}

/** Texts of units as whole numbers; those that are not given are 0. `list`: what SQL calls the list of them. */
export const unitsIn = (list: string): SQL =>
  sql.raw(EACH_MEASURE.map((at) => `coalesce(CAST(${list} ->> ${at} AS INTEGER), 0)`).join(', '));

const UNITS_ADDED = unitsIn("c.value -> 'v'");
const ADDED = ['n', ...EACH_MEASURE.map((at) => `v${at + 1}`)];
export const ADD_UP: SQL = sql.raw(
  `ON CONFLICT (sum, bucket, grp) DO UPDATE SET ${ADDED.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
);

/** Rows leave their groups the day before: what joins and leaves on one day was never there at the end of a day. */
function moveMembers(number: SQL, day: CivilDate, changes: readonly RowChange[]): readonly Statement<never>[] {
  const moves = changes.flatMap(({ sum, subject, dated, move }) =>
    move === undefined || !dated ? [] : [{ s: sum, r: subject, f: move.from ?? null, t: move.to ?? null }],
  );
  const leaving = JSON.stringify(moves.filter(({ f }) => f !== null));
  const joining = JSON.stringify(moves.filter(({ t }) => t !== null));
  const today = dayNumber(day);
  const left = sql`
    SELECT s.key, c.value ->> 'r' FROM json_each(${leaving}) c CROSS JOIN sums s ON s.id = c.value ->> 's' AND s.wanted = 1`;
  return [
    ...(leaving === '[]'
      ? []
      : [
          write(sql`DELETE FROM sum_members WHERE (sum, subject) IN (${left}) AND until IS NULL AND since >= ${today}`),
          write(sql`
            UPDATE sum_members SET until = ${today - 1} WHERE (sum, subject) IN (${left}) AND until IS NULL`),
        ]),
    ...(joining === '[]'
      ? []
      : [
          write(sql`
            INSERT INTO sum_members (sum, subject, since, grp)
            SELECT s.key, c.value ->> 'r', ${today}, c.value ->> 't'
            FROM json_each(${joining}) c
              CROSS JOIN sums s ON s.id = c.value ->> 's' AND s.wanted = 1 AND s.passed >= ${number}`),
        ]),
  ];
}
