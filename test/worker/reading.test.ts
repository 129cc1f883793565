import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CommandOutcome, FileView, Problem } from '../../schemas/generated/api.ts';
import { routes } from '../../worker/src/http/routes.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { ask, clock, ORIGIN } from './support/api.ts';
import { agree, approved, checklist, command, done, plan, review, start, taskOf, viewOf } from './support/campaign.ts';
import { link as makeLink, survey } from './support/public.ts';
import { publishVisiting } from './support/visiting.ts';
import { publishDemo } from './support/workspace.ts';

/** Who started it, who has decided, who is asked now, an auditor, an administrator, and somebody it is no matter of. */
const READERS = ['u08', 'u18', 'u19', 'u39', 'u40', 'u10'] as const;
const [STARTER, DECIDED, ASKED] = READERS;
const KEPT = [
  'cases',
  'entries',
  'tasks',
  'reads',
  'outbox',
  'commands',
  'counters',
  'ledger_rows',
  'ledger_changes',
  'drafts',
  'files',
  'templates',
  'phrases',
  'editions',
] as const;
const DRAFT = 'draft-of-u08';
const TEMPLATE = 'template-of-u08';
let id: string;
let addresses: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  await publishVisiting({ from: 'last', of: 'starter', fields: ['visit.what'] });
  const report = await weeklyReport();
  ({ id } = await start());
  await agree(id, DECIDED, review);
  const draft = { process: 'campaign-approval', version: 1, values: plan };
  await done(ask('PUT', `/api/drafts/${DRAFT}`, { as: STARTER, body: draft }));
  const template = { process: 'campaign-approval', name: '冬装', values: plan };
  await done(ask('PUT', `/api/templates/${TEMPLATE}`, { as: STARTER, body: template }));
  const link = (await done<{ id: string }>(makeLink(await survey()))).id;
  const headers = { 'X-File-Name': 'note.txt', 'Content-Type': 'text/plain' };
  const bytes = new TextEncoder().encode('备注');
  const file = await done<FileView>(ask('POST', '/api/files', { as: STARTER, bytes, headers }));
  addresses = {
    '/api/cases': ['/api/cases', '/api/cases?status=open&q=冬装'],
    '/api/cases/{id}': [`/api/cases/${id}`],
    '/api/cases/{id}/events': [`/api/cases/${id}/events`],
    '/api/cases/{id}/answers': [`/api/cases/${id}/answers`],
    '/api/links/{id}/quarantine': [`/api/links/${link}/quarantine`],
    '/api/tasks': ['todo', 'started', 'done', 'copied', 'drafts'].map((box) => `/api/tasks?box=${box}`),
    '/api/files/{id}': [`/api/files/${file.id}`, `/api/files/${file.id}?case=${id}`],
    '/api/drafts/{id}': [`/api/drafts/${DRAFT}`],
    '/api/templates/{id}': [`/api/templates/${TEMPLATE}`],
    '/api/processes/{id}/prefill': ['/api/processes/visiting/prefill'],
    '/api/cases/{id}/prefill': [`/api/cases/${report}/prefill`],
    '/api/ledgers/{id}/rows': ['/api/ledgers/budget/rows', '/api/ledgers/campaigns/rows?q=冬装'],
    '/api/tables/{id}': ['/api/tables/campaign-authority'],
    '/api/settings/{id}': ['/api/settings/approvalTime'],
    '/api/rule-book/areas/{id}': ['/api/rule-book/areas/supervision'],
    '/api/ledgers/{id}/rows/{row}': ['/api/ledgers/budget/rows/brand%7C2026'],
    '/api/ledgers/{id}/values': ['/api/ledgers/campaigns/values?column=unit'],
    '/api/reports/{id}': ['/api/reports/campaign-budgets', '/api/reports/campaign-budgets?asOf=2026-11-01'],
    '/api/reports/{id}/parts/{part}/rows': ['/api/reports/campaign-budgets/parts/units/rows?measure=budget'],
    '/api/loops': ['/api/loops', '/api/loops?asOf=2026-11-20&period=quarter'],
    '/api/loops/{id}/cases': ['/api/loops/L1/cases?from=campaign-approval&to=campaign-weekly-report'],
    '/api/board-cases': ['/api/board-cases?process=campaign-approval&which=started'],
    '/api/coverage/export': ['/api/coverage/export?format=csv'],
    '/api/reports/{id}/export': ['/api/reports/campaign-budgets/export?format=csv'],
    '/api/ledgers/{id}/views': ['/api/ledgers/budget/views'],
    '/api/ledgers/{id}/references': ['/api/ledgers/campaigns/references?q=冬装'],
    '/api/processes/{id}/references': ['/api/processes/campaign-approval/references?q=冬装'],
    '/api/processes/{id}': ['/api/processes/campaign-approval'],
    '/api/processes/{id}/versions/{version}': ['/api/processes/campaign-approval/versions/1'],
    '/api/duties/{process}': ['/api/duties/sales-data-feedback'],
  };
});

