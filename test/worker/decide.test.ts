import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { compileForms, settle } from '#engine';
import type { CaseView, CommandOutcome, ProcessView } from '../../schemas/generated/api.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import type { DecisionTableDocument } from '../../schemas/generated/table.ts';
import { Store } from '../../worker/src/store/database.ts';
import { publish } from '../../worker/src/store/publish.ts';
import { ask, clock } from './support/api.ts';
import { bundle } from './support/workspace.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
/** The key of the outputs; an object with it written out looks like a promise. */
const THEN = 'then';

const grades: DecisionTableDocument = {
  format: 'table/v1',
  id: 'risk-of-test',
  title: words('风险等级'),
  hit: 'first',
  inputs: {
    likelihood: { type: 'integer', title: words('可能性') },
    impact: { type: 'integer', title: words('影响') },
  },
  outputs: { grade: { type: 'text', title: words('等级') } },
  rules: [
    { when: { likelihood: '>= 2', impact: '>= 2' }, [THEN]: { grade: '高' } },
    { when: {}, [THEN]: { grade: '低' } },
  ],
  tests: [{ given: { likelihood: 3, impact: 1 }, expect: { grade: '低' } }],
};

const assessing: ProcessDocument = {
  format: 'process/v1',
  id: 'assessing',
  title: words('评估'),
  area: 'supervision',
  calendar: 'cn-work',
  number: { format: 'A-{seq:4}', reset: 'never' },
  subject: 'risk.what',
  roles: { starter: { starter: true } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: {
    risk: {
      title: words('风险'),
      fields: {
        what: { type: 'text', title: words('内容'), required: true },
        likelihood: { type: 'integer', title: words('可能性') },
        impact: { type: 'integer', title: words('影响') },
        grade: {
          type: 'text',
          title: words('等级'),
          decide: {
            table: 'risk-of-test',
            input: { likelihood: 'risk.likelihood', impact: 'risk.impact' },
            output: 'grade',
          },
        },
      },
    },
  },
  steps: [{ draft: { fill: 'risk', by: 'starter', title: words('填写') } }],
};

beforeAll(async () => {
  const workspace = { ...bundle.workspace, tables: { ...bundle.workspace.tables, [grades.id]: grades } };
  const processes = { ...bundle.processes, [assessing.id]: { document: assessing, foreign: {} } };
  const stamp = { author: 'system', reason: 'test', at: clock.now() };
  const published = await publish(new Store(env.DB), { ...bundle, workspace, processes }, stamp);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
});

test('the page gets the table it asks, without tests, and comes to the verdict of the server', async () => {
  const page = await ask('GET', '/api/processes/assessing', { as: 'u08' });
  expect(page.status).toBe(200);
  const { environment, forms } = await page.json<ProcessView>();
  expect(Object.keys(environment.tables ?? {})).toEqual(['risk-of-test']);
  expect(environment.tables?.['risk-of-test']).not.toHaveProperty('tests');
  const model = compileForms(Object.fromEntries(forms.map((form) => [form.id, form])), [], environment);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  const typed = { risk: { what: '停电', likelihood: 2, impact: 3 } };
  const settled = settle(model.value, typed, { lookups: {}, settings: {} } as never);
  expect(settled.risk?.grade).toBe('高');

  const answer = await ask('POST', '/api/cases', { as: 'u08', body: { process: 'assessing', values: typed } });
  expect(answer.status).toBe(201);
  const { id } = await answer.json<CommandOutcome>();
  const { values } = await (await ask('GET', `/api/cases/${id}`, { as: 'u08' })).json<CaseView>();
  expect(values.risk).toEqual(settled.risk);
});

test('a verdict that is sent instead is not believed', async () => {
  const risk = { what: '停电', likelihood: 3, impact: 3, grade: '低' };
  const answer = await ask('POST', '/api/cases', { as: 'u08', body: { process: 'assessing', values: { risk } } });
  expect(answer.status).toBe(201);
  const { id } = await answer.json<CommandOutcome>();
  const { values } = await (await ask('GET', `/api/cases/${id}`, { as: 'u08' })).json<CaseView>();
  expect(values.risk).toMatchObject({ grade: '高' });
});
