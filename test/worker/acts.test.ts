import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView, EntryList, PreviewView, Problem } from '../../schemas/generated/api.ts';
import { ask, clock } from './support/api.ts';
import { agree, command, done, plan, review, start, taskOf, viewOf } from './support/campaign.ts';
import { publishDemo } from './support/workspace.ts';

const MONDAY = '2026-11-23T01:00:00.000Z';
const DAY = 24 * 60 * 60 * 1000;

beforeAll(publishDemo);
beforeEach(() => clock.set(MONDAY));

type Body = Record<string, unknown>;

/** Sends a command that has to be carried out; decisions name what was seen. */
async function act(id: string, as: string, body: Body): Promise<CaseView> {
  await done(command(id, as, body));
  return viewOf(id, as);
}

async function refusal(id: string, as: string, body: Body): Promise<Pick<Problem, 'status' | 'code' | 'params'>> {
  const answer = await command(id, as, body);
  const { status, code, params } = await answer.json<Problem>();
  return { status, code, ...(params && { params }) };
}

const log = (id: string, as: string): Promise<EntryList> => done(ask('GET', `/api/cases/${id}/events`, { as }));
const stepIn = ({ picture }: CaseView, step: string) =>
  picture
    .flatMap((node) => ('branches' in node ? node.branches.flatMap(({ nodes }) => nodes) : [node]))
    .find((node) => node.step === step);

describe('asking others', () => {
  test('a signer added before decides without the form, then it is the adder’s again', async () => {
    const { id } = await start();
    const { seen } = await taskOf(id, 'u18');
    const add = { do: 'addSigners', step: 'first', seen, place: 'before', people: ['u19'], opinion: '请看规则。' };
    expect(await refusal(id, 'u08', add)).toMatchObject({ status: 403, code: 'not-your-task' });
    expect(await refusal(id, 'u18', { ...add, people: ['x01'] })).toEqual({
      status: 422,
      code: 'add-not-allowed',
      params: { to: 'x01', why: 'external' },
    });
    const waiting = await act(id, 'u18', add);
    expect(waiting).toMatchObject({ tasks: [], removable: [{ step: 'first', seat: 3, person: 'u19' }] });
    const task = await taskOf(id, 'u19');
    expect(task).toMatchObject({ place: 'before', from: 2, edit: [], rejects: 'asker' });
    expect(task).not.toHaveProperty('form');
    await agree(id, 'u19');
    expect(await taskOf(id, 'u18')).toMatchObject({ step: 'first', form: 'review' });
  });

  test('an added signer is taken away again by who added them and nobody else', async () => {
    const { id } = await start();
    const { seen } = await taskOf(id, 'u18');
    await act(id, 'u18', {
      do: 'addSigners',
      step: 'first',
      seen,
      place: 'parallel',
      people: ['u19'],
      opinion: '一起看。',
    });
    const remove = { do: 'removeSigner', step: 'first', seat: 3, opinion: '不需要了。' };
    expect(await refusal(id, 'u08', remove)).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await act(id, 'u18', remove)).removable).toEqual([]);
    expect(stepIn(await viewOf(id, 'u18'), 'first')).toMatchObject({
      seats: [{ person: 'u18' }, { person: 'u19', status: 'cancelled', end: { rule: 'removed' } }],
    });
  });

  test('advice comes back to the owner with its words, and decides nothing', async () => {
    const { id } = await start();
    const ask20 = { do: 'delegate', step: 'first', to: 'u20', opinion: '法律风险？' };
    expect(await refusal(id, 'u18', { ...ask20, to: 'u08' })).toMatchObject({
      code: 'delegate-not-allowed',
      params: { why: 'starter' },
    });
    await act(id, 'u18', ask20);
    expect((await taskOf(id, 'u20')).actions).toContain('advise');
    const agreeing = { do: 'agree', step: 'first', seen: (await taskOf(id, 'u20')).seen };
    expect(await refusal(id, 'u20', agreeing)).toMatchObject({ code: 'not-your-task' });
    await act(id, 'u20', { do: 'advise', step: 'first', opinion: '没有。' });
    expect(stepIn(await viewOf(id, 'u18'), 'first')).toMatchObject({
      seats: [
        { person: 'u18', status: 'open' },
        { person: 'u20', status: 'advised', opinion: '没有。' },
      ],
    });
  });

  test('a question and its answer are read by those two and by whoever reads opinions', async () => {
    const { id } = await start();
    await act(id, 'u18', { do: 'consult', step: 'first', to: 'u15', question: '预算够吗？' });
    const reply = { do: 'reply', consultation: 1, text: '够。' };
    expect(await refusal(id, 'u08', reply)).toMatchObject({ status: 403, params: { why: 'not-yours' } });
    const mine = await act(id, 'u15', reply);
    expect(mine).toMatchObject({ tasks: [], consultations: [{ id: 1, by: 'u18', to: 'u15', answer: '够。' }] });
    expect((await viewOf(id, 'u18')).consultations).toHaveLength(1);
    expect((await viewOf(id, 'u40')).consultations).toEqual([]);
    expect(JSON.stringify(await log(id, 'u40'))).not.toContain('预算够吗？');
    expect(JSON.stringify(await log(id, 'u15'))).toContain('预算够吗？');
  });

  test('the starter urges, not twice in four hours', async () => {
    const { id } = await start();
    expect(await refusal(id, 'u40', { do: 'urge' })).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await act(id, 'u08', { do: 'urge', text: '请尽快。' })).toMatchObject({
      may: expect.arrayContaining(['urge']),
      urgeFrom: '2026-11-23T05:00:00.000Z',
    });
    expect(await refusal(id, 'u08', { do: 'urge' })).toMatchObject({
      code: 'urged-lately',
      params: { until: '2026-11-23T05:00:00.000Z' },
    });
  });

  test('what a process does not offer is refused by name', async () => {
    const { id } = await start();
    const { seen } = await taskOf(id, 'u18');
    for (const body of [{ do: 'abstain', seen }, { do: 'claim' }, { do: 'release' }])
      expect(await refusal(id, 'u18', { step: 'first', ...body })).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await refusal(id, 'u08', { do: 'cancel', opinion: '重复。' })).toMatchObject({ code: 'not-allowed' });
    expect(await refusal(id, 'u08', { do: 'revoke', opinion: '不办了。' })).toMatchObject({ code: 'not-allowed' });
  });
});