/** The first report of a campaign that runs, which its leader has not begun. */
async function weeklyReport(): Promise<string> {
  const { id: campaign } = await approved();
  clock.set('2026-12-11T01:00:00.000Z');
  await runJobs(new Store(env.DB), clock.now());
  clock.set('2026-11-23T01:00:00.000Z');
  return (await viewOf(campaign, STARTER)).children[0]?.id ?? '';
}

/** The decision the case waits for. */
async function decision() {
  const { step, seen } = await taskOf(id, ASKED);
  return { do: 'agree', step, seen, values: checklist };
}

/** Everything a case consists of. */
async function everything(): Promise<Readonly<Record<string, unknown>>> {
  const found = await env.DB.batch(KEPT.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)));
  return Object.fromEntries(KEPT.map((table, n) => [table, found[n]?.results]));
}

const gets = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
const addressesOf = (path: string): readonly string[] => addresses[path] ?? [path];

describe('rule 20: opening a link changes nothing', () => {
  test('what is compared is filled, so that a change would show', async () => {
    const filled = Object.entries(await everything()).filter(([, rows]) => Array.isArray(rows) && rows.length > 0);
    expect(filled.map(([table]) => table)).toEqual(
      expect.arrayContaining(['cases', 'entries', 'tasks', 'commands', 'counters', 'ledger_rows', 'drafts', 'files']),
    );
    expect(gets.filter((path) => path.includes('{') && addresses[path] === undefined)).toEqual([]);
  });

  test.each(gets)('GET and HEAD %s, whoever asks', async (path) => {
    const before = await everything();
    for (const address of addressesOf(path)) {
      const statuses = await Promise.all(READERS.map(async (as) => (await ask('GET', address, { as })).status));
      expect([address, ...statuses]).toContain(200);
      for (const as of READERS) await ask('HEAD', address, { as });
    }
    expect(await everything()).toEqual(before);
  });

  test('of a case is answered to those who may read it, and to nobody else', async () => {
    const statuses = (path: string) => READERS.map(async (as) => (await ask('GET', path, { as })).status);
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/events`])
      expect(await Promise.all(statuses(path))).toEqual([200, 200, 200, 200, 200, 404]);
  });

  test('nor does asking what ledgers say to a form, and who would decide', async () => {
    const before = await everything();
    const form = { process: 'campaign-approval', version: 1, values: plan };
    expect((await ask('POST', '/api/lookups', { as: STARTER, body: form })).status).toBe(200);
    const preview = { as: STARTER, body: { values: plan } };
    expect((await ask('POST', '/api/processes/campaign-approval/preview', preview)).status).toBe(200);
    expect(await everything()).toEqual(before);
  });

  test('without a session, or with one that is no longer known, is answered 401', async () => {
    const before = await everything();
    const { values, ...bare } = await decision();
    const bodies = {
      [`/api/cases/${id}/commands`]: { ...bare, values },
      [`/api/cases/${id}/views`]: { version: 2 },
      '/api/batch': { decisions: [{ case: id, ...bare }] },
    };
    for (const headers of [{}, { Cookie: '__Host-sid=of-nobody' }]) {
      for (const path of [`/api/cases/${id}`, `/api/cases/${id}/events`, '/api/tasks?box=todo'])
        expect((await ask('GET', path, { headers })).status).toBe(401);
      for (const [path, body] of Object.entries(bodies))
        expect((await ask('POST', path, { headers, body })).status).toBe(401);
    }
    expect(await everything()).toEqual(before);
  });

  test('never decides: a command has no address to open', async () => {
    for (const path of [`/api/cases/${id}/commands`, '/api/batch']) {
      const answer = await ask('GET', path, { as: ASKED });
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
    }
  });
});

describe('rule 20: a page of another origin decides nothing', () => {
  const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['another site', { Origin: 'https://evil.test' }],
    ['an opaque origin', { Origin: 'null' }],
    ['another site, whatever the origin says', { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour of the same site', { 'Sec-Fetch-Site': 'same-site' }],
  ];

  test.each(foreign)('sent by %s', async (_, headers) => {
    const { version } = await viewOf(id, ASKED);
    const { values, ...bare } = await decision();
    const before = await everything();
    const bodies = {
      [`/api/cases/${id}/commands`]: { ...bare, values },
      [`/api/cases/${id}/views`]: { version },
      '/api/batch': { decisions: [{ case: id, ...bare }] },
      '/api/cases': { process: 'campaign-approval', values: plan },
    };
    for (const [path, body] of Object.entries(bodies)) {
      const answer = await ask('POST', path, { as: ASKED, body, headers });
      expect(await answer.json<Problem>()).toMatchObject({ status: 403, code: 'cross-site' });
    }
    expect(await everything()).toEqual(before);
  });

  test('the same decision from here is carried out', async () => {
    const headers = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
    const { version } = await done<CommandOutcome>(command(id, ASKED, await decision(), { headers }));
    expect(version).toBe(3);
  });
});
