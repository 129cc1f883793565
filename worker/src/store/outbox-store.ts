import { sql } from 'drizzle-orm';
import type { CaseEventOf, DutyCause, Instant, Order, RowCause } from '#engine';
import { commandSuffix } from './command-store.ts';
import { rows, type Statement, type Store, write } from './database.ts';
import { type Failed, raiseOrderIncident, resolveIncident } from './incident-store.ts';
import { later, MINUTE_MS } from './instants.ts';

/** A case that the calendar orders for a recurring duty. */
type DutyOrder = { readonly kind: 'duty'; readonly duty: DutyCause } & Omit<
  CaseEventOf<'StartRequested'>['data'],
  'on'
>;
type Kept = {
  readonly id: string;
  readonly attempts: number;
  /** The inner id of the case that gave the order; a duty and a row on its day have none. */
  readonly parent?: number;
};
/** An order as kept, with how often it was tried, and the row whose day has given it. */
export type StoredOrder = (Order | DutyOrder) & Kept & { readonly day?: RowCause };
export type StoredOrderOf<Kind extends StoredOrder['kind']> = Extract<StoredOrder, { readonly kind: Kind }>;
/** Orders that open a case. */
export type OpeningOrder = StoredOrderOf<'start' | 'revoke' | 'duty'>;

type Row = Pick<StoredOrder, 'id' | 'kind' | 'attempts'> & { readonly body: string };

const MAX_ATTEMPTS = 8;
const MOST_AT_ONCE = 20;

const columns = sql`id, kind, attempts, body`;

const read = ({ body, ...row }: Row): StoredOrder => ({ ...JSON.parse(body), ...row });

/** Orders that are due: the one put off longest ago first, and those of one case as it gave them. */
export async function dueOrders(store: Store, now: Instant): Promise<readonly StoredOrder[]> {
  const found = await store.all(
    rows<Row>(sql`
      SELECT ${columns} FROM outbox
      WHERE state = 'pending' AND next_at <= ${now} ORDER BY next_at, rowid LIMIT ${MOST_AT_ONCE}`),
  );
  return found.map(read);
}

/** Whether an order is still to be carried out: another delivery may have done it meanwhile. */
export const isPendingQuery = (id: string) =>
  rows<{ pending: number }>(sql`SELECT state = 'pending' AS pending FROM outbox WHERE id = ${id}`);

/** Goes with what the order has caused. */
export const orderDone = ({ id, kind }: StoredOrder, now: Instant): readonly Statement<never>[] => [
  write(sql`UPDATE outbox SET state = 'done', attempts = attempts + 1, last_error = NULL WHERE id = ${id}`),
  resolveIncident(kind, id, now),
];

export async function markDone(store: Store, order: StoredOrder, now: Instant): Promise<void> {
  await store.batch(orderDone(order, now));
}

/**
 * Puts an order off, twice as long each time. After the eighth failure, or at once when it can never succeed by itself,
 * it is parked and a person is asked to look.
 */
export async function orderFailed(store: Store, order: StoredOrder, failed: Failed, now: Instant): Promise<void> {
  const { id, attempts } = order;
  const tried = attempts + 1;
  const parked = failed.final || tried >= MAX_ATTEMPTS;
  const update = write(sql`
    UPDATE outbox SET attempts = ${tried}, state = ${parked ? 'parked' : 'pending'}, last_error = ${failed.code},
      next_at = ${later(now, 2 ** Math.min(attempts, MAX_ATTEMPTS) * MINUTE_MS)}
    WHERE id = ${id} AND state = 'pending'`);
  await store.batch(parked ? [update, raiseOrderIncident({ ...order, attempts: tried }, failed, now)] : [update]);
}

/** Takes a parked order up again, for one more attempt; undefined when it is not parked any more. */
export async function unpark(store: Store, id: string, now: Instant): Promise<StoredOrder | undefined> {
  const [found] = await store.batch([
    rows<Row>(sql`
      UPDATE outbox SET state = 'pending', next_at = ${now} WHERE id = ${id} AND state = 'parked'
      RETURNING ${columns}`),
  ]);
  return found[0] && read(found[0]);
}

/** What an order that opens a case leaves behind, under its own key: the case, or nothing when it was stopped before. */
const openedKey = (key: string) => sql`${`system${commandSuffix(key)}`}`;

/** The case that an order has opened: its public id, null when it was stopped before it could, no row when neither. */
export const openedQuery = (key: string) =>
  rows<{ id: string | null }>(sql`SELECT response ->> 'id' AS id FROM commands WHERE key = ${openedKey(key)}`);

/** Sees to it that an order never opens a case; refused when it has done so meanwhile. */
export async function forestall(store: Store, order: StoredOrderOf<'stop'>, now: Instant): Promise<void> {
  const { key } = order;
  await store.batch([
    write(sql`
      INSERT INTO commands (key, fingerprint, status, response, at) VALUES (${openedKey(key)}, ${key}, 410, '{}', ${now})`),
    write(sql`UPDATE outbox SET state = 'done', last_error = 'stopped' WHERE id = ${key} AND state <> 'done'`),
    resolveIncident('start', key, now),
    ...orderDone(order, now),
  ]);
}