describe('taking a decision back', () => {
  const back = { do: 'takeBack', step: 'first', opinion: '再想想。' };

  test('is possible until somebody after it opens the case', async () => {
    const { id } = await start();
    await agree(id, 'u18', review);
    expect((await viewOf(id, 'u18')).takeBack).toMatchObject([{ step: 'first' }]);
    expect(await refusal(id, 'u19', back)).toMatchObject({ params: { why: 'not-yours' } });
    await act(id, 'u18', back);
    expect(await taskOf(id, 'u18')).toMatchObject({ step: 'first' });

    clock.pass(1000);
    await agree(id, 'u18', review);
    clock.pass(1000);
    const { version } = await viewOf(id, 'u19');
    await ask('POST', `/api/cases/${id}/views`, { as: 'u19', body: { version } });
    expect((await viewOf(id, 'u18')).takeBack).toEqual([]);
    expect(await refusal(id, 'u18', back)).toMatchObject({ status: 403, params: { why: 'viewed' } });
  });
});

describe('administrators', () => {
  test('find every case, see who is asked, and read none of its content', async () => {
    const { id } = await start();
    const view = await viewOf(id, 'u40');
    expect(view).toMatchObject({ forms: [], values: {}, tasks: [] });
    expect(view.may).toEqual(expect.arrayContaining(['hold', 'terminate', 'jump', 'reassign', 'changeDue']));
    expect((await viewOf(id, 'u08')).may).not.toEqual(expect.arrayContaining(['hold']));
  });

  test('hold a case, on which nobody acts, and resume it with its deadline moved', async () => {
    const { id } = await start();
    const hold = { do: 'hold', opinion: '核对合同。' };
    expect(await refusal(id, 'u08', hold)).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await act(id, 'u40', hold)).toMatchObject({ held: { by: 'u40', opinion: '核对合同。' } });
    const task = await taskOf(id, 'u18');
    expect(task.actions).toEqual([]);
    expect(await refusal(id, 'u18', { do: 'agree', step: 'first', seen: task.seen, values: review })).toMatchObject({
      status: 409,
      code: 'held',
    });
    clock.pass(DAY);
    const resumed = await act(id, 'u40', { do: 'resume', opinion: '核对完毕。' });
    expect(resumed).not.toHaveProperty('held');
    expect(stepIn(resumed, 'first')).toMatchObject({ due: { at: '2026-11-26T16:00:00.000Z' } });
  });

  test('give a seat to somebody else, under the same rules, for everybody to see', async () => {
    const { id } = await start();
    const reassign = { do: 'reassign', step: 'first', seat: 2, to: 'u19', opinion: '休假。' };
    expect(await refusal(id, 'u18', reassign)).toMatchObject({ params: { why: 'not-an-administrator' } });
    expect(await refusal(id, 'u40', { ...reassign, to: 'u08' })).toMatchObject({ params: { why: 'starter' } });
    await act(id, 'u40', reassign);
    expect(await viewOf(id, 'u08')).toMatchObject({
      interventions: [{ kind: 'reassigned', by: 'u40', opinion: '休假。', step: 'first' }],
    });
    expect((await log(id, 'u08')).items.at(-1)).toMatchObject({ what: 'SeatMoved', forced: true, to: 'u19' });
  });

  test('move a deadline, in local time and into the future', async () => {
    const { id } = await start();
    const change = { do: 'changeDue', step: 'first', due: '2026-12-01T18:00', opinion: '出差。' };
    expect(await refusal(id, 'u18', change)).toMatchObject({ status: 403 });
    expect(await refusal(id, 'u40', { ...change, due: '2026-11-01T18:00' })).toMatchObject({ code: 'bad-due' });
    expect(stepIn(await act(id, 'u40', change), 'first')).toMatchObject({ due: { at: '2026-12-01T10:00:00.000Z' } });
  });

  test('move a case past steps, which then say that nobody decided them', async () => {
    const { id } = await start();
    const jump = { do: 'jump', to: 'money', opinion: '初审人不在。' };
    expect(await refusal(id, 'u18', jump)).toMatchObject({ params: { why: 'not-an-administrator' } });
    const view = await act(id, 'u40', jump);
    expect(stepIn(view, 'first')).toMatchObject({ state: 'done', passed: true });
    expect(await taskOf(id, 'u15')).toMatchObject({ step: 'money' });
  });

  test('end a case, and it says who did', async () => {
    const { id } = await start();
    const terminate = { do: 'terminate', opinion: '重复提交。' };
    expect(await refusal(id, 'u08', terminate)).toMatchObject({ status: 403 });
    expect(await act(id, 'u40', terminate)).toMatchObject({
      status: 'cancelled',
      interventions: [{ kind: 'cancelled', by: 'u40' }],
    });
  });
});

