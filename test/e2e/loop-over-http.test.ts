import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CaseView,
  CommandOutcome,
  EntryList,
  LedgerPage,
  SessionView,
  TaskList,
} from '../../schemas/generated/api.ts';
import { type Answer, Person } from '../support/api.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';

/** The loop of source document 001 through the API alone, as somebody with curl and the OpenAPI document would do it. */
let product: Product;
const people = new Map<string, Person>();
const plan = withRows(valuesOf('supervision', 'campaign-approval')['price-promotion'] ?? {});
const review = valuesOf('supervision', 'campaign-approval')['good-review'] ?? {};
const checklist = withRows(valuesOf('supervision', 'campaign-approval')['clean-checklist'] ?? {});

beforeAll(async () => {
  product = await serve();
});
afterAll(async () => {
  await product?.stop();
});

async function as(id: string): Promise<Person> {
  const known = people.get(id) ?? (await Person.signIn(product.url, id));
  people.set(id, known);
  return known;
}

async function setClock(local: string): Promise<void> {
  const answer = await (await as('u40')).request('POST', '/api/development/clock', {
    now: new Date(`${local}+08:00`).toISOString(),
  });
  expect(answer.status).toBeLessThan(300);
}

async function decide(id: string, caseId: string, step: string, rest: Record<string, unknown>): Promise<Answer> {
  const person = await as(id);
  const view = await person.get<CaseView>(`/api/cases/${caseId}`);
  const task = view.tasks.find((each) => each.step === step);
  const seen = rest.do === 'agree' || rest.do === 'submit' ? { seen: task?.seen } : {};
  return person.command(`/api/cases/${caseId}/commands`, { step, ...seen, ...rest });
}

const ok = (answer: Answer): CommandOutcome => {
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  return answer.body as CommandOutcome;
};
const waiting = async (id: string, box = 'todo'): Promise<string[]> =>
  (await (await as(id)).get<TaskList>(`/api/tasks?box=${box}`)).items.flatMap((task) =>
    task.step === undefined ? [] : [task.step],
  );

let caseId = '';

test('the document of the API names every route the story needs', async () => {
  const answer = await fetch(`${product.url}/api/openapi.json`);
  const document: { openapi: string; paths: Record<string, unknown> } = await answer.json();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/api/session',
      '/api/processes/{id}',
      '/api/cases',
      '/api/cases/{id}',
      '/api/cases/{id}/commands',
      '/api/cases/{id}/events',
      '/api/tasks',
      '/api/ledgers/{id}/rows',
    ]),
  );
});

test('a plan that is over budget, incomplete or forged is refused at its place and leaves nothing behind', async () => {
  await setClock('2026-11-02T09:00');
  const u08 = await as('u08');
  const { name: _, ...nameless } = plan.plan ?? {};
  const incomplete = await u08.command('/api/cases', { process: 'campaign-approval', values: { plan: nameless } });
  expect(incomplete).toMatchObject({
    status: 422,
    body: { code: 'invalid-values', issues: [{ code: 'required', path: '/plan/name' }] },
  });
  const forged = await u08.command('/api/cases', {
    process: 'campaign-approval',
    values: { plan: { ...plan.plan, total: '1.00' }, review: { score: 100 } },
  });
  expect(forged).toMatchObject({ status: 422, body: { code: 'invalid-values' } });
  expect(await (await as('u39')).get<{ items: unknown[] }>('/api/cases')).toMatchObject({ items: [] });
});

test('the project leader files a price promotion of 300,000 and the supervisor returns it', async () => {
  const started = ok(await (await as('u08')).command('/api/cases', { process: 'campaign-approval', values: plan }));
  expect(started).toMatchObject({ number: 'FA-2026-0001', status: 'open' });
  caseId = started.id;
  expect(await waiting('u18')).toEqual(['first']);
  ok(await decide('u18', caseId, 'first', { do: 'return', to: 'draft', opinion: '请补充活动目标的基期依据' }));
  expect(await waiting('u08')).toEqual(['draft']);
});

