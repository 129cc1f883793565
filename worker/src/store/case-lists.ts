import { type SQL, sql } from 'drizzle-orm';
import type { SeatStatus, StepId } from '#engine';
import type { BoxCounts, TaskCard } from '../../../schemas/generated/api.ts';
import { type CaseRow, listColumns, type StoredCase, storedCase } from './case-store.ts';
import { rows, type Store } from './database.ts';
import { definitionsOf } from './definition-store.ts';
import { type Draft, type DraftRow, draftColumns, parseDraft } from './draft-store.ts';
import { type Ticket, type Visit, visit, visitor } from './visit.ts';
import type { PresentWorkspace } from './workspace.ts';

/** Which cases a list shows; `from` and `to` are instants, `q` is looked for in number and subject. */
export type CaseFilter = Readonly<Partial<Record<'status' | 'process' | 'starter' | 'from' | 'to' | 'q', string>>>;
export type Page<Item> = { readonly visit: Visit; readonly items: readonly Item[] };

/** Cases a search looks at before it answers with what it found so far and where to go on. */
const MOST_LOOKED_AT = 1000;

/** Newest first, before the inner id `before`. `more`: where the next page begins. */
export async function listCases(
  store: Store,
  ticket: Ticket,
  filter: CaseFilter & { readonly all: boolean },
  before: number,
  limit: number,
): Promise<Page<StoredCase> & { readonly more: number | undefined }> {
  const place = sql`c.id < ${before}`;
  const mine = filter.all ? sql`true` : sql`c.starter = ${visitor(ticket)}`;
  const indexed: SQL[] = [place, mine, ...equal('starter', filter.starter), ...equal('process', filter.process)];
  const looked = sql`
    SELECT c.id FROM cases c WHERE ${sql.join(indexed, sql` AND `)} ORDER BY c.id DESC LIMIT ${MOST_LOOKED_AT}`;
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<CaseRow>(sql`
      SELECT ${listColumns} FROM (${looked}) l JOIN cases c ON c.id = l.id
      WHERE ${sql.join([...searched(filter)], sql` AND `)} ORDER BY c.id DESC LIMIT ${limit + 1}`),
    rows<{ last: number | null; n: number }>(sql`SELECT min(id) AS last, total(1) AS n FROM (${looked})`),
  );
  const [cases, [end]] = found;
  const items = await withDefinitions(store, who.workspace, cases.slice(0, limit));
  const unseen = end?.n === MOST_LOOKED_AT ? (end.last ?? undefined) : undefined;
  return { visit: who, items, more: cases.length > limit ? items.at(-1)?.key : unseen };
}

/** Columns and values are ours; only values come from outside. */
const equal = (column: 'starter' | 'process' | 'status', value: string | undefined): readonly SQL[] =>
  value === undefined ? [] : [sql`${sql.raw(`c.${column}`)} = ${value}`];

function searched({ status, from, to, q }: CaseFilter): readonly SQL[] {
  return [
    sql`true`,
    ...equal('status', status),
    ...(from === undefined ? [] : [sql`c.started_at >= ${from}`]),
    ...(to === undefined ? [] : [sql`c.started_at < ${to}`]),
    ...(q === undefined ? [] : [sql`instr(lower(c.number || ' ' || c.subject), lower(${q})) > 0`]),
  ];
}

/** How a task ended. */
export type TaskOutcome = Exclude<SeatStatus, 'open' | 'waiting' | 'held'>;
export type Box = 'todo' | 'done' | 'copied';
export type Task = {
  readonly key: number;
  readonly kind: 'fill' | 'approve' | 'copy';
  readonly step: StepId;
  readonly since: string;
  readonly outcome: TaskOutcome | null;
  readonly doneAt: string | null;
  readonly readAt: string | null;
  /** The rule that ended it although its person did not decide. */
  readonly why: NonNullable<TaskCard['why']> | null;
  readonly remindedAt: string | null;
  readonly case: StoredCase;
};
type TaskRow = CaseRow & Omit<Task, 'case' | 'key'> & { readonly taskKey: number };

