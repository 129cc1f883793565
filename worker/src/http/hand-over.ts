import { type Refusal, titleOf } from '#engine';
import type { HandOverItem, HandOverResult } from '../../../schemas/generated/api.ts';
import { decideCase } from '../cases/decide-case.ts';
import { type HandOver, reassignCommand, type SeatToMove, seatsToMove, settingOf } from '../cases/hand-over.ts';
import type { Store } from '../store/database.ts';
import { appendEntry } from '../store/entry-store.ts';
import { loadCase, loadCasesOf } from '../store/seat-store.ts';
import { untilSettled } from '../store/until-settled.ts';
import { permit } from './authorize.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

/** Seats moved by one request, within what the platform allows a request to ask of the database. */
const MOST_AT_ONCE = 20;

/**
 * Gives the undecided seats of somebody who leaves to somebody else: a dry run says what would move, a run moves seat
 * after seat and says what became of each. What was moved is moved, whatever becomes of the rest; asking again goes on.
 */
const handOver = route({
  method: 'POST',
  path: '/api/people/{id}/hand-over',
  access: 'person',
  command: true,
  body: 'handOver',
  answer: { status: 200, schema: 'handOverResult' },
  refuses: ['not-found', 'opinion-required', 'transfer-not-allowed'],
  async handle(call) {
    const { store, ticket, path, body, now } = call;
    const from = path.id ?? '';
    const { visit: who, cases } = await loadCasesOf(store, ticket, from);
    permit(who, { may: 'hand-over' });
    const { workspace, person } = who;
    if (workspace.organisation.person(from) === undefined) throw new ProblemError('not-found');
    requireReceiver(call, workspace.organisation.person(body.to));
    const opinion = body.dry && body.opinion.trim() === '' ? DRY_OPINION : body.opinion;
    const order: HandOver = { workspace, now, by: person.id, from, to: body.to, opinion };
    const seats = seatsToMove(cases, order);
    return json(body.dry ? planned(seats) : await moved(store, seats, order));
  },
});

export const handOverRoutes: readonly Route[] = [handOver];

/** A dry run judges everything but the reason, which is not written yet. */
const DRY_OPINION = '-';

type Receiver = { readonly active: boolean; readonly external: boolean } | undefined;

function requireReceiver({ body, path }: Call<'handOver'>, receiver: Receiver): void {
  const { to, dry, opinion } = body;
  const refuse = (why: string) => new ProblemError('transfer-not-allowed', { params: { to, why } });
  if (receiver === undefined) throw refuse('unknown');
  if (!receiver.active) throw refuse('left');
  if (receiver.external) throw refuse('external');
  if (to === path.id) throw refuse('has-a-seat');
  if (!dry && opinion.trim() === '') throw new ProblemError('opinion-required');
}

function planned(seats: readonly SeatToMove[]): HandOverResult {
  const items = seats.map((seat) => itemOf(seat, seat.refusal));
  return { items, left: items.filter(({ ok }) => ok).length };
}

/** Seats that cannot move are left where they are and named in the answer; those that can move go first come. */
async function moved(store: Store, seats: readonly SeatToMove[], order: HandOver): Promise<HandOverResult> {
  const free = seats.filter(({ refusal }) => refusal === undefined);
  const items: HandOverItem[] = [];
  for (const seat of free.slice(0, MOST_AT_ONCE)) items.push(itemOf(seat, await move(store, seat, order)));
  const stuck = free.length > MOST_AT_ONCE ? [] : seats.filter(({ refusal }) => refusal !== undefined);
  return {
    items: [...items, ...stuck.map((seat) => itemOf(seat, seat.refusal))],
    left: Math.max(0, free.length - MOST_AT_ONCE),
  };
}

/** @returns why it could not be moved; undefined when it was. */
async function move(store: Store, { case: { id }, step, seat }: SeatToMove, order: HandOver) {
  const result = await untilSettled(async (): Promise<Refusal | 'conflict' | 'moved'> => {
    const { stored } = await loadCase(store, id);
    if (stored === undefined) return { code: 'step-moved', step };
    const setting = settingOf(stored, order);
    const decided = await decideCase(store, setting, stored.state, reassignCommand(step, seat, order), stored);
    if (!decided.ok) return decided.error;
    const { definition } = stored;
    const saved = await appendEntry(store, stored, { definition, id, ...decided.value, beside: [] });
    return saved === 'conflict' ? saved : 'moved';
  });
  if (result === 'moved') return undefined;
  return result === 'conflict' ? { code: result } : result;
}

function itemOf({ case: stored, step, seat, waiting }: SeatToMove, why: Refusal | { code: 'conflict' } | undefined) {
  const { id, number, subject, definition } = stored;
  const item: HandOverItem = {
    case: id,
    number,
    subject,
    process: definition.document.title,
    step,
    title: titleOf(definition, step),
    seat,
    waiting,
    ok: why === undefined,
  };
  if (why === undefined) return item;
  const { code, ...params } = why;
  return { ...item, code, params };
}