describe('edits at the same time', () => {
  test('of other fields are merged, of the same field are answered with both values', async () => {
    const { id } = await start();
    await done(command(id, 'u18', { do: 'return', step: 'first', to: 'draft', opinion: '请补充。' }));
    const { version } = await viewOf(id, 'u08');
    const opened = await taskOf(id, 'u08');
    const submit = (seen: string, base: number, values: Body) =>
      command(id, 'u08', { do: 'submit', step: 'draft', seen, base, values: { plan: values } });
    await done(submit(opened.seen, version, { content: '网站公示。' }));
    await done(command(id, 'u18', { do: 'return', step: 'first', to: 'draft', opinion: '再补充。' }));

    const overlapping = await submit(opened.seen, version, { content: '门店公示。' });
    expect(overlapping.status).toBe(409);
    expect(await overlapping.json<Problem>()).toMatchObject({
      code: 'overlapping-edit',
      params: { fields: [{ path: 'plan.content', mine: '门店公示。', theirs: '网站公示。' }] },
      present: { id },
    });
    await done(submit(opened.seen, version, { content: plan.plan?.content, place: '杭州大厦' }));
    expect(await viewOf(id, 'u18')).toMatchObject({
      values: { plan: { content: '网站公示。', place: '杭州大厦' } },
    });
  });
});

describe('the preview of a process', () => {
  const preview = (as: string, values: Body) =>
    ask('POST', '/api/processes/campaign-approval/preview', { as, body: { values: { plan: values } } });

  test('says who would decide with exactly these values, and starts nothing', async () => {
    const { picture } = await done<PreviewView>(preview('u08', { ...plan.plan }));
    const final = picture.find(({ step }) => step === 'final');
    expect(final).toMatchObject({ seats: [{ person: 'u02', reason: { rule: 'table', params: { row: '2' } } }] });
    expect(picture.find(({ step }) => step === 'replace')).toMatchObject({
      branches: [{ expected: 'skipped' }, { expected: 'taken' }],
    });
  });

  test('is for those who may start it, and takes only what they may write', async () => {
    const report = '/api/processes/campaign-weekly-report/preview';
    expect((await ask('POST', report, { as: 'u08', body: { values: {} } })).status).toBe(403);
    expect((await preview('u08', { total: '1' })).status).toBe(422);
  });
});
