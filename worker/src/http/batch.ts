import { canonicalJson, mayBatch } from '#engine';
import type { BatchDecision, BatchItemResult, BatchResult, CommandOutcome } from '../../../schemas/generated/api.ts';
import { sha256 } from '../store/digest.ts';
import { commandCase, type Guard, settled } from './commands.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

const decide = route({
  method: 'POST',
  path: '/api/batch',
  access: 'person',
  command: true,
  body: 'decideBatch',
  answer: { status: 200, schema: 'batchResult' },
  async handle(call) {
    const results: BatchItemResult[] = [];
    // One after the other: decisions on the same case build on each other.
    for (const [index, decision] of call.body.decisions.entries()) results.push(await one(call, decision, index));
    return json({ results } satisfies BatchResult);
  },
});

export const batchRoutes: readonly Route[] = [decide];

/** One decision, judged like one sent alone; it stands whatever becomes of the others. */
async function one(call: Call<'decideBatch'>, decision: BatchDecision, index: number): Promise<BatchItemResult> {
  const { case: id, step } = decision;
  try {
    const response = await settled(() => commandCase(itemCall(call, decision, index), refuseUnlessBatch));
    return { case: id, step, ok: true, outcome: await response.json<CommandOutcome>() };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, details } = error;
    return { case: id, step, ok: false, code, ...(details.params && { params: details.params }) };
  }
}

/** The same request for one item, delivered under a key of its own: sent again, each item is carried out once. */
function itemCall(call: Call<'decideBatch'>, decision: BatchDecision, index: number): Call<'command'> {
  const { case: id, opinion = '', ...rest } = decision;
  const body = { ...rest, opinion };
  const { delivery } = call.ticket;
  if (!delivery) throw new Error('a command has a delivery');
  const fingerprint = sha256(`batch ${id} ${canonicalJson(body)}`);
  const ticket = { ...call.ticket, delivery: { key: `${delivery.key}:${index}`, fingerprint } };
  return { ...call, path: { id }, body: body as Call<'command'>['body'], ticket };
}

const refuseUnlessBatch: Guard = (definition, step) => {
  if (step === undefined || mayBatch(definition.steps.get(step))) return;
  throw new ProblemError('not-allowed', { params: { action: 'batch', why: 'not-in-this-process' } });
};
