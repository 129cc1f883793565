import type { Instant, SystemActor } from '#engine';
import type { PublicStateView } from '../../../schemas/generated/api.ts';
import { decideCase } from '../cases/decide-case.ts';
import { byPublicId, caseQuery, readCase, type StoredCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { appendEntry } from '../store/entry-store.ts';
import { hashOf, type ReceiptRow, receiptQuery, wroteOnce } from '../store/public-store.ts';
import { countRate, type Rate, rateBucket, secondsToWait } from '../store/rates.ts';
import { readWorkspace, workspaceQuery } from '../store/workspace.ts';
import { refused, settled } from './commands.ts';
import { networkOf } from './network.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

const ASKING: Rate = { most: 30, windowMs: 60_000 };
const BY: SystemActor = 'system:public';

/** What became of what somebody sent: how far it is, and nothing of what is in it. */
const state = route({
  method: 'POST',
  path: '/api/public/receipt',
  access: 'public',
  body: 'publicReceipt',
  answer: { status: 200, schema: 'publicState' },
  refuses: ['not-found', 'too-many-attempts'],
  async handle(call) {
    const found = await lookUp(call, call.body.receipt);
    const { receipt, stored, title, thanks } = found;
    const view: PublicStateView = {
      title,
      ...(stored && { number: stored.number }),
      at: receipt.at,
      state: stored === undefined ? 'checking' : stageOf(stored),
      mayWrite: mayWrite(found),
      ...(thanks !== undefined && { thanks }),
      ...(receipt.wroteAt !== null && { wroteAt: receipt.wroteAt }),
    };
    return json(view);
  },
});

const write = route({
  method: 'POST',
  path: '/api/public/messages',
  access: 'public',
  body: 'publicMessage',
  answer: { status: 204 },
  refuses: ['not-found', 'already-sent', 'too-many-attempts', 'conflict', 'opinion-required'],
  handle: (call) => settled(() => addMessage(call)),
});

export const receiptRoutes: readonly Route[] = [state, write];

type Found = Awaited<ReturnType<typeof lookUp>>;

async function lookUp({ store, profile, request, now }: Omit<Call, 'body'>, secret: string) {
  const hash = hashOf(secret);
  const bucket = rateBucket('receipt', networkOf(profile.address(request)));
  const [tries, receipts] = await store.batch([countRate(bucket, now, ASKING), receiptQuery(hash)]);
  const seconds = secondsToWait(tries[0], now, ASKING);
  if (seconds !== undefined) throw new ProblemError('too-many-attempts', { params: { seconds } });
  const [receipt] = receipts;
  if (receipt === undefined) throw new ProblemError('not-found');
  return { hash, receipt, ...(await around(store, receipt)) };
}

async function around(store: Store, { process, caseId }: ReceiptRow) {
  const [workspaces, definitions, cases] = await store.batch([
    workspaceQuery(),
    definitionQuery(process),
    caseQuery(byPublicId(caseId ?? '')),
  ]);
  const workspace = readWorkspace(workspaces[0]);
  const [definition] = readDefinitions(definitions, workspace);
  const { title, public: rule } = definition?.document ?? { title: process };
  return {
    workspace,
    title,
    thanks: rule?.thanks,
    message: rule?.message === true,
    stored: readCase(cases, workspace),
  };
}

/** In plain words: nobody has looked at it yet, somebody is at it, or it is over. */
function stageOf({ seq, state: { status } }: StoredCase): PublicStateView['state'] {
  if (seq === 1) return 'received';
  return status === 'open' ? 'handling' : 'closed';
}

const mayWrite = ({ message, stored, receipt }: Pick<Found, 'message' | 'stored' | 'receipt'>): boolean =>
  message && stored?.state.status === 'open' && receipt.wroteAt === null;

async function addMessage(call: Call<'publicMessage'>): Promise<Response | 'conflict'> {
  const { store, body, now } = call;
  const found = await lookUp(call, body.receipt);
  if (found.receipt.wroteAt !== null) throw new ProblemError('already-sent');
  const { stored } = found;
  if (stored === undefined || !mayWrite(found)) throw new ProblemError('not-found');
  const done = await comment(store, stored, found, body.text, now);
  return done === 'conflict' ? done : new Response(null, { status: 204 });
}

async function comment(store: Store, stored: StoredCase, { workspace, hash }: Found, text: string, now: Instant) {
  const { id, number, definition, state: before } = stored;
  const setting = { workspace, definition, now, by: BY, case: { id, number } };
  const decided = await decideCase(store, setting, before, { do: 'comment', text }, stored);
  if (!decided.ok) throw refused(decided.error);
  return appendEntry(store, stored, { definition, id, ...decided.value, beside: wroteOnce(hash, now) });
}
