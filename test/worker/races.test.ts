import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView, CommandOutcome, EntryList } from '../../schemas/generated/api.ts';
import { sweep } from '../../worker/src/jobs/sweep.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock } from './support/api.ts';
import { meeting } from './support/meeting.ts';
import { race } from './support/race.ts';
import { publishWith } from './support/workspace.ts';

const [STARTER, LEFT, RIGHT] = ['u08', 'u18', 'u19'] as const;
const VOTERS = ['u20', 'u15'] as const;
let case1: string;

beforeAll(() => publishWith(race));

beforeEach(async () => {
  const values = { ask: { what: '竞态', left: LEFT, right: RIGHT, voters: VOTERS } };
  const answer = await ask('POST', '/api/cases', { as: STARTER, body: { process: 'race', values } });
  expect(answer.status).toBe(201);
  case1 = (await answer.json<CommandOutcome>()).id;
  await done(await agreeing(LEFT, 'check'));
});

const view = async (as: string): Promise<CaseView> =>
  (await ask('GET', `/api/cases/${case1}`, { as })).json<CaseView>();

const seenBy = async (as: string, step: string): Promise<string> =>
  (await view(as)).tasks.find((task) => task.step === step)?.seen ?? '';

type Move = { readonly as: string; readonly body: Readonly<Record<string, unknown>> };

async function agreeing(as: string, step: string): Promise<Move> {
  return { as, body: { do: 'agree', step, seen: await seenBy(as, step) } };
}

async function does({ as, body }: Move, db?: D1Database): Promise<Response> {
  return ask('POST', `/api/cases/${case1}/commands`, { as, body, ...(db && { db }) });
}

async function done(move: Move): Promise<void> {
  const answer = await does(move);
  expect(answer.status, await answer.clone().text()).toBe(200);
}

/** Both have read the case before either writes; `first` writes first. Answers their status codes in that order. */
async function race2(first: Move, second: Move): Promise<readonly [Response, Response]> {
  const { doorOf, letIn } = meeting(env.DB, 2);
  const one = does(first, doorOf('first'));
  const two = does(second, doorOf('second'));
  await letIn({ name: 'first', done: one }, { name: 'second', done: two });
  return [await one, await two];
}

async function events(): Promise<readonly string[]> {
  const list = await (await ask('GET', `/api/cases/${case1}/events`, { as: 'u39' })).json<EntryList>();
  expect(list.integrity).toMatchObject({ state: 'intact' });
  return list.items.flatMap((entry) => entry.events.map((event) => String((event as { type: string }).type)));
}

const openSteps = (nodes: CaseView['picture']): readonly string[] =>
  nodes.flatMap((node) =>
    'branches' in node
      ? node.branches.flatMap((branch) => openSteps(branch.nodes))
      : node.state === 'open'
        ? [node.step]
        : [],
  );

const counted = async (type: string): Promise<number> => (await events()).filter((each) => each === type).length;

async function pastBranches(): Promise<void> {
  await done(await agreeing(LEFT, 'a'));
  await done(await agreeing(RIGHT, 'b'));
}

