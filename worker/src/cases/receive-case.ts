import { randomBytes } from 'node:crypto';
import {
  type CaseState,
  type Definition,
  type Entry,
  fail,
  type Instant,
  ok,
  type Refusal,
  type Result,
  type SystemActor,
  type Values,
} from '#engine';
import type { Statement, Store } from '../store/database.ts';
import { appendFirst } from '../store/entry-store.ts';
import type { Link } from '../store/link-store.ts';
import { receivedBy } from '../store/public-store.ts';
import { decideCase } from './decide-case.ts';
import { type Around, saidBy } from './link-around.ts';
import { nextNumber, numberingOf } from './numbering.ts';

const ID_BYTES = 16;
const BY: SystemActor = 'system:public';

/** What somebody without an account has sent. */
export type Sending = {
  readonly link: Link;
  /** The hash of the one-time link. */
  readonly personal: string | null;
  /** The hash of the receipt. */
  readonly receipt: string;
  readonly values: Values;
  /** Statements that have to happen with it or not at all. */
  readonly beside: readonly Statement<never>[];
};
export type Received = { readonly number: string; readonly entry: Entry; readonly state: CaseState };

/** Makes a case of what was sent; 'conflict': something it rested on has moved on, look again. */
export async function receiveCase(
  store: Store,
  around: Around & { readonly definition: Definition },
  { link, personal, receipt, values, beside }: Sending,
  now: Instant,
): Promise<Result<Received | 'conflict', Refusal>> {
  const { workspace, definition, counters } = around;
  const id = randomBytes(ID_BYTES).toString('hex');
  const unnumbered = { workspace, definition, now, by: BY, case: { id } };
  const numbered = nextNumber(definition, counters, unnumbered);
  const setting = { ...unnumbered, case: { id, number: numbered.number } };
  const fixed = saidBy(definition, link, around);
  const command = { do: 'receive', starter: link.owner, values, fixed, link: link.name } as const;
  const decided = await decideCase(store, setting, undefined, command, { rows: {}, loaded: new Set() });
  if (!decided.ok) return fail(decided.error);
  const { entry, state } = decided.value;
  const saved = await appendFirst(store, numberingOf(numbered, entry), {
    definition,
    id,
    ...decided.value,
    beside: [...beside, ...receivedBy({ link: link.id, personal, receipt, caseId: id }, now)],
  });
  return ok(saved === 'conflict' ? saved : { number: saved.number, entry, state });
}
