import type { Instant } from '#engine';
import type { Store } from '../store/database.ts';
import type { Failed } from '../store/incident-store.ts';
import { dueOrders, orderFailed, type StoredOrder } from '../store/outbox-store.ts';
import { retryTransient } from '../store/retry.ts';
import { untilSettled } from '../store/until-settled.ts';
import { openingOf } from './open-case.ts';
import { stopChild, tellParent } from './tell-case.ts';

/** Opening a case can order further ones. */
const MAX_ROUNDS = 10;

/**
 * Carries out what entries have ordered: opens cases, stops them, tells the cases that asked for them. May run as often
 * and as parallel as it likes: an order is carried out once.
 *
 * @returns how many were carried out or put off.
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
export async function deliver(store: Store, order: StoredOrder, now: Instant): Promise<void> {
  const failed = await attempt(store, order, now);
  if (failed !== undefined) await orderFailed(store, order, failed, now);
}

/** @returns why the order cannot be carried out now; undefined when it is. */
async function attempt(store: Store, order: StoredOrder, now: Instant): Promise<Failed | undefined> {
  const carryOut = carrierOf(store, order, now);
  try {
    const result = await retryTransient(() => untilSettled(carryOut));
    return result === 'conflict' ? { code: 'conflict', final: false } : result;
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: the platform's log
    console.error(JSON.stringify({ level: 'error', code: 'order-failed', order: order.id, reason: nameOf(error) }));
    return { code: 'unexpected', final: false };
  }
}

/** What is done for one order, as often as others come in between. */
function carrierOf(store: Store, order: StoredOrder, now: Instant): () => Promise<Failed | 'conflict' | undefined> {
  switch (order.kind) {
    case 'stop':
      return () => stopChild(store, order, now);
    case 'child-opened':
    case 'child-ended':
      return () => tellParent(store, order, now);
    default:
      return openingOf(store, order, now);
  }
}

/** No message: it would carry the values of people into the log. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
