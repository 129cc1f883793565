import { type SQL, sql } from 'drizzle-orm';
import { type CivilDate, dayNumber, nodesAround, type Sum } from '#engine';
import { rows, type Statement, type Store } from './database.ts';

/** A row that was in a group, and where it stands among those that were. */
export type Member = { readonly subject: string; readonly place: MemberPlace };
/** Group, number of the look into it, what that look is ordered by, and the row. */
export type MemberPlace = readonly [group: string, probe: number, value: number, subject: string];

/** Which members are wanted: of these groups, at the end of a day, or now. */
export type MembersWanted = {
  readonly sum: Sum;
  readonly groups: readonly string[];
  readonly day: CivilDate | undefined;
  readonly after: MemberPlace | undefined;
  readonly most: number;
};

const STATEMENTS_AT_ONCE = 60;

/**
 * The rows that were in these groups at the end of a day, at most so many. Each look into an index finds nothing but
 * such rows: those that still are in the group, and at each level of the tree of days those whose time there contains
 * the day. However many rows have come and gone, only those that are given are read.
 */
export async function membersOf(
  store: Store,
  { sum, groups, day, after, most }: MembersWanted,
): Promise<readonly Member[]> {
  const probes = day === undefined ? [OPEN] : [openUntil(day), ...closedAround(day)];
  const looks = groups
    .toSorted()
    .flatMap((group) => probes.map((probe, number) => ({ group, probe, number })))
    .filter(
      ({ group, number }) => after === undefined || group > after[0] || (group === after[0] && number >= after[1]),
    );
  const found: Member[] = [];
  for (let at = 0; at < looks.length && found.length < most; at += STATEMENTS_AT_ONCE) {
    const some = looks.slice(at, at + STATEMENTS_AT_ONCE);
    const results = await store.batch(some.map((look) => lookInto(sum, look, resumedBy(look, after), most)));
    results.forEach((members, index) => {
      const { group = '', number = 0 } = some[index] ?? {};
      found.push(...members.map(({ subject, value }): Member => ({ subject, place: [group, number, value, subject] })));
    });
  }
  return found.slice(0, most);
}

type Probe = { readonly where: SQL; readonly order: SQL; readonly way: 'ASC' | 'DESC' };
type Look = { readonly group: string; readonly probe: Probe; readonly number: number };

const isOpen = sql`m.until IS NULL`;
/** Who joined last comes first. */
const OPEN: Probe = { where: isOpen, order: sql`m.since`, way: 'DESC' };

const openUntil = (day: CivilDate): Probe => ({
  where: sql`${isOpen} AND m.since <= ${dayNumber(day)}`,
  order: sql`m.since`,
  way: 'DESC',
});

const closedAround = (day: CivilDate): readonly Probe[] => {
  const number = dayNumber(day);
  return nodesAround(day).map((node) =>
    node <= number
      ? {
          where: sql`m.until IS NOT NULL AND m.node = ${node} AND m.until >= ${number}`,
          order: sql`m.until`,
          way: 'ASC',
        }
      : {
          where: sql`m.until IS NOT NULL AND m.node = ${node} AND m.since <= ${number}`,
          order: sql`m.since`,
          way: 'ASC',
        },
  );
};

const resumedBy = ({ group, number }: Look, after: MemberPlace | undefined): MemberPlace | undefined =>
  after !== undefined && after[0] === group && after[1] === number ? after : undefined;

function lookInto(
  { id }: Sum,
  { group, probe }: Look,
  after: MemberPlace | undefined,
  most: number,
): Statement<{ readonly subject: string; readonly value: number }> {
  const { where, order, way } = probe;
  const past = way === 'ASC' ? sql`>` : sql`<`;
  const on = after === undefined ? sql`` : sql`AND (${order}, m.subject) ${past} (${after[2]}, ${after[3]})`;
  return rows(sql`
    SELECT m.subject, ${order} AS value FROM sum_members m
    WHERE m.sum = (SELECT key FROM sums WHERE id = ${id} AND wanted = 1) AND m.grp = ${group} AND ${where} ${on}
    ORDER BY ${order} ${sql.raw(way)}, m.subject ${sql.raw(way)} LIMIT ${most}`);
}

/** A row of a ledger as it stood before a moment. */
export type RowThen = {
  readonly row: string;
  readonly cells: Readonly<Record<string, unknown>>;
  /** The public id and the number of the case that wrote it first. */
  readonly case: string | null;
  readonly number: string | null;
};

/** The rows by these ids, as they stood before a moment, in the order of the ids. */
export async function rowsThen(
  store: Store,
  ledger: string,
  ids: readonly string[],
  before: string,
): Promise<readonly RowThen[]> {
  const found = await store.all(
    rows<Omit<RowThen, 'cells'> & { readonly cells: string }>(sql`
      SELECT r.row, v.cells, c.public AS "case", c.number
      FROM json_each(${JSON.stringify(ids)}) i
        CROSS JOIN ledger_rows r ON r.ledger = ${ledger} AND r.row = i.value
        CROSS JOIN ledger_changes v ON v.ledger = r.ledger AND v.row = r.row AND v.version = (
          SELECT x.version FROM ledger_changes x
          WHERE x.ledger = r.ledger AND x.row = r.row AND x.at < ${before} ORDER BY x.version DESC LIMIT 1)
        LEFT JOIN cases c ON c.id = r.case_id
      ORDER BY i.key`),
  );
  return found.map(({ cells, ...row }) => ({ ...row, cells: JSON.parse(cells) }));
}