test('after the resubmission compliance, then legal counsel and finance side by side, then the president decide', async () => {
  ok(
    await decide('u08', caseId, 'draft', {
      do: 'submit',
      values: { plan: { content: '冬装满 1000 元减 200 元。基期取去年同期。' } },
    }),
  );
  ok(await decide('u18', caseId, 'first', { do: 'agree', values: review }));
  ok(await decide('u19', caseId, 'compliance', { do: 'agree', values: checklist }));
  expect([await waiting('u20'), await waiting('u15')]).toEqual([['counsel'], ['money']]);
  ok(await decide('u20', caseId, 'counsel', { do: 'agree', values: { advice: { opinion: '原价依据齐全。' } } }));
  ok(await decide('u15', caseId, 'money', { do: 'agree', values: {} }));
  expect([await waiting('u02'), await waiting('u01'), await waiting('u03')]).toEqual([['final'], [], []]);
  expect(ok(await decide('u02', caseId, 'final', { do: 'agree' }))).toMatchObject({ status: 'completed' });
});

test('the plan is in the campaign ledger, with a link to its case', async () => {
  const ledger = await (await as('u18')).get<LedgerPage>('/api/ledgers/campaigns/rows');
  expect(ledger.items).toMatchObject([
    { case: caseId, cells: { name: '湖滨冬季价格促销', budget: '300000.00', state: 'approved' } },
  ]);
});

test('on the next Friday the weekly report waits, and a deviation opens an issue', async () => {
  await setClock('2026-11-27T08:00');
  await expect.poll(() => waiting('u08'), { timeout: 20_000 }).toEqual(['write']);
  const u08 = await as('u08');
  const [task] = (await u08.get<TaskList>('/api/tasks?box=todo')).items;
  const reportId = task?.case?.id ?? '';
  const report = await u08.get<CaseView>(`/api/cases/${reportId}`);
  expect(report.cause).toMatchObject({ id: caseId });
  const rows = (field: string) => (report.values.report?.[field] ?? []) as Record<string, unknown>[];
  const steps = rows('steps').map(({ _row }) => ({ _row, progress: '10', status: 'in-progress' }));
  const results = rows('results').map(({ _row }) => ({ _row, actual: '1' }));
  const values = {
    report: {
      done: '第一周',
      spent: [{ _row: 'r1', category: 'discount', amount: '150000.00' }],
      steps,
      results,
      next: '加大宣传',
    },
  };
  ok(await decide('u08', reportId, 'write', { do: 'submit', values }));
  ok(
    await decide('u18', reportId, 'read', {
      do: 'agree',
      values: { review: { mark: 'abnormal', opinion: '费用超前' } },
    }),
  );
  await expect
    .poll(async () => (await u08.get<CaseView>(`/api/cases/${reportId}`)).children.map((child) => child.process), {
      timeout: 20_000,
    })
    .toEqual(['campaign-issue']);
});

test('the auditor sees every entry, what changed in it, who saw what, and that the chain is intact', async () => {
  const u39 = await as('u39');
  await (await as('u18')).request('POST', `/api/cases/${caseId}/views`, {
    version: (await (await as('u18')).get<CaseView>(`/api/cases/${caseId}`)).version,
  });
  const history = await u39.get<EntryList>(`/api/cases/${caseId}/events`);
  expect(history.integrity).toMatchObject({ state: 'intact' });
  expect(history.items.map(({ by, what }) => `${by} ${what}`).slice(0, 4)).toEqual([
    'u08 CaseStarted',
    'u18 StepReturned',
    'u08 StepSubmitted',
    'u18 SeatAgreed',
  ]);
  expect(history.items[2]?.changes).toMatchObject([
    { path: '/plan/content', before: expect.stringContaining('围巾'), after: expect.stringContaining('基期') },
  ]);
  expect(history.items[3]?.seen).toMatch(/^[0-9a-f]{64}$/);
  expect(history.views).toMatchObject([{ person: 'u18' }]);
});

test('somebody who has nothing to do with a case is told that it does not exist', async () => {
  const answer = await (await as('u30')).request('GET', `/api/cases/${caseId}`);
  expect(answer.status).toBe(404);
  expect((await fetch(`${product.url}/api/cases/${caseId}`)).status).toBe(401);
  expect(await (await as('u30')).get<SessionView>('/api/session')).toMatchObject({ roles: [] });
});
