import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView, CommandOutcome, Problem, StepNode, TaskCard, TaskList } from '../../schemas/generated/api.ts';
import { ask, clock } from './support/api.ts';
import { ballot } from './support/ballot.ts';
import { agree, command, done, taskOf, viewOf } from './support/campaign.ts';
import { publishWith } from './support/workspace.ts';

const [STARTER, ONE, TWO, GUARD, ADMIN] = ['u08', 'u18', 'u19', 'u21', 'u40'] as const;
const VOTERS = ['u15', 'u20', 'u02', 'u07'] as const;
const [A, B, C, D] = VOTERS;
let id: string;

beforeAll(() => publishWith(ballot));

beforeEach(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  const values = { ask: { what: '票决', pool: [ONE, TWO], voters: VOTERS, guard: GUARD } };
  const begun = ask('POST', '/api/cases', { as: STARTER, body: { process: 'ballot', values } });
  ({ id } = await done<CommandOutcome>(begun));
});

type Body = Readonly<Record<string, unknown>>;

async function act(as: string, body: Body): Promise<CommandOutcome> {
  clock.pass(1000);
  return done(command(id, as, body));
}

async function refusal(as: string, body: Body): Promise<Pick<Problem, 'status' | 'code' | 'params'>> {
  const answer = await command(id, as, body);
  const { status, code, params } = await answer.json<Problem>();
  return { status, code, ...(params && { params }) };
}

/** What a list says of the steps of this case. */
async function listed(
  as: string,
  box: 'todo' | 'done',
): Promise<readonly Pick<TaskCard, 'step' | 'outcome' | 'why'>[]> {
  const { items } = await done<TaskList>(ask('GET', `/api/tasks?box=${box}`, { as }));
  return items
    .filter((card) => card.case?.id === id)
    .map(({ step = '', outcome, why }) => ({ step, ...(outcome && { outcome }), ...(why && { why }) }));
}

const stepIn = ({ picture }: CaseView, step: string): StepNode | undefined =>
  picture.flatMap((node) => ('branches' in node ? [] : [node])).find((node) => node.step === step);

const seatOf = (view: CaseView, step: string, person: string) =>
  stepIn(view, step)?.seats.find((seat) => seat.person === person);

async function abstain(as: string): Promise<CommandOutcome> {
  const { step, seen } = await taskOf(id, as);
  return act(as, { do: 'abstain', step, seen });
}

async function untilCounted(): Promise<void> {
  await agree(id, ONE);
}

async function untilShrunk(): Promise<void> {
  await untilCounted();
  for (const voter of [A, B]) await agree(id, voter);
}

describe('a task of a pool', () => {
  const claim = { do: 'claim', step: 'take' };
  const release = { do: 'release', step: 'take' };

  test('that somebody claims is in nobody else’s list, and they are told who has it', async () => {
    expect([await listed(ONE, 'todo'), await listed(TWO, 'todo')]).toEqual([[{ step: 'take' }], [{ step: 'take' }]]);
    const { seen, actions } = await taskOf(id, TWO);
    expect(actions).toContain('claim');
    await act(ONE, claim);
    expect([await listed(ONE, 'todo'), await listed(TWO, 'todo')]).toEqual([[{ step: 'take' }], []]);
    const taken = { status: 409, code: 'taken', params: { step: 'take', person: ONE } };
    expect(await refusal(TWO, { do: 'agree', step: 'take', seen })).toEqual(taken);
    expect(await refusal(TWO, claim)).toEqual(taken);
    const view = await viewOf(id, STARTER);
    expect(seatOf(view, 'take', ONE)).toMatchObject({ status: 'open', claimed: true });
    expect(seatOf(view, 'take', TWO)).toMatchObject({ status: 'held' });
  });

  test.each([
    ['whoever claimed it', ONE],
    ['an administrator', ADMIN],
  ])('is released by %s, and everybody has it again', async (_, by) => {
    await act(ONE, claim);
    expect(await refusal(TWO, release)).toMatchObject({
      status: 403,
      code: 'not-allowed',
      params: { why: 'not-yours' },
    });
    await act(by, release);
    expect([await listed(ONE, 'todo'), await listed(TWO, 'todo')]).toEqual([[{ step: 'take' }], [{ step: 'take' }]]);
    await act(TWO, claim);
    expect(await listed(ONE, 'todo')).toEqual([]);
    expect((await taskOf(id, TWO)).actions).toContain('release');
  });

  test('that was decided is among what is done, of the others as decided by somebody else', async () => {
    await act(ONE, claim);
    await untilCounted();
    expect(await listed(ONE, 'done')).toEqual([{ step: 'take', outcome: 'agreed' }]);
    expect(await listed(TWO, 'done')).toEqual([{ step: 'take', outcome: 'cancelled', why: 'decided-any' }]);
    expect(await listed(TWO, 'todo')).toEqual([]);
  });
});

