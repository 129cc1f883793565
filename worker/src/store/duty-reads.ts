import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate, Definition, DutyRecord, Instant, Period, UserId } from '#engine';
import { caseQuery, readCase, type StoredCase } from './case-store.ts';
import { rows, type Store } from './database.ts';
import { definitionQuery, readDefinitions } from './definition-store.ts';
import { type Ticket, type Visit, visit, visitor } from './visit.ts';

/** One duty as kept, with its case and excuse. */
export type KeptDuty = {
  readonly process: string;
  readonly period: string;
  readonly starts: CivilDate;
  readonly subject: string;
  readonly kind: 'person' | 'unit' | 'row';
  readonly title: string | null;
  readonly person: UserId;
  readonly opens: Instant;
  readonly due: Instant;
  readonly provisional: number;
  readonly closes: Instant | null;
  readonly filedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly reminded: readonly Instant[];
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly excuse: { readonly by: string; readonly at: Instant; readonly reason: string } | undefined;
};
type DutyRowRow = Omit<KeptDuty, 'reminded' | 'excuse'> & {
  readonly reminded: string;
  readonly excusedBy: string | null;
  readonly excusedAt: Instant | null;
  readonly reason: string | null;
};

/** Duties one answer holds at most. */
const MOST = 4000;
const MOST_MINE = 50;

const dutyQuery = (where: SQL, most: number) =>
  rows<DutyRowRow>(sql`
    SELECT d.process, d.period, d.starts, d.subject, d.kind, d.title, d.person, d.opens_at AS opens, d.due_at AS due,
      d.provisional, d.closes_at AS closes, d.filed_at AS filedAt, d.ended_at AS endedAt, d.reminded,
      c.public AS caseId, c.number AS caseNumber, e.by AS excusedBy, e.at AS excusedAt, e.reason
    FROM duties d LEFT JOIN cases c ON c.id = d.case_id
    LEFT JOIN duty_excuses e
      ON e.process = d.process AND e.starts = d.starts AND e.period = d.period AND e.subject = d.subject
    WHERE ${where} LIMIT ${most}`);

const keptDuty = ({ reminded, excusedBy, excusedAt, reason, ...kept }: DutyRowRow): KeptDuty => ({
  ...kept,
  reminded: JSON.parse(reminded),
  excuse: excusedBy === null || excusedAt === null ? undefined : { by: excusedBy, at: excusedAt, reason: reason ?? '' },
});

/** What the engine judges a kept duty by. */
export const recordOf = ({ due, closes, filedAt, endedAt, excuse }: KeptDuty): DutyRecord => ({
  due,
  ...(closes !== null && { closes }),
  ...(filedAt !== null && { filedAt }),
  ...(endedAt !== null && { endedAt }),
  excused: excuse !== undefined,
});

/** What the visitor owes and has not handed in, soonest first. */
export async function readMyDuties(store: Store, ticket: Ticket) {
  const where = sql`
    d.person = ${visitor(ticket)} AND d.filed_at IS NULL AND d.ended_at IS NULL ORDER BY d.due_at`;
  const { visit: who, found } = await visit(store, ticket, dutyQuery(where, MOST_MINE));
  return { visit: who, mine: found[0].map(keptDuty) };
}

/** Which of these processes ever asked one of these people, and the definitions of all of them. */
export async function readDutiesOf(
  store: Store,
  { workspace }: Visit,
  processes: readonly string[],
  people: readonly string[],
): Promise<{ readonly definitions: readonly Definition[]; readonly asked: ReadonlySet<string> }> {
  const [asked, ...definitions] = await store.batch([
    rows<{ process: string }>(sql`
      SELECT p.value AS process FROM json_each(${JSON.stringify(processes)}) p
      WHERE EXISTS (
        SELECT 1 FROM json_each(${JSON.stringify(people)}) h
        JOIN duties d ON d.person = h.value AND d.process = p.value)`),
    ...processes.map((process) => definitionQuery(process)),
  ]);
  return {
    definitions: definitions.flatMap((found) => readDefinitions(found, workspace)),
    asked: new Set(asked.map(({ process }) => process)),
  };
}

/** Which part of a matrix is asked for; `people`: only theirs. */
export type DutyRange = { readonly from: CivilDate; readonly to: CivilDate; readonly people?: readonly UserId[] };

/**
 * The duties of a process whose periods begin within these days, in the order of periods and subjects. When there are
 * too many for one answer the earliest periods are left out, and `from` says so.
 */
export async function readMatrix(
  store: Store,
  ticket: Ticket,
  process: string,
  rangeOf: (definition: Definition, who: Visit) => DutyRange,
) {
  const { visit: who, found } = await visit(store, ticket, definitionQuery(process));
  const [definition] = readDefinitions(found[0], who.workspace);
  if (definition === undefined) return undefined;
  const { from, to, people } = rangeOf(definition, who);
  const theirs =
    people === undefined ? sql`true` : sql`d.person IN (SELECT value FROM json_each(${JSON.stringify(people)}))`;
  const where = sql`
    d.process = ${process} AND d.starts BETWEEN ${from} AND ${to} AND ${theirs}
    ORDER BY d.starts DESC, d.period DESC, d.subject DESC`;
  const kept = (await store.all(dutyQuery(where, MOST + 1))).map(keptDuty).reverse();
  if (kept.length <= MOST) return { visit: who, definition, from, to, duties: kept };
  const whole = kept.filter(({ starts }) => starts !== kept[0]?.starts);
  const duties = whole.length > 0 ? whole : kept;
  return { visit: who, definition, from: duties[0]?.starts ?? from, to, duties };
}

/** One duty with its case, as somebody finds it who wants to change it. */
export async function readOneDuty(
  store: Store,
  ticket: Ticket,
  process: string,
  { id, first }: Period,
  subject: string,
): Promise<{
  readonly visit: Visit;
  readonly definition: Definition | undefined;
  readonly duty: KeptDuty | undefined;
  readonly case: StoredCase | undefined;
}> {
  const which = sql`d.process = ${process} AND d.starts = ${first} AND d.period = ${id} AND d.subject = ${subject}`;
  const { visit: who, found } = await visit(
    store,
    ticket,
    definitionQuery(process),
    dutyQuery(which, 1),
    caseQuery(sql`c.id = (SELECT d.case_id FROM duties d WHERE ${which})`),
  );
  const [definitions, duties, cases] = found;
  const [definition] = readDefinitions(definitions, who.workspace);
  return { visit: who, definition, duty: duties.map(keptDuty)[0], case: readCase(cases, who.workspace) };
}