describe('rule 13: two requests that have both read the same state', () => {
  test('vector (1): the two last countersigners agree: both count, the step completes once', async () => {
    await pastBranches();
    const moves = [await agreeing(VOTERS[0], 'vote'), await agreeing(VOTERS[1], 'vote')] as const;
    const answers = await race2(...moves);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await view('u39')).status).toBe('completed');
    expect(await counted('CaseCompleted')).toBe(1);
    expect((await events()).filter((type) => type === 'SeatAgreed')).toHaveLength(5);
  });

  test.each([
    ['the agreement', 0],
    ['the withdrawal', 1],
  ])('vector (2): agree and withdraw: %s is first, and the other is judged by what it left', async (_, first) => {
    const moves: readonly Move[] = [
      await agreeing(LEFT, 'a'),
      { as: STARTER, body: { do: 'withdraw', keep: false, opinion: '不做了' } },
    ];
    const [one, two] = [moves[first], moves[1 - first]];
    if (one === undefined || two === undefined) throw new Error('two moves');
    const answers = await race2(one, two);
    expect(answers.map(({ status }) => status)).toEqual(first === 0 ? [200, 200] : [200, 409]);
    expect((await view(STARTER)).status).toBe('withdrawn');
    expect(await counted('SeatAgreed')).toBe(first === 0 ? 2 : 1);
  });

  test('vector (3): agree and the deadline: the decision and the passing are both recorded, once', async () => {
    await pastBranches();
    clock.pass(3 * 86_400_000);
    const { doorOf, letIn } = meeting(env.DB, 2);
    const decision = does(await agreeing(VOTERS[0], 'vote'), doorOf('agree'));
    const deadline = sweep(new Store(doorOf('sweep')), clock.now());
    await letIn({ name: 'agree', done: decision }, { name: 'sweep', done: deadline });
    expect((await decision).status).toBe(200);
    await sweep(new Store(env.DB), clock.now());
    expect(await counted('DeadlinePassed')).toBe(1);
    expect((await events()).filter((type) => type === 'SeatAgreed')).toHaveLength(4);
  });

  test('vector (4): a return out of one branch while the other agrees: the case is back, and nothing is half open', async () => {
    const back: Move = { as: LEFT, body: { do: 'return', step: 'a', to: 'draft', opinion: '重填' } };
    const [returned, agreed] = await race2(back, await agreeing(RIGHT, 'b'));
    expect(returned.status).toBe(200);
    expect(agreed.status).toBe(409);
    const { picture, tasks } = await view(STARTER);
    expect(tasks.map(({ step }) => step)).toEqual(['draft']);
    expect(openSteps(picture)).toEqual(['draft']);
  });

  test('vector (5): two returns to different steps: the first wins, the second is told what happened', async () => {
    const [one, two] = await race2(
      { as: LEFT, body: { do: 'return', step: 'a', to: 'check', opinion: '重审' } },
      { as: RIGHT, body: { do: 'return', step: 'b', to: 'draft', opinion: '补充' } },
    );
    expect([one.status, two.status]).toEqual([200, 409]);
    expect(await two.json()).toMatchObject({ code: 'step-moved', present: { id: case1 } });
    expect(await counted('StepReturned')).toBe(1);
    expect((await view(LEFT)).tasks.map(({ step }) => step)).toEqual(['check']);
  });

  test.each([
    ['the signer', 0],
    ['the vote', 1],
  ])('vector (6): a signer is added while the deciding vote is cast: %s is first', async (_, first) => {
    await pastBranches();
    await done(await agreeing(VOTERS[0], 'vote'));
    const seen = await seenBy(VOTERS[1], 'vote');
    const adds = { do: 'addSigners', step: 'vote', seen, place: 'parallel', people: ['u02'], opinion: '请一并表决' };
    const moves: readonly Move[] = [{ as: VOTERS[1], body: adds }, await agreeing(VOTERS[1], 'vote')];
    const [one, two] = [moves[first], moves[1 - first]];
    if (one === undefined || two === undefined) throw new Error('two moves');
    const answers = await race2(one, two);
    const { status } = await view('u39');
    expect(answers.map((answer) => answer.status)).toEqual(first === 0 ? [200, 200] : [200, 409]);
    expect(status).toBe(first === 0 ? 'open' : 'completed');
    if (first === 1) return;
    await done(await agreeing('u02', 'vote'));
    expect((await view('u39')).status).toBe('completed');
  });

  test('vector (23): a case started before midnight on 31 December keeps the number of its year, written later or not', async () => {
    const values = { ask: { what: '年末', left: LEFT, right: RIGHT, voters: VOTERS } };
    const { doorOf, letIn } = meeting(env.DB, 2);
    const start = async (name: string) => {
      const answer = ask('POST', '/api/cases', { as: STARTER, body: { process: 'race', values }, db: doorOf(name) });
      return (await (await answer).json<CommandOutcome>()).number;
    };
    clock.set('2026-12-31T15:59:59.000Z');
    const old = start('old');
    await scheduler.wait(0);
    clock.set('2026-12-31T16:00:00.000Z');
    const fresh = start('fresh');
    await letIn({ name: 'fresh', done: fresh }, { name: 'old', done: old });
    expect(await fresh).toBe('R-2027-0001');
    expect(await old).toMatch(/^R-2026-\d{4}$/);
  });

  test('vector (21): the same command twice at the same moment is carried out once', async () => {
    const move = await agreeing(LEFT, 'a');
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const send = (db: D1Database) =>
      ask('POST', `/api/cases/${case1}/commands`, { as: move.as ?? '', body: move.body, headers, db });
    const { doorOf, letIn } = meeting(env.DB, 2);
    const one = send(doorOf('first'));
    const two = send(doorOf('second'));
    await letIn({ name: 'first', done: one }, { name: 'second', done: two });
    const texts = await Promise.all([one, two].map(async (answer) => (await answer).text()));
    expect(texts[0]).toBe(texts[1]);
    expect(await counted('SeatAgreed')).toBe(2);
  });
});
