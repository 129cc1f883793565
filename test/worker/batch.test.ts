import { beforeAll, describe, expect, test } from 'vitest';
import type { BatchResult, CaseView, CommandOutcome, TaskCard, TaskList } from '../../schemas/generated/api.ts';
import { ask } from './support/api.ts';
import { plan } from './support/campaign.ts';
import { race } from './support/race.ts';
import { publishDemo, publishWith } from './support/workspace.ts';

beforeAll(async () => {
  await publishDemo();
  await publishWith(race);
});

async function started(what: string): Promise<string> {
  const values = { ask: { what, left: 'u18', right: 'u19', voters: ['u20'] } };
  const answer = await ask('POST', '/api/cases', { as: 'u08', body: { process: 'race', values } });
  return (await answer.json<CommandOutcome>()).id;
}

const todo = async (as: string): Promise<readonly TaskCard[]> =>
  (await (await ask('GET', '/api/tasks?box=todo', { as })).json<TaskList>()).items;

type Decision = Readonly<Record<string, unknown>>;
const decisionOf = ({ case: shown, step, seen }: TaskCard, act = 'agree'): Decision => ({
  case: shown?.id,
  step,
  do: act,
  seen,
});

const decide = (as: string, decisions: readonly Decision[], headers = {}) =>
  ask('POST', '/api/batch', { as, body: { decisions }, headers });
const resultsOf = async (answer: Response) => (await answer.json<BatchResult>()).results;
const statusOf = async (id: string) =>
  (await (await ask('GET', `/api/cases/${id}`, { as: 'u08' })).json<CaseView>()).status;

describe('rule 18: deciding several cases at once', () => {
  test('each is decided under its own rules and gets its own answer; one refusal leaves the others standing', async () => {
    const ids = [await started('一'), await started('二'), await started('三')];
    const tasks = (await todo('u18')).filter((task) => ids.includes(task.case?.id ?? ''));
    expect(tasks).toHaveLength(3);
    const stale = { ...decisionOf(tasks[1] as TaskCard), seen: '0'.repeat(64) };
    const answer = await decide('u18', [decisionOf(tasks[0] as TaskCard), stale, decisionOf(tasks[2] as TaskCard)]);
    expect(answer.status).toBe(200);
    expect(await resultsOf(answer)).toMatchObject([
      { ok: true, outcome: { version: 2, status: 'open' } },
      { ok: false, code: 'content-changed' },
      { ok: true, outcome: { version: 2, status: 'open' } },
    ]);
  });

  test('a rejection without an opinion is refused, with one it ends the case', async () => {
    const id = await started('四');
    const [task] = (await todo('u18')).filter((each) => each.case?.id === id);
    const reject = decisionOf(task as TaskCard, 'reject');
    expect(await resultsOf(await decide('u18', [reject]))).toMatchObject([{ ok: false, code: 'opinion-required' }]);
    expect(await resultsOf(await decide('u18', [{ ...reject, opinion: '不做' }]))).toMatchObject([{ ok: true }]);
    expect(await statusOf(id)).toBe('rejected');
  });

  test('a step that asks for its own form offers no decision in the list and refuses one', async () => {
    const answer = await ask('POST', '/api/cases', { as: 'u08', body: { process: 'campaign-approval', values: plan } });
    const { id } = await answer.json<CommandOutcome>();
    const [task] = (await todo('u18')).filter((each) => each.case?.id === id);
    expect(task?.step).toBe('first');
    expect(task?.seen).toBeUndefined();
    const { tasks } = await (await ask('GET', `/api/cases/${id}`, { as: 'u18' })).json<CaseView>();
    const decision = { case: id, step: 'first', do: 'agree', seen: tasks[0]?.seen };
    expect(await resultsOf(await decide('u18', [decision]))).toMatchObject([
      { ok: false, code: 'not-allowed', params: { action: 'batch' } },
    ]);
  });

  test('somebody else’s task and an unknown case are refused one by one', async () => {
    const id = await started('五');
    const [task] = (await todo('u18')).filter((each) => each.case?.id === id);
    const decision = decisionOf(task as TaskCard);
    const results = await resultsOf(await decide('u19', [decision, { ...decision, case: 'nothing' }]));
    expect(results).toMatchObject([
      { ok: false, code: 'not-found' },
      { ok: false, code: 'not-found' },
    ]);
    expect(await statusOf(id)).toBe('open');
  });

  test('sent again under the same key, each decision is carried out once and answers the same', async () => {
    const id = await started('六');
    const [task] = (await todo('u18')).filter((each) => each.case?.id === id);
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const one = await resultsOf(await decide('u18', [decisionOf(task as TaskCard)], headers));
    const two = await resultsOf(await decide('u18', [decisionOf(task as TaskCard)], headers));
    expect(two).toEqual(one);
    expect(two).toMatchObject([{ ok: true, outcome: { version: 2 } }]);
  });
});
