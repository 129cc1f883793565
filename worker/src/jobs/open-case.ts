import { randomBytes } from 'node:crypto';
import type { Cause, Definition, DutyCause, Instant, RowCause, SystemActor } from '#engine';
import { decideCase } from '../cases/decide-case.ts';
import { nextNumber, numberingOf } from '../cases/numbering.ts';
import { type Counter, countersQuery } from '../store/command-load.ts';
import { keepCommand } from '../store/command-store.ts';
import type { Store } from '../store/database.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { appendFirst } from '../store/entry-store.ts';
import type { Failed } from '../store/incident-store.ts';
import { isPendingQuery, type OpeningOrder, orderDone } from '../store/outbox-store.ts';
import { publicIdQuery } from '../store/wake-store.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from '../store/workspace.ts';

const ID_BYTES = 16;
const BY: SystemActor = 'system:schedule';

/** Opens the case that an order asks for, under one id however often it is tried. */
export function openingOf(store: Store, order: OpeningOrder, now: Instant) {
  const id = randomBytes(ID_BYTES).toString('hex');
  return () => open(store, order, id, now);
}

async function open(
  store: Store,
  order: OpeningOrder,
  id: string,
  now: Instant,
): Promise<Failed | 'conflict' | undefined> {
  const { workspace, definition, counters, parentId, pending } = await loadForOrder(store, order);
  if (!pending) return undefined;
  if (!definition) return { code: 'no-such-process', params: { process: order.process }, final: false };
  const { starter, values, step, parent } = order;
  const unnumbered = { workspace, definition, now, by: BY, case: { id } };
  const numbered = nextNumber(definition, counters, unnumbered);
  const setting = { ...unnumbered, case: { id, number: numbered.number } };
  const nothing = { rows: {}, loaded: new Set<string>() };
  const command = { do: 'open', starter, values, ...reasonOf(order, parentId) } as const;
  const decided = await decideCase(store, setting, undefined, command, nothing);
  if (!decided.ok) {
    const { code, ...params } = decided.error;
    return { code, params, final: true };
  }
  const outcome = { id, version: 1, status: decided.value.state.status };
  const delivery = { key: order.id, fingerprint: order.id };
  const saved = await appendFirst(
    store,
    numberingOf(numbered, decided.value.entry),
    {
      definition,
      id,
      ...decided.value,
      beside: [keepCommand('system', delivery, { status: 201, outcome }, now), ...orderDone(order, now)],
    },
    parent === undefined ? undefined : { key: parent, step },
  );
  return saved === 'conflict' ? saved : undefined;
}

type Reason = { readonly duty: DutyCause } | { readonly row: RowCause } | { readonly cause: Cause };

/** Why the case is there: a duty of the calendar, a row on its day, or the case that asked, which is told under the key what becomes of it. */
function reasonOf(order: OpeningOrder, parent: string): Reason {
  if (order.kind === 'duty') return { duty: order.duty };
  if (order.day !== undefined) return { row: order.day };
  const on = 'on' in order && order.on !== undefined ? { on: order.on } : {};
  return { cause: { case: parent, step: order.step, key: order.key, ...on } };
}

/** Everything the start of an ordered case is judged by. */
async function loadForOrder(
  store: Store,
  { process, parent, id }: OpeningOrder,
): Promise<{
  readonly workspace: PresentWorkspace;
  readonly definition: Definition | undefined;
  readonly counters: readonly Counter[];
  readonly parentId: string;
  readonly pending: boolean;
}> {
  const [workspaces, definitions, counters, parents, states] = await store.batch([
    workspaceQuery(),
    definitionQuery(process),
    countersQuery(process),
    publicIdQuery(parent),
    isPendingQuery(id),
  ]);
  const workspace = readWorkspace(workspaces[0]);
  const [definition] = readDefinitions(definitions, workspace);
  return { workspace, definition, counters, parentId: parents[0]?.id ?? '', pending: states[0]?.pending === 1 };
}
