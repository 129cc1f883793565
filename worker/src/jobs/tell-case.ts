import type { Command, Instant, SystemActor } from '#engine';
import { decideCase } from '../cases/decide-case.ts';
import { byInnerId, byPublicId, caseQuery, readCase, type StoredCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { appendEntry } from '../store/entry-store.ts';
import { failureOf } from '../store/failure.ts';
import type { Failed } from '../store/incident-store.ts';
import {
  forestall,
  isPendingQuery,
  markDone,
  openedQuery,
  orderDone,
  type StoredOrder,
  type StoredOrderOf,
} from '../store/outbox-store.ts';
import { latestOfSeries, latestOfSeriesQuery } from '../store/wake-store.ts';
import { readWorkspace, workspaceQuery } from '../store/workspace.ts';

const BY: SystemActor = 'system:schedule';

/** Tells the case that asked for another one that this one is there, or how it has ended. */
export async function tellParent(
  store: Store,
  order: StoredOrderOf<'child-opened' | 'child-ended'>,
  now: Instant,
): Promise<Failed | 'conflict' | undefined> {
  const { kind, key } = order;
  return carryOut(store, order, order.tell, now, ({ id, number, state: { status, values } }) =>
    kind === 'child-opened'
      ? { do: 'childOpened', key, case: id, number }
      : { do: 'childEnded', key, case: id, status, values },
  );
}

/** Ends the case that an order has opened, or sees to it that it opens none. */
export async function stopChild(
  store: Store,
  order: StoredOrderOf<'stop'>,
  now: Instant,
): Promise<Failed | 'conflict' | undefined> {
  const [opened] = await store.all(openedQuery(order.key));
  if (opened === undefined) return unlessOpened(() => forestall(store, order, now));
  if (opened.id !== null) return carryOut(store, order, opened.id, now, () => ({ do: 'stop', opinion: '' }));
  await markDone(store, order, now);
  return undefined;
}

/** The key of the order can be written once: by the case it opens, or here. */
async function unlessOpened(work: () => Promise<void>): Promise<'conflict' | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused' && failure.guard === 'commands') return 'conflict';
    throw error;
  }
}

/** @param commandOf what to do, told by the case that gave the order. */
async function carryOut(
  store: Store,
  order: StoredOrder,
  target: string,
  now: Instant,
  commandOf: (from: StoredCase) => Command,
): Promise<Failed | 'conflict' | undefined> {
  const [workspaces, targets, sources, states, latest] = await store.batch([
    workspaceQuery(),
    caseQuery(byPublicId(target)),
    caseQuery(byInnerId(order.parent ?? 0)),
    isPendingQuery(order.id),
    latestOfSeriesQuery(target),
  ]);
  if (states[0]?.pending !== 1) return undefined;
  const workspace = readWorkspace(workspaces[0]);
  const stored = readCase(targets, workspace);
  const from = readCase(sources, workspace);
  if (!stored || !from) return { code: 'no-such-case', final: true };
  const { definition, state, number, id } = stored;
  const last = latestOfSeries(latest);
  const setting = { workspace, definition, now, by: BY, case: { id, number }, last };
  const decided = await decideCase(store, setting, state, commandOf(from), stored);
  if (!decided.ok) {
    const { code, ...params } = decided.error;
    return { code, params, final: true };
  }
  if (decided.value.entry.events.length === 0) {
    await markDone(store, order, now);
    return undefined;
  }
  const beside = orderDone(order, now);
  const saved = await appendEntry(store, stored, { definition, id, ...decided.value, beside });
  return saved === 'conflict' ? saved : undefined;
}