/** The index that keeps each box in order, and what the order is. */
const BOXES: Readonly<Record<Box, { readonly which: SQL; readonly order: SQL }>> = {
  todo: { which: sql`t.open = 1 AND t.kind <> 'copy'`, order: sql`t.since` },
  done: { which: sql`t.done_at IS NOT NULL AND t.kind <> 'copy'`, order: sql`t.done_at` },
  copied: { which: sql`t.kind = 'copy'`, order: sql`t.since` },
};

/** One page of a box, latest first; `limit + 1` items when there are more. */
export async function listTasks(
  store: Store,
  ticket: Ticket,
  box: Box,
  [at, key]: readonly [string, number],
  limit: number,
): Promise<Page<Task>> {
  const { which, order } = BOXES[box];
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<TaskRow>(sql`
      SELECT t.key AS taskKey, t.kind, t.step, t.since, t.outcome, t.done_at AS doneAt, t.read_at AS readAt,
        t.why, t.reminded_at AS remindedAt, ${listColumns}
      FROM tasks t JOIN cases c ON c.id = t.key >> 16
      WHERE t.person = ${visitor(ticket)} AND ${which} AND (${order}, t.key) < (${at}, ${key})
      ORDER BY ${order} DESC, t.key DESC LIMIT ${limit + 1}`),
  );
  const definition = await definitionsOf(store, who.workspace, found[0]);
  const items = found[0].map(({ taskKey, kind, step, since, outcome, doneAt, readAt, why, remindedAt, ...row }) => ({
    key: taskKey,
    kind,
    step,
    since,
    outcome,
    doneAt,
    readAt,
    why,
    remindedAt,
    case: storedCase(row, definition(row)),
  }));
  return { visit: who, items };
}

/** Cases I started, newest first; `limit + 1` items when there are more. */
export async function listStarted(
  store: Store,
  ticket: Ticket,
  before: number,
  limit: number,
): Promise<Page<StoredCase>> {
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<CaseRow>(sql`
      SELECT ${listColumns} FROM cases c
      WHERE c.starter = ${visitor(ticket)} AND c.id < ${before} ORDER BY c.id DESC LIMIT ${limit + 1}`),
  );
  return { visit: who, items: await withDefinitions(store, who.workspace, found[0]) };
}

/** My drafts, last saved first; `limit + 1` items when there are more. */
export async function listDrafts(
  store: Store,
  ticket: Ticket,
  [at, id]: readonly [string, string],
  limit: number,
): Promise<Page<Draft>> {
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<DraftRow>(sql`
      SELECT ${draftColumns} FROM drafts
      WHERE person = ${visitor(ticket)} AND (saved_at, id) < (${at}, ${id})
      ORDER BY saved_at DESC, id DESC LIMIT ${limit + 1}`),
  );
  return { visit: who, items: found[0].map(parseDraft) };
}

/** A badge never needs more: counting stops here, so its cost has a bound. */
const MOST_COUNTED = 100;

/** How much waits in my boxes, up to 100 each. */
export async function readCounts(store: Store, ticket: Ticket): Promise<{ visit: Visit; counts: BoxCounts }> {
  const me = visitor(ticket);
  const upTo = (from: SQL) => sql`(SELECT total(1) FROM (SELECT 1 FROM ${from} LIMIT ${MOST_COUNTED}))`;
  const { visit: who, found } = await visit(
    store,
    ticket,
    rows<BoxCounts>(sql`SELECT
      ${upTo(sql`tasks WHERE person = ${me} AND open = 1 AND kind <> 'copy'`)} AS todo,
      ${upTo(sql`tasks WHERE person = ${me} AND kind = 'copy' AND read_at IS NULL`)} AS copied,
      ${upTo(sql`drafts WHERE person = ${me}`)} AS drafts,
      ${upTo(sql`incidents WHERE state = 'open'`)} AS incidents`),
  );
  return { visit: who, counts: found[0][0] ?? { todo: 0, copied: 0, drafts: 0 } };
}

async function withDefinitions(store: Store, workspace: PresentWorkspace, found: readonly CaseRow[]) {
  const definition = await definitionsOf(store, workspace, found);
  return found.map((row) => storedCase(row, definition(row)));
}
