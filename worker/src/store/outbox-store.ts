import { sql } from 'drizzle-orm';
import type { CaseEventOf, Definition, Instant } from '#engine';
import { type Counter, countersQuery } from './command-load.ts';
import { rows, type Store, write } from './database.ts';
import { definitionQuery, readDefinitions } from './definition-store.ts';
import { later, MINUTE_MS } from './instants.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from './workspace.ts';

/** A case that another one asked for. `parent`: the inner id of the case that asked. */
export type StartOrder = { readonly id: string; readonly attempts: number } & CaseEventOf<'StartRequested'>['data'] & {
    readonly parent: number;
  };

const MAX_ATTEMPTS = 8;
const MOST_AT_ONCE = 20;

/** Orders that are due, oldest first. */
export async function dueOrders(store: Store, now: Instant): Promise<readonly StartOrder[]> {
  const found = await store.all(
    rows<{ id: string; attempts: number; body: string }>(sql`
      SELECT id, attempts, body FROM outbox
      WHERE state = 'pending' AND next_at <= ${now} ORDER BY next_at LIMIT ${MOST_AT_ONCE}`),
  );
  return found.map(({ id, attempts, body }) => ({ ...JSON.parse(body), id, attempts }));
}

/** Everything the start of an ordered case is judged by; `done` when another delivery has already opened it. */
export async function loadForOrder(
  store: Store,
  { process, parent, id }: StartOrder,
): Promise<{
  readonly workspace: PresentWorkspace;
  readonly definition: Definition | undefined;
  readonly counters: readonly Counter[];
  readonly parentId: string;
  readonly done: boolean;
}> {
  const [workspaces, definitions, counters, parents, states] = await store.batch([
    workspaceQuery(),
    definitionQuery(process),
    countersQuery(process),
    rows<{ id: string }>(sql`SELECT public AS id FROM cases WHERE id = ${parent}`),
    rows<{ state: string }>(sql`SELECT state FROM outbox WHERE id = ${id}`),
  ]);
  const workspace = readWorkspace(workspaces[0]);
  const [definition] = readDefinitions(definitions, workspace);
  const done = states[0]?.state !== 'pending';
  return { workspace, definition, counters, parentId: parents[0]?.id ?? '', done };
}

/** Goes with the case that was ordered. */
export const orderDone = ({ id }: StartOrder) =>
  write(sql`UPDATE outbox SET state = 'done', attempts = attempts + 1, last_error = NULL WHERE id = ${id}`);

/** Puts an order off, twice as long each time; after the eighth failure it is parked and waits for a person. */
export async function orderFailed(
  store: Store,
  { id, attempts }: StartOrder,
  reason: string,
  now: Instant,
): Promise<void> {
  const tried = attempts + 1;
  const state = tried >= MAX_ATTEMPTS ? 'parked' : 'pending';
  await store.all(
    write(sql`
      UPDATE outbox SET attempts = ${tried}, state = ${state}, last_error = ${reason},
        next_at = ${later(now, 2 ** attempts * MINUTE_MS)}
      WHERE id = ${id} AND state = 'pending'`),
  );
}
