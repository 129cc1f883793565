import { type SQL, sql } from 'drizzle-orm';
import type { Instant, UserId } from '#engine';
import { rows, type Statement, type Store, write } from './database.ts';

/** Why something could not be carried out; `final`: trying again by itself would not help. */
export type Failed = {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly final: boolean;
};
export type IncidentKind = 'start' | 'revoke' | 'duty' | 'stop' | 'child-opened' | 'child-ended' | 'tick';
/** An order of the outbox that was tried. */
type Tried = {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly attempts: number;
  readonly process?: string;
  readonly parent?: number;
};
export type Incident = {
  readonly id: number;
  readonly kind: IncidentKind;
  readonly source: string;
  readonly process: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly attempts: number;
  readonly state: 'open' | 'resolved';
  readonly retriedBy: UserId | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Instant | null;
  /** The case that it comes from. */
  readonly case: string | null;
};
type Row = Omit<Incident, 'params'> & { readonly params: string };

const columns = sql`i.id, i.kind, i.source, i.process, i.code, i.params, i.first_at AS firstAt, i.last_at AS lastAt,
  i.attempts, i.state, i.retried_by AS retriedBy, i.resolved_by AS resolvedBy, i.resolved_at AS resolvedAt,
  c.public AS "case"`;
const joined = sql`incidents i LEFT JOIN cases c ON c.id = i.case_id`;

export const readIncident = ({ params, ...row }: Row): Incident => ({ ...row, params: JSON.parse(params) });

/** Those in one state, latest first; `before`: the id the page before ended with. */
export const incidentsQuery = (state: Incident['state'], before: number | undefined, most: number) =>
  rows<Row>(sql`
    SELECT ${columns} FROM ${joined}
    WHERE i.state = ${state}${before === undefined ? sql`` : sql` AND i.id < ${before}`}
    ORDER BY i.id DESC LIMIT ${most}`);

export const incidentQuery = (id: number) => rows<Row>(sql`SELECT ${columns} FROM ${joined} WHERE i.id = ${id}`);

/** Goes with the parking of the order. */
export const raiseOrderIncident = (order: Tried, failed: Failed, now: Instant): Statement<never> =>
  raise(
    {
      kind: order.kind,
      source: order.id,
      attempts: order.attempts,
      process: order.process ?? null,
      of: sql`${order.parent ?? null}`,
      again: sql`excluded.attempts`,
    },
    failed,
    now,
    sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${order.id} AND state = 'parked')`,
  );

/** What was due in a case could not happen. */
export async function raiseTickIncident(store: Store, id: string, failed: Failed, now: Instant): Promise<void> {
  const of = sql`(SELECT id FROM cases WHERE public = ${id})`;
  await store.batch([
    raise(
      { kind: 'tick', source: id, attempts: 1, process: null, of, again: sql`attempts + 1` },
      failed,
      now,
      sql`true`,
    ),
  ]);
}

type Raised = Pick<Incident, 'kind' | 'source' | 'attempts' | 'process'> & {
  /** The inner id of the case. */
  readonly of: SQL;
  /** How many attempts it were when it is open already. */
  readonly again: SQL;
};

/** One open incident for each thing that fails, however often it does. */
function raise({ kind, source, attempts, process, of, again }: Raised, failed: Failed, now: Instant, when: SQL) {
  const params = JSON.stringify(failed.params ?? {});
  return write(sql`
    INSERT INTO incidents (kind, source, case_id, process, code, params, first_at, last_at, attempts)
    SELECT ${kind}, ${source}, ${of}, ${process}, ${failed.code}, ${params}, ${now}, ${now}, ${attempts} WHERE ${when}
    ON CONFLICT (kind, source) WHERE state = 'open' DO UPDATE SET
      code = excluded.code, params = excluded.params, last_at = excluded.last_at,
      attempts = ${again}`);
}

/** Goes with what has succeeded after all; whoever tried it again has resolved it. */
export const resolveIncident = (kind: IncidentKind, source: string, now: Instant): Statement<never> =>
  write(sql`
    UPDATE incidents SET state = 'resolved', resolved_by = coalesce(retried_by, 'system:schedule'), resolved_at = ${now}
    WHERE state = 'open' AND kind = ${kind} AND source = ${source}`);

export async function markRetried(store: Store, id: number, by: UserId): Promise<void> {
  await store.all(write(sql`UPDATE incidents SET retried_by = ${by} WHERE id = ${id} AND state = 'open'`));
}
