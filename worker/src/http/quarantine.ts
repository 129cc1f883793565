import type { Values } from '#engine';
import type { QuarantineList } from '../../../schemas/generated/api.ts';
import { loadAround } from '../cases/link-around.ts';
import { receiveCase } from '../cases/receive-case.ts';
import { drainOutbox } from '../jobs/outbox.ts';
import { linkQuery, readLink } from '../store/link-store.ts';
import { dropHeld, heldQuery, quarantinedQuery, readForm } from '../store/public-store.ts';
import { visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { refused, settled } from './commands.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

/** What probably no person sent by a link. */
const list = route({
  method: 'GET',
  path: '/api/links/{id}/quarantine',
  access: 'person',
  answer: { status: 200, schema: 'quarantine' },
  refuses: ['not-found'],
  async handle({ store, ticket, path }) {
    const { visit: who, found } = await visit(store, ticket, linkQuery(path.id ?? ''), heldQuery(path.id ?? ''));
    permit(who, { may: 'judge-quarantine' });
    const [links, held] = found;
    if (links.length === 0) throw new ProblemError('not-found');
    const view: QuarantineList = {
      items: held.map(({ id, at, form }) => ({ id, at, texts: [...textsIn(readForm(form))] })),
    };
    return json(view);
  },
});

const judge = route({
  method: 'POST',
  path: '/api/quarantine/{id}',
  access: 'person',
  body: 'judgeQuarantined',
  answer: { status: 204 },
  refuses: ['not-found', 'invalid-values', 'not-startable', 'link-full', 'conflict'],
  handle: (call) => settled(() => carryOut(call)),
});

export const quarantineRoutes: readonly Route[] = [list, judge];

async function carryOut({ store, ticket, path, body, now }: Call<'judgeQuarantined'>): Promise<Response | 'conflict'> {
  const id = path.id ?? '';
  const { visit: who, found } = await visit(store, ticket, quarantinedQuery(id));
  permit(who, { may: 'judge-quarantine' });
  const row = found[0][0];
  const link = readLink(row);
  if (row === undefined || link === undefined) throw new ProblemError('not-found');
  if (body.do === 'delete') {
    await store.batch([dropHeld(id)]);
    return new Response(null, { status: 204 });
  }
  const around = await loadAround(store, link);
  const { definition } = around;
  if (definition === undefined) throw new ProblemError('not-startable');
  const { own, receipt, form } = row;
  const sending = { link, personal: own, receipt, values: readForm(form), beside: [dropHeld(id)] };
  const result = await receiveCase(store, { ...around, definition }, sending, now);
  if (!result.ok) throw refused(result.error);
  if (result.value === 'conflict') return 'conflict';
  ticket.later(drainOutbox(store, now));
  return new Response(null, { status: 204 });
}

/** Every text in it: enough to tell an advertisement from an answer. */
function textsIn(value: Values | unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
