import { randomBytes } from 'node:crypto';
import type { Instant, SystemActor } from '#engine';
import { decideCase } from '../cases/decide-case.ts';
import { nextNumber, numberingOf } from '../cases/numbering.ts';
import { keepCommand } from '../store/command-store.ts';
import type { Store } from '../store/database.ts';
import { appendFirst } from '../store/entry-store.ts';
import { dueOrders, loadForOrder, orderDone, orderFailed, type StartOrder } from '../store/outbox-store.ts';
import { retryTransient } from '../store/retry.ts';
import { untilSettled } from '../store/until-settled.ts';

const ID_BYTES = 16;
const BY: SystemActor = 'system:schedule';
/** Opening a case can order further ones. */
const MAX_ROUNDS = 10;

/**
 * Opens the cases that others asked for. May run as often and as parallel as it likes: an order is carried out once.
 *
 * @returns how many were opened or put off.
 */
export async function drainOutbox(store: Store, now: Instant): Promise<number> {
  let handled = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const orders = await retryTransient(() => dueOrders(store, now));
    if (orders.length === 0) break;
    for (const order of orders) await deliver(store, order, now);
    handled += orders.length;
  }
  return handled;
}

/** One order that cannot be carried out holds up no other. */
async function deliver(store: Store, order: StartOrder, now: Instant): Promise<void> {
  const id = randomBytes(ID_BYTES).toString('hex');
  try {
    const reason = await retryTransient(() => untilSettled(() => open(store, order, id, now)));
    if (reason !== undefined) await orderFailed(store, order, reason, now);
  } catch (error) {
    await orderFailed(store, order, error instanceof Error ? error.name : 'unknown', now);
  }
}

/** @returns why the order cannot be carried out now; undefined when it is. */
async function open(store: Store, order: StartOrder, id: string, now: Instant): Promise<string | undefined> {
  const { workspace, definition, counters, parentId, done } = await loadForOrder(store, order);
  if (done) return undefined;
  if (!definition) return 'no-such-process';
  const { starter, values, step, on } = order;
  const unnumbered = { workspace, definition, now, by: BY, case: { id } };
  const numbered = nextNumber(definition, counters, unnumbered);
  const setting = { ...unnumbered, case: { id, number: numbered.number } };
  const cause = { case: parentId, step, ...(on !== undefined && { on }) };
  const nothing = { rows: {}, loaded: new Set<string>() };
  const decided = await decideCase(store, setting, undefined, { do: 'open', starter, values, cause }, nothing);
  if (!decided.ok) return decided.error.code;
  const outcome = { id, version: 1, status: decided.value.state.status };
  const delivery = { key: order.id, fingerprint: order.id };
  const saved = await appendFirst(
    store,
    numberingOf(numbered, decided.value.entry),
    {
      definition,
      id,
      ...decided.value,
      beside: [keepCommand('system', delivery, { status: 201, outcome }, now), orderDone(order)],
    },
    { key: order.parent, step },
  );
  return saved === 'conflict' ? saved : undefined;
}
