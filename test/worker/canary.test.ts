import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CommandOutcome } from '../../schemas/generated/api.ts';
import type { Field, ProcessDocument } from '../../schemas/generated/process.ts';
import { routes } from '../../worker/src/http/routes.ts';
import { ask, clock } from './support/api.ts';
import { done, taskOf } from './support/campaign.ts';
import { bytes, uploaded } from './support/handout.ts';
import { publishDemo, publishWith } from './support/workspace.ts';

const STARTER = 'u08';
/** Asked to approve, shown one field of ten. */
const CHECKER = 'u18';
const STRANGER = 'u20';
const ADMIN = 'u40';
/** Values that nobody else may meet: words, an amount, a number, a name typed as a signature. */
const WORD = 'KANARIE-7f3a';
/** What a search would find it by; answers may repeat what was asked for. */
const PART = WORD.slice(0, 9);
const AMOUNT = '918273.64';
const NUMBER = '13812349876';
const CANARIES = [WORD, AMOUNT, NUMBER];

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const secret: Readonly<Record<string, Field>> = {
  why: { type: 'text', title: words('原因') },
  story: { type: 'longText', title: words('经过') },
  rich: { type: 'richText', title: words('说明') },
  cost: { type: 'money', title: words('成本价') },
  phone: { type: 'phone', title: words('电话') },
  grid: {
    type: 'matrix',
    title: words('月度'),
    rows: [{ id: 'a', title: words('甲') }],
    columns: 'months',
    cell: 'money',
  },
  sign: { type: 'signature', title: words('签名') },
  doubled: { type: 'text', title: words('重复'), compute: 'memo.why + memo.why' },
  lines: {
    type: 'table',
    title: words('明细'),
    columns: { what: { type: 'text', title: words('名称') }, price: { type: 'money', title: words('底价') } },
  },
  papers: { type: 'files', title: words('附件') },
};
const memo: ProcessDocument = {
  format: 'process/v1',
  id: 'memo',
  title: words('备忘'),
  area: 'supervision',
  number: { format: 'M-{seq:4}', reset: 'never' },
  subject: 'memo.what',
  summary: ['memo.what', 'memo.cost', 'memo.why'],
  calendar: 'cn-work',
  startable: true,
  roles: { writer: { starter: true }, checker: { post: 'supervision-manager' } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: {
    memo: { title: words('备忘'), fields: { what: { type: 'text', title: words('内容'), required: true }, ...secret } },
  },
  checks: [
    { that: 'empty(memo.cost) || memo.cost > 0', at: 'memo.cost', else: words('成本价必须为正') },
    { that: 'empty(memo.why) || memo.what != memo.why', at: 'memo.what', else: words('内容不能与原因相同') },
  ],
  steps: [
    { write: { title: words('填写'), fill: 'memo', by: 'writer' } },
    { check: { title: words('审核'), approve: 'checker', see: ['memo.what'], return: { to: ['write'] } } },
    { again: { title: words('补充'), fill: 'memo', by: 'writer' } },
  ],
};

let known: Readonly<Record<string, readonly string[]>> = {};
let id = '';
let seen = '';

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  await publishWith(memo);
  const file = await uploaded(STARTER, `${WORD}.pdf`, bytes('%PDF-1.7 secret'));
  const values = {
    memo: {
      what: '普通内容',
      why: WORD,
      story: `先${WORD}后`,
      rich: [{ type: 'paragraph', spans: [{ text: WORD, bold: true }] }],
      cost: AMOUNT,
      phone: NUMBER,
      grid: { a: { m01: AMOUNT } },
      sign: { typed: WORD },
      lines: [{ _row: 'r1', what: WORD, price: AMOUNT }],
      papers: [file],
    },
  };
  await done(
    ask('PUT', '/api/drafts/draft-of-the-canary', { as: STARTER, body: { process: 'memo', version: 1, values } }),
  );
  const started = await done<CommandOutcome>(
    ask('POST', '/api/cases', { as: STARTER, body: { process: 'memo', values } }),
  );
  id = started.id;
  seen = (await taskOf(id, CHECKER)).seen;
  known = {
    '/api/files/': [file.id, file.sha256],
    '/api/cases/': [id],
    '/api/processes/': ['memo'],
    '/api/drafts/': ['draft-of-the-canary'],
    '/api/ledgers/': ['budget', 'campaigns', 'issues', 'sales-actuals'],
    '/api/duties/': ['sales-data-feedback', 'memo'],
    '/api/people/': [STARTER],
    '/api/templates/': ['template-of-the-canary'],
  };
});

/** The addresses of a route, with every id that could fit; queries that search for the canary. */
function addressesOf(path: string): readonly string[] {
  const ids = Object.entries(known).find(([prefix]) => path.startsWith(prefix))?.[1] ?? ['none'];
  const plain = path.includes('{')
    ? ids.map((each) =>
        path
          .replace('{version}', '1')
          .replace('{row}', id)
          .replace('{view}', 'view-of-the-canary')
          .replace(/\{\w+\}/, each),
      )
    : [path];
  return plain.flatMap((address) =>
    ['', `?q=${PART}`, `?case=${id}`, '?box=todo', '?box=done', `?process=memo&q=${PART}`, `?inline=1&case=${id}`].map(
      (query) => address + query,
    ),
  );
}

