import { sql } from 'drizzle-orm';
import type { Instant, Values } from '#engine';
import { byPublicId, caseQuery, readCase, type StoredCase } from './case-store.ts';
import { rows, type Statement, type Store, write } from './database.ts';
import { HOUR_MS, later, MINUTE_MS } from './instants.ts';
import { dropSpent } from './public-store.ts';
import { dropOldRates } from './rates.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from './workspace.ts';

/** Cases in which something falls due, earliest first. */
export async function casesToWake(store: Store, now: Instant, most: number): Promise<readonly string[]> {
  const found = await store.all(
    rows<{ id: string }>(sql`
      SELECT public AS id FROM cases WHERE wake_at IS NOT NULL AND wake_at <= ${now} ORDER BY wake_at LIMIT ${most}`),
  );
  return found.map(({ id }) => id);
}

/** A case with the values of the latest case that each of its series started. */
export async function loadForTick(
  store: Store,
  id: string,
): Promise<
  { readonly workspace: PresentWorkspace; readonly case: StoredCase; readonly last: Record<string, Values> } | undefined
> {
  const [workspaces, latest, cases] = await store.batch([
    workspaceQuery(),
    latestOfSeriesQuery(id),
    caseQuery(byPublicId(id)),
  ]);
  const workspace = readWorkspace(workspaces[0]);
  const stored = readCase(cases, workspace);
  return stored && { workspace, case: stored, last: latestOfSeries(latest) };
}

type LatestRow = { readonly step: string; readonly values: string };

/** The latest case that each step of a case has started and that stands: what was given up hands nothing on. */
export const latestOfSeriesQuery = (id: string) =>
  rows<LatestRow>(sql`
    SELECT parent_step AS step, state -> '$.values' AS "values" FROM cases
    WHERE id IN (
      SELECT max(id) FROM cases
      WHERE parent = (SELECT c.id FROM cases c WHERE ${byPublicId(id)}) AND status IN ('open', 'completed')
      GROUP BY parent_step)`);

/** Its values, by step. */
export const latestOfSeries = (latest: readonly LatestRow[]): Record<string, Values> =>
  Object.fromEntries(latest.map(({ step, values }) => [step, JSON.parse(values)]));

/** The id in addresses of a case. */
export const publicIdQuery = (key: number | undefined) =>
  rows<{ id: string }>(sql`SELECT public AS id FROM cases WHERE id = ${key ?? null}`);

/** Wakes a case later, unless it has moved on meanwhile: nothing was due, or it could not be done. */
export async function wakeLater(
  store: Store,
  id: string,
  now: Instant,
  at: Instant | undefined,
  ...beside: readonly Statement<never>[]
): Promise<void> {
  const next = at === undefined || at > now ? (at ?? null) : later(now, HOUR_MS);
  await store.batch([
    write(sql`UPDATE cases SET wake_at = ${next} WHERE public = ${id} AND wake_at <= ${now}`),
    ...beside,
  ]);
}

export const putOff = (store: Store, id: string, now: Instant): Promise<void> =>
  wakeLater(store, id, now, later(now, 10 * MINUTE_MS));

/** Removes what has ended: sessions, tickets, and counts that no longer matter. */
export async function forgetEnded(store: Store, now: Instant): Promise<void> {
  await store.batch([
    write(sql`DELETE FROM sessions WHERE expires_at <= ${now}`),
    write(sql`DELETE FROM attempts WHERE since <= ${later(now, -24 * HOUR_MS)}`),
    dropOldRates(later(now, -24 * HOUR_MS)),
    dropSpent(now),
  ]);
}
