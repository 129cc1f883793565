import { periodNamed } from '#engine';
import type { CommandOutcome } from '../../../schemas/generated/api.ts';
import { decideCase } from '../cases/decide-case.ts';
import type { StoredCase } from '../store/case-store.ts';
import { keepCommand } from '../store/command-store.ts';
import { keepAlone, keepExcuse } from '../store/duty-excuse-store.ts';
import { type KeptDuty, readOneDuty } from '../store/duty-reads.ts';
import { appendEntry } from '../store/entry-store.ts';
import { untilSettled } from '../store/until-settled.ts';
import type { Visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, route } from './route.ts';

/** Lets somebody off one duty, with a reason; its case ends, and nobody is reminded of it any more. */
export const excuseRoute = route({
  method: 'POST',
  path: '/api/duties/{process}/excuses',
  access: 'person',
  command: true,
  body: 'excuseDuty',
  answer: { status: 200, schema: 'outcome' },
  refuses: ['not-found', 'read-only', 'opinion-required', 'duty-own', 'duty-filed', 'duty-excused', 'duty-not-open'],
  async handle(call) {
    const response = await untilSettled(() => excuse(call));
    if (response === 'conflict') throw new ProblemError('conflict');
    return response;
  },
});

async function excuse(call: Call<'excuseDuty'>): Promise<Response | 'conflict'> {
  const { store, ticket, path, body, now } = call;
  const period = periodNamed(body.period);
  if (period === undefined) throw new ProblemError('not-found');
  const loaded = await readOneDuty(store, ticket, path.process ?? '', period, body.subject);
  const { visit, definition, duty, case: stored } = loaded;
  if (visit.replay === 'mismatch') throw new ProblemError('idempotency-mismatch');
  if (visit.replay) return json(visit.replay.outcome, { headers: { 'Idempotent-Replayed': 'true' } });
  if (definition === undefined || duty === undefined) throw new ProblemError('not-found');
  const of = { duty, definition, now };
  permit(visit, { may: 'see-duty', ...of });
  if (duty.person === visit.person.id) throw new ProblemError('duty-own');
  if (!authorize(visit, { may: 'excuse-duty', ...of })) throw new ProblemError('read-only');
  if (body.reason.trim() === '') throw new ProblemError('opinion-required');
  if (duty.excuse !== undefined) throw new ProblemError('duty-excused');
  if (duty.filedAt !== null) throw new ProblemError('duty-filed');
  if (stored === undefined) throw new ProblemError('duty-not-open');
  return stored.state.status === 'open' ? endAndKeep(call, visit, duty, stored) : keepOnly(call, visit, duty, stored);
}

/** The case ends in the same batch, so that handing in and excusing cannot both happen. */
async function endAndKeep(call: Call<'excuseDuty'>, visit: Visit, duty: KeptDuty, stored: StoredCase) {
  const { store, now, body } = call;
  const { id, number, definition, state } = stored;
  const setting = { workspace: visit.workspace, definition, now, by: visit.person.id, case: { id, number } };
  const decided = await decideCase(store, setting, state, { do: 'lapse', opinion: body.reason }, stored);
  if (!decided.ok) return 'conflict';
  const outcome = { id, number, version: stored.seq + 1, status: decided.value.state.status };
  const beside = statementsOf(call, visit, duty, outcome);
  const saved = await appendEntry(store, stored, { definition, id, ...decided.value, beside });
  return saved === 'conflict' ? saved : json(outcome);
}

async function keepOnly(
  call: Call<'excuseDuty'>,
  visit: Visit,
  duty: KeptDuty,
  { id, number, seq, state }: StoredCase,
) {
  const outcome = { id, number, version: seq, status: state.status };
  const saved = await keepAlone(call.store, statementsOf(call, visit, duty, outcome));
  return saved === 'conflict' ? saved : json(outcome);
}

function statementsOf(
  { ticket, body, now }: Call<'excuseDuty'>,
  { person }: Visit,
  duty: KeptDuty,
  outcome: CommandOutcome,
) {
  if (!ticket.delivery) throw new Error('a command has a delivery');
  return [
    keepExcuse(duty, { by: person.id, at: now, reason: body.reason.trim() }),
    keepCommand(person.id, ticket.delivery, { status: 200, outcome }, now),
  ];
}
