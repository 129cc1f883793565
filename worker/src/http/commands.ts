import { randomBytes } from 'node:crypto';
import {
  type CaseState,
  type Command,
  type Definition,
  type Entry,
  ordersOf,
  type Refusal,
  type StepId,
} from '#engine';
import type { CaseCommandBody, CommandOutcome } from '../../../schemas/generated/api.ts';
import { type Attachment, attachmentsIn, foreignAttachments, idsOf } from '../cases/attachments.ts';
import { changedSince } from '../cases/changed-since.ts';
import { decideCase } from '../cases/decide-case.ts';
import { guessRows } from '../cases/guess.ts';
import { nextNumber, numberingOf } from '../cases/numbering.ts';
import { viewedSince } from '../cases/viewed-since.ts';
import { drainOutbox } from '../jobs/outbox.ts';
import type { StoredCase } from '../store/case-store.ts';
import { loadForCommand, loadForStart } from '../store/command-load.ts';
import { type Answer, type Delivery, keepCommand } from '../store/command-store.ts';
import { dropDraftOf, dropDraftWithId } from '../store/draft-store.ts';
import { appendEntry, appendFirst } from '../store/entry-store.ts';
import { untilSettled } from '../store/until-settled.ts';
import type { Visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { presentCase } from './case-view.ts';
import { admitted } from './machine.ts';
import { type ProblemCode, ProblemError } from './problem.ts';
import { unreadable } from './readable-files.ts';
import { type Call, json, type Route, route } from './route.ts';

const ID_BYTES = 16;
/** What a command can be refused with because the case is not what the sender thought. */
const OUTDATED = new Set<ProblemCode>([
  'not-open',
  'step-moved',
  'content-changed',
  'overlapping-edit',
  'held',
  'taken',
  'stale',
]);
const REFUSALS: readonly ProblemCode[] = ['invalid-values', 'nobody', 'no-such-row', 'ledger-limit'];

const start = route({
  method: 'POST',
  path: '/api/cases',
  access: 'person',
  machines: true,
  command: true,
  body: 'startCase',
  answer: { status: 201, schema: 'outcome' },
  refuses: [...REFUSALS, 'not-found', 'stale', 'not-startable', 'too-many-attempts'],
  handle(call) {
    const id = randomBytes(ID_BYTES).toString('hex');
    const begin = () => settled(() => startCase(call, id));
    return call.ticket.machine === undefined ? begin() : admitted(call, begin);
  },
});

const command = route({
  method: 'POST',
  path: '/api/cases/{id}/commands',
  access: 'person',
  command: true,
  body: 'command',
  answer: { status: 200, schema: 'outcome' },
  refuses: [
    ...REFUSALS,
    ...OUTDATED,
    'not-found',
    'read-only',
    'not-your-task',
    'opinion-required',
    'reject-not-allowed',
    'return-not-allowed',
    'return-limit',
    'transfer-not-allowed',
    'withdraw-not-allowed',
    'not-allowed',
    'add-not-allowed',
    'delegate-not-allowed',
    'urged-lately',
    'bad-due',
  ],
  async handle(call) {
    try {
      return await settled(() => commandCase(call));
    } catch (error) {
      if (!(error instanceof ProblemError) || !OUTDATED.has(error.code)) throw error;
      throw new ProblemError(error.code, { ...error.details, present: await presentCase(call) });
    }
  },
});

export const commandRoutes: readonly Route[] = [start, command];

/** Tries again while others change the same case at the same moment. */
export async function settled(attempt: () => Promise<Response | 'conflict'>): Promise<Response> {
  const response = await untilSettled(attempt);
  if (response === 'conflict') throw new ProblemError('conflict');
  return response;
}

async function startCase(call: Call<'startCase'>, id: string): Promise<Response | 'conflict'> {
  const { store, ticket, body, now } = call;
  const attached = attachmentsIn(body.values);
  const guessed = guessRows(body.process, body.values, now);
  const loaded = await loadForStart(store, ticket, body.process, idsOf(attached), guessed);
  const { definition, visit } = loaded;
  if (visit.replay) return replayed(visit.replay);
  if (!definition) throw new ProblemError('not-found');
  if (visit.machine && visit.machine.process !== body.process) throw new ProblemError('not-startable');
  if (body.version !== undefined && body.version !== definition.version) {
    throw new ProblemError('stale', { params: { version: definition.version } });
  }
  const foreign = foreignAttachments(attached, loaded.files, visit.person.id, {});
  refuseForeign(await unreadable(store, visit, foreign, loaded.files, now));
  const unnumbered = { workspace: visit.workspace, definition, now, by: visit.person.id, case: { id } };
  const numbered = nextNumber(definition, loaded.counters, unnumbered);
  const setting = { ...unnumbered, case: { id, number: numbered.number } };
  const known = { rows: loaded.rows, loaded: new Set(guessed) };
  const decided = await decideCase(
    store,
    setting,
    undefined,
    { do: 'start', values: body.values, ...viaOf(visit) },
    known,
  );
  if (!decided.ok) throw refused(decided.error);
  const { entry, state } = decided.value;
  const outcome = { id, version: 1, status: state.status };
  const saved = await appendFirst(store, numberingOf(numbered, entry), {
    definition,
    id,
    ...decided.value,
    beside: [
      keepCommand(visit.person.id, deliveryOf(call), { status: 201, outcome }, now),
      ...(body.draft === undefined ? [] : [dropDraftWithId(visit.person.id, body.draft)]),
    ],
  });
  if (saved === 'conflict') return 'conflict';
  carryOutOrders(call, state, entry);
  return answer({ status: 201, outcome: { ...outcome, number: saved.number } });
}

/** By which token a machine has come, as the log keeps it. */
const viaOf = ({ machine }: Visit): { readonly via?: string } => (machine ? { via: machine.name } : {});

/** Throws what the way a command came in forbids beyond its own rules. */
export type Guard = (definition: Definition, step: StepId | undefined) => void;

/** Carries one command out on the case of the path; 'conflict' when the case moved on meanwhile. */
export async function commandCase(call: Call<'command'>, guard?: Guard): Promise<Response | 'conflict'> {
  const { store, ticket, body, now, path, request } = call;
  const attached = attachmentsIn('values' in body ? body.values : undefined);
  const base = 'base' in body ? body.base : undefined;
  const loaded = await loadForCommand(store, ticket, path.id ?? '', idsOf(attached), {
    base,
    reads: body.do === 'takeBack',
  });
  const { visit, case: stored } = loaded;
  if (visit.replay) return replayed(visit.replay);
  if (!stored) throw new ProblemError('not-found');
  permit(visit, { may: 'read-case', case: stored, now });
  if (!authorize(visit, { may: 'act-on-case', case: stored, now })) throw new ProblemError('read-only');
  const expected = request.headers.get('If-Match');
  if (expected !== null && expected !== etag(stored.seq)) throw new ProblemError('stale');
  const { workspace, person } = visit;
  const { id, number, definition, state } = stored;
  refuseForeign(foreignAttachments(attached, loaded.files, person.id, state.values));
  guard?.(definition, 'step' in body ? (body.step as StepId) : undefined);
  const viewed = viewedSince(state, person.id, loaded.reads);
  const setting = { workspace, definition, now, by: person.id, case: { id, number }, viewedSince: viewed };
  const decided = await decideCase(store, setting, state, commandOf(body, stored, loaded.log), stored);
  if (!decided.ok) throw refused(decided.error);
  const { entry, state: after } = decided.value;
  const outcome = { id, number, version: stored.seq + 1, status: after.status };
  const saved = await appendEntry(store, stored, {
    definition,
    id,
    ...decided.value,
    beside: [
      keepCommand(person.id, deliveryOf(call), { status: 200, outcome }, now),
      ...(usesUp(body) ? [dropDraftOf(person.id, { case: id, step: body.step })] : []),
    ],
  });
  if (saved === 'conflict') return 'conflict';
  carryOutOrders(call, after, entry);
  return answer({ status: 200, outcome });
}

/** What was typed is part of the decision, or is of no use after it; anything else leaves the draft alone. */
const usesUp = (body: CaseCommandBody): body is DraftUser =>
  body.do === 'submit' || body.do === 'agree' || (body.do === 'addSigners' && body.place === 'after');
type DraftUser = Extract<CaseCommandBody, { do: 'submit' | 'agree' | 'addSigners' }>;

/**
 * Step ids of a body become step ids of the engine, which refuses those it does not have. Who filled a form in on an
 * older version is told apart from whoever changed other fields of it since.
 */
function commandOf(body: CaseCommandBody, { state, seq }: StoredCase, log: readonly Entry[]): Command {
  const command = body as Command & { readonly step: StepId };
  if (!('base' in body) || body.base === undefined || body.base >= seq) return command;
  return { ...command, changed: changedSince(body.base, log, state.values) } as Command;
}

function deliveryOf({ ticket: { delivery } }: Call): Delivery {
  if (!delivery) throw new Error('a command has a delivery');
  return delivery;
}

function replayed(replay: Answer | 'mismatch'): Response {
  if (replay === 'mismatch') throw new ProblemError('idempotency-mismatch');
  return answer(replay, { 'Idempotent-Replayed': 'true' });
}

export const etag = (version: number): string => `"${version}"`;

const answer = ({ status, outcome }: Answer, headers: Readonly<Record<string, string>> = {}): Response =>
  json(outcome satisfies CommandOutcome, { status, headers: { ...headers, ETag: etag(outcome.version) } });

function refuseForeign(foreign: readonly Attachment[]): void {
  if (foreign.length === 0) return;
  const issues = foreign.map(({ path }) => ({ code: 'unknown-file', path }));
  throw new ProblemError('invalid-values', { issues });
}

export function refused({ code, ...params }: Refusal): ProblemError {
  if (!('issues' in params)) return new ProblemError(code, { params });
  return new ProblemError(code, { issues: params.issues });
}

/** What this entry causes in other cases is carried out at once; should that fail, the schedule does it. */
function carryOutOrders({ store, ticket, now }: Call, after: CaseState, entry: Entry): void {
  if (ordersOf(after, entry).length > 0) ticket.later(drainOutbox(store, now));
}