describe('an abstention', () => {
  test('that counts leaves the number of votes needed as it was', async () => {
    await untilCounted();
    await abstain(A);
    await abstain(B);
    expect(await listed(A, 'done')).toEqual([{ step: 'counted', outcome: 'abstained' }]);
    await agree(id, C);
    expect(stepIn(await viewOf(id, STARTER), 'counted')).toMatchObject({
      state: 'open',
      votes: { needed: 2, of: 4, agreed: 1, abstained: 2 },
    });
    await agree(id, D);
    expect((await viewOf(id, D)).tasks).toMatchObject([{ step: 'shrunk' }]);
  });

  test('that shrinks the votes decides with fewer of them', async () => {
    await untilShrunk();
    await abstain(A);
    await abstain(B);
    expect(stepIn(await viewOf(id, STARTER), 'shrunk')).toMatchObject({ votes: { needed: 1, of: 2, abstained: 2 } });
    await agree(id, C);
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'completed' });
    expect(await listed(A, 'done')).toContainEqual({ step: 'shrunk', outcome: 'abstained' });
    expect(await listed(D, 'done')).toContainEqual({ step: 'shrunk', outcome: 'cancelled', why: 'votes-reached' });
  });

  test('is given once, and seen by what it was given on', async () => {
    await untilCounted();
    const { seen } = await taskOf(id, A);
    expect(await refusal(A, { do: 'abstain', step: 'counted', seen: '0'.repeat(64) })).toMatchObject({
      status: 409,
      code: 'content-changed',
    });
    await act(A, { do: 'abstain', step: 'counted', seen });
    expect((await refusal(A, { do: 'abstain', step: 'counted', seen })).status).toBe(403);
  });
});

describe('a vote that is decided early', () => {
  test('tells those whose votes are not needed any more, in their list and in the picture', async () => {
    await untilShrunk();
    const ended = { step: 'counted', outcome: 'cancelled', why: 'votes-reached' };
    expect([await listed(C, 'done'), await listed(D, 'done')]).toEqual([[ended], [ended]]);
    expect(await listed(C, 'todo')).toEqual([{ step: 'shrunk' }]);
    const view = await viewOf(id, C);
    expect(seatOf(view, 'counted', C)).toMatchObject({
      status: 'cancelled',
      end: { rule: 'votes-reached', params: { by: B } },
    });
    expect(stepIn(view, 'counted')).toMatchObject({ state: 'done', votes: { needed: 2, of: 4, agreed: 2 } });
  });

  test('takes no vote that comes after it', async () => {
    await untilCounted();
    const { seen } = await taskOf(id, C);
    for (const voter of [A, B]) await agree(id, voter);
    expect(await refusal(C, { do: 'agree', step: 'counted', seen })).toMatchObject({ status: 409, code: 'step-moved' });
  });
});

describe('cancelling (作废)', () => {
  const cancel = { do: 'cancel', opinion: '重复。' };

  test('is for the role the process names, and for nobody else', async () => {
    for (const as of [STARTER, ONE]) {
      const refused = { status: 403, code: 'not-allowed', params: { action: 'cancel', why: 'not-yours' } };
      expect(await refusal(as, cancel)).toEqual(refused);
      expect((await viewOf(id, as)).may).not.toContain('cancel');
    }
    expect((await viewOf(id, GUARD)).may).toContain('cancel');
    expect(await refusal(GUARD, { ...cancel, opinion: ' ' })).toMatchObject({ code: 'opinion-required' });
    await act(GUARD, cancel);
    expect(await viewOf(id, STARTER)).toMatchObject({ status: 'cancelled', interventions: [] });
    for (const as of [ONE, TWO]) {
      expect(await listed(as, 'todo')).toEqual([]);
      expect(await listed(as, 'done')).toEqual([{ step: 'take', outcome: 'cancelled', why: 'voided' }]);
    }
  });

  test('ends it for good', async () => {
    const { seen } = await taskOf(id, ONE);
    await act(GUARD, cancel);
    expect(await refusal(ONE, { do: 'agree', step: 'take', seen })).toMatchObject({ status: 409, code: 'not-open' });
  });
});

describe('a case that is held', () => {
  test('stays in the list of who is asked, takes no decision, no claim and no abstention until it is resumed', async () => {
    const { seen } = await taskOf(id, ONE);
    await act(ADMIN, { do: 'hold', opinion: '核对。' });
    for (const body of [{ do: 'agree', seen }, { do: 'claim' }, { do: 'abstain', seen }])
      expect(await refusal(ONE, { step: 'take', ...body })).toMatchObject({ status: 409, code: 'held' });
    expect(await listed(ONE, 'todo')).toEqual([{ step: 'take' }]);
    await act(ADMIN, { do: 'resume', opinion: '核对完毕。' });
    await agree(id, ONE);
    expect(await listed(ONE, 'done')).toEqual([{ step: 'take', outcome: 'agreed' }]);
  });

  test('is held and resumed by the role that may cancel it', async () => {
    await act(GUARD, { do: 'hold', opinion: '核对。' });
    expect(await viewOf(id, STARTER)).toMatchObject({ held: { by: GUARD } });
    await act(GUARD, { do: 'resume', opinion: '核对完毕。' });
    expect(await viewOf(id, STARTER)).not.toHaveProperty('held');
  });
});

describe('a decision that is taken back (拿回)', () => {
  const back = { do: 'takeBack', step: 'take', opinion: '再想想。' };

  test('asks its person again and ends what followed, which says why', async () => {
    await untilCounted();
    clock.pass(1000);
    await act(ONE, back);
    expect(await listed(ONE, 'todo')).toEqual([{ step: 'take' }]);
    expect(await listed(ONE, 'done')).toEqual([{ step: 'take', outcome: 'superseded' }]);
    expect(await listed(A, 'todo')).toEqual([]);
    expect(await listed(A, 'done')).toEqual([{ step: 'counted', outcome: 'cancelled', why: 'taken-back' }]);
  });

  test('is refused once somebody asked next has opened the case', async () => {
    await untilCounted();
    clock.pass(1000);
    const { version } = await viewOf(id, A);
    await ask('POST', `/api/cases/${id}/views`, { as: A, body: { version } });
    expect(await refusal(ONE, back)).toEqual({
      status: 403,
      code: 'not-allowed',
      params: { action: 'takeBack', why: 'viewed' },
    });
    expect(await listed(A, 'todo')).toEqual([{ step: 'counted' }]);
  });
});
