import { type Definition, ordersOf, type PublicForm } from '#engine';
import type { PublicReceived } from '../../../schemas/generated/api.ts';
import { type Around, closedBecause, isFull, loadAround } from '../cases/link-around.ts';
import { receiveCase } from '../cases/receive-case.ts';
import { readTicket, ticketEnd } from '../cases/ticket.ts';
import { drainOutbox } from '../jobs/outbox.ts';
import { sha256 } from '../store/digest.ts';
import { type Entrance, enter, hashOf, type Knock, LINK_RATE, putAside, spendTicket } from '../store/public-store.ts';
import { type Rate, secondsToWait } from '../store/rates.ts';
import { refused, settled } from './commands.ts';
import { networkOf } from './network.ts';
import { ProblemError } from './problem.ts';
import { publicForm } from './public-form.ts';
import { type Call, json, type Route, route } from './route.ts';

const OPENING: Rate = { most: 30, windowMs: 60_000 };
const SENDING: Rate = { most: 5, windowMs: 60_000 };
const ID_LENGTH = 32;

type Entered = {
  readonly entrance: Entrance;
  readonly around: Around & { readonly definition: Definition & { readonly public: PublicForm } };
};

/** The secret comes in the body: addresses end up in logs. */
const open = route({
  method: 'POST',
  path: '/api/public/form',
  access: 'public',
  body: 'publicToken',
  answer: { status: 200, schema: 'publicForm' },
  refuses: ['not-found', 'link-closed', 'link-full', 'too-many-attempts'],
  async handle(call) {
    const knock = { token: call.body.token, network: networkAt(call), rate: OPENING, what: 'open' };
    const { entrance, around } = await admit(call, knock);
    return json(publicForm(around, entrance, call.now));
  },
});

const send = route({
  method: 'POST',
  path: '/api/public/submissions',
  access: 'public',
  body: 'sendPublic',
  answer: { status: 201, schema: 'publicReceived', aside: 202 },
  refuses: [
    'not-found',
    'link-closed',
    'link-full',
    'too-many-attempts',
    'bad-ticket',
    'already-sent',
    'stale',
    'invalid-values',
    'not-startable',
    'conflict',
  ],
  handle: async (call) => {
    const { token, ticket } = call.body;
    const knock = { token, ticket, network: networkAt(call), rate: SENDING, what: 'send' };
    const first = await admit(call, knock);
    let known: Entered | undefined = first;
    return settled(async () => {
      const entered = known ?? (await admit(call, { ...knock, what: 'again', rate: AGAIN }));
      known = undefined;
      return receive(call, entered);
    });
  },
});

/** Trying again after a collision is not another try of the sender. */
const AGAIN: Rate = { most: Number.MAX_SAFE_INTEGER, windowMs: 1 };

export const publicRoutes: readonly Route[] = [open, send];

const networkAt = ({ profile, request }: Pick<Call, 'profile' | 'request'>): string =>
  networkOf(profile.address(request));

/** Lets somebody with a good link in, and counts whoever knocks. */
async function admit({ store, now }: Pick<Call, 'store' | 'now'>, knock: Knock): Promise<Entered> {
  const { tried, entrance } = await enter(store, knock, now);
  refuseOften(secondsToWait(tried, now, knock.rate));
  if (entrance === undefined) throw new ProblemError('not-found');
  const { link, own } = entrance;
  const around = await loadAround(store, link);
  const closed = closedBecause(link, around, now);
  if (closed) throw new ProblemError('link-closed', { params: closed });
  if (entrance.spent) throw new ProblemError('already-sent');
  if (own?.usedAt) throw new ProblemError('link-closed', { params: { why: 'used' } });
  if (isFull(link)) throw new ProblemError('link-full');
  const { definition } = around;
  if (!isPublic(definition)) throw new ProblemError('not-found');
  return { entrance, around: { ...around, definition } };
}

const isPublic = (definition: Definition | undefined): definition is Definition & { readonly public: PublicForm } =>
  definition?.public !== undefined;

async function receive(call: Call<'sendPublic'>, { entrance, around }: Entered): Promise<Response | 'conflict'> {
  const { store, ticket, body, now } = call;
  const { link, own, secret, received } = entrance;
  if (body.version !== around.definition.version) throw new ProblemError('stale');
  const read = readTicket(body.ticket, { link: link.id, solution: body.solution, secret, now });
  if (typeof read === 'string') throw new ProblemError('bad-ticket', { params: { why: read } });
  const spending = spendTicket(body.ticket, ticketEnd(read));
  const sent = { link, personal: own?.hash ?? null, receipt: hashOf(body.receipt), values: body.values };
  if (body.website !== undefined && body.website !== '') {
    const id = sha256(`held ${body.ticket}`).slice(0, ID_LENGTH);
    await putAside(store, { ...sent, id, link: link.id, form: sent.values, at: now }, spending);
    return json({} satisfies PublicReceived, { status: 202 });
  }
  // One more than was received so far.
  refuseOften(secondsToWait(received && { ...received, n: received.n + 1 }, now, LINK_RATE));
  const result = await receiveCase(store, around, { ...sent, beside: [spending] }, now);
  if (!result.ok) throw refused(result.error);
  if (result.value === 'conflict') return 'conflict';
  const { number, entry, state } = result.value;
  if (ordersOf(state, entry).length > 0) ticket.later(drainOutbox(store, now));
  const { thanks } = around.definition.document.public ?? {};
  return json({ number, ...(thanks !== undefined && { thanks }) } satisfies PublicReceived, { status: 201 });
}

function refuseOften(seconds: number | undefined): void {
  if (seconds === undefined) return;
  throw new ProblemError('too-many-attempts', { params: { seconds }, headers: { 'Retry-After': String(seconds) } });
}