/** What a curious person would send; whatever is refused must not answer with what it hides. */
const BODIES: Readonly<Record<string, () => readonly unknown[]>> = {
  'POST /api/cases': () => [
    { process: 'memo', values: { memo: { what: WORD.slice(0, 4) } } },
    { process: 'memo', values: { memo: { doubled: 'x' } } },
  ],
  'POST /api/cases/{id}/commands': () => [
    { do: 'agree', step: 'check', seen: 'f'.repeat(64), base: 1 },
    { do: 'agree', step: 'check', seen, base: 1, values: { memo: { cost: '-1', why: '' } } },
    { do: 'submit', step: 'again', seen, base: 1, values: { memo: { cost: 'x' } } },
    { do: 'return', step: 'check', to: 'write', opinion: '' },
    { do: 'jump', to: 'again', opinion: '看看' },
    { do: 'comment', text: '看看' },
  ],
  'POST /api/batch': () => [{ do: 'agree', items: [{ case: id, step: 'check', seen }] }],
  'POST /api/processes/{id}/preview': () => [{ values: { memo: { what: '内容' } } }],
  'POST /api/lookups': () => [{ process: 'memo', version: 1, values: { memo: { what: '内容' } } }],
  'POST /api/cases/{id}/views': () => [{}],
  'POST /api/people/{id}/hand-over': () => [{ to: STRANGER }],
  'PUT /api/drafts/{id}': () => [{ process: 'memo', version: 1, values: {}, case: id, step: 'check' }],
  'PUT /api/templates/{id}': () => [{ process: 'memo', name: '看看', values: { memo: { what: '内容' } } }],
};

/** Routes that take nothing a person fills in and lead to no case. */
const NOTHING_TO_HIDE: ReadonlySet<string> = new Set([
  'POST /api/session',
  'DELETE /api/session',
  'POST /api/absences',
  'DELETE /api/absences/{id}',
  'POST /api/files',
  'POST /api/tokens',
  'DELETE /api/tokens/{id}',
  'PUT /api/phrases',
  'PUT /api/ledgers/{id}/views/{view}',
  'DELETE /api/ledgers/{id}/views/{view}',
  'POST /api/links',
  'DELETE /api/links/{id}',
  'POST /api/links/{id}/secret',
  'POST /api/quarantine/{id}',
  'POST /api/incidents/{id}/retry',
  'POST /api/tables/{id}/check',
  'POST /api/tables/{id}/editions',
  'POST /api/settings/{id}/check',
  'POST /api/settings/{id}/editions',
  'POST /api/duties/{process}/excuses',
  'POST /api/public/form',
  'POST /api/public/submissions',
  'POST /api/public/receipt',
  'POST /api/public/messages',
  'DELETE /api/drafts/{id}',
  'DELETE /api/templates/{id}',
]);

const leaks = (text: string): readonly string[] => CANARIES.filter((canary) => text.includes(canary));

describe('the value of a hidden field', () => {
  test('would be found: whoever wrote it meets it', async () => {
    const mine = await (await ask('GET', `/api/cases/${id}`, { as: STARTER })).text();
    expect(leaks(mine)).toEqual(CANARIES);
    expect((await ask('GET', `/api/drafts/draft-of-the-canary`, { as: STARTER })).status).toBe(200);
  });

  test.each([
    ['whoever is asked to approve', CHECKER],
    ['a stranger', STRANGER],
    ['an administrator', ADMIN],
  ])(
    'is in no answer that %s can read',
    async (_who, as) => {
      const found: string[] = [];
      for (const { method, path } of routes.filter((each) => each.method === 'GET')) {
        for (const address of addressesOf(path)) {
          const answer = await (await ask(method, address, { as })).text();
          if (leaks(answer).length > 0) found.push(`${method} ${address}`);
        }
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['whoever is asked to approve', CHECKER],
    ['a stranger', STRANGER],
  ])('is in no answer to what %s sends', async (_who, as) => {
    const found: string[] = [];
    for (const { method, path } of routes.filter((each) => each.method !== 'GET')) {
      const bodies = BODIES[`${method} ${path}`];
      if (NOTHING_TO_HIDE.has(`${method} ${path}`)) continue;
      expect(bodies, `${method} ${path} has bodies to try, or nothing to hide`).toBeDefined();
      for (const body of bodies?.() ?? []) {
        for (const address of addressesOf(path).filter((each) => !each.includes('?'))) {
          const answer = await (await ask(method, address, { as, body })).text();
          if (leaks(answer).length > 0) found.push(`${method} ${address}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  test('is in nothing that is sent to people', async () => {
    const { results } = await env.DB.prepare('SELECT body FROM outbox').all<{ body: string }>();
    expect(results.filter(({ body }) => leaks(body).length > 0)).toEqual([]);
  });
});
