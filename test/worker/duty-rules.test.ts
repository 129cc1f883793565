import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DutyMatrix } from '../../schemas/generated/api.ts';
import type { Duty, ProcessDocument } from '../../schemas/generated/process.ts';
import { runJobs } from '../../worker/src/jobs/run.ts';
import { Store } from '../../worker/src/store/database.ts';
import { publish } from '../../worker/src/store/publish.ts';
import { ask, clock } from './support/api.ts';
import { done } from './support/campaign.ts';
import { bundle, publishDemo } from './support/workspace.ts';

const store = new Store(env.DB);
const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const at = (local: string) => clock.set(new Date(`${local.replace(' ', 'T')}+08:00`).toISOString());

/** A weekly note with nothing in it but what the duty fills in. */
const note = (duty: Duty | undefined): ProcessDocument => ({
  format: 'process/v1',
  id: 'weekly-note',
  title: words('周记'),
  area: 'supervision',
  number: { format: 'N-{yyyy}-{seq:4}', reset: 'year' },
  subject: 'note.about',
  calendar: 'cn-work',
  startable: false,
  roles: { owner: { starter: true } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: { note: { title: words('周记'), fields: { about: { type: 'text', title: words('关于'), required: true } } } },
  steps: [{ write: { fill: 'note', by: 'owner', title: words('填写') } }],
  ...(duty && { duty }),
});

const weekly = (subjects: Duty['for']): Duty => ({
  every: 'week',
  open: 'first',
  due: 'last',
  close: 'last + 7d',
  for: subjects,
  with: { 'note.about': "period.id + ' ' + subject" },
});

/** Publishes the note as it shall be from now on, and lets the schedule look twice. */
async function publishNote(duty: Duty | undefined, leaver?: string): Promise<void> {
  const { organisation } = bundle.workspace;
  const gone = Object.entries(organisation.people).filter(([id]) => id === leaver);
  const people = {
    ...organisation.people,
    ...Object.fromEntries(gone.map(([id, one]) => [id, { ...one, active: false }])),
  };
  const published = await publish(
    store,
    {
      ...bundle,
      workspace: { ...bundle.workspace, organisation: { ...organisation, people } },
      processes: { ...bundle.processes, 'weekly-note': { document: note(duty), foreign: {} } },
    },
    { author: 'system', reason: 'test', at: clock.now() },
  );
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  await runJobs(store, clock.now());
  await runJobs(store, clock.now());
}

async function owed(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT period || ' ' || subject || ': ' || person AS what FROM duties
     WHERE process = 'weekly-note' AND case_id IS NOT NULL ORDER BY starts, subject`,
  ).all<{ what: string }>();
  return results.map(({ what }) => what);
}

beforeAll(async () => {
  at('2026-12-09 09:00');
  await publishDemo();
});

describe('a duty of people', () => {
  test('begins with the week that is under way when it is published', async () => {
    await publishNote(weekly({ posts: ['marketing-specialist', 'sales-representative'] }));
    expect(await owed()).toEqual(['2026-W50 u28: u28', '2026-W50 u30: u30']);
  });

  test('asks more people from the version on that names them, and nobody twice', async () => {
    at('2026-12-10 09:00');
    await publishNote(weekly({ posts: ['marketing-specialist', 'sales-representative', 'region-service-specialist'] }));
    expect(await owed()).toEqual(['2026-W50 u28: u28', '2026-W50 u30: u30', '2026-W50 u32: u32']);
  });

  test('asks no more of whoever has left', async () => {
    at('2026-12-12 09:00');
    await publishNote(weekly({ posts: ['marketing-specialist', 'sales-representative'] }), 'u30');
    at('2026-12-14 09:00');
    await runJobs(store, clock.now());
    expect((await owed()).filter((what) => what.startsWith('2026-W51'))).toEqual(['2026-W51 u28: u28']);
  });

  test('opens each of three weeks that nobody looked at', async () => {
    at('2027-01-06 09:00');
    await runJobs(store, clock.now());
    const weeks = (await owed()).filter((what) => what.endsWith('u28')).map((what) => what.slice(0, 8));
    expect(weeks).toEqual(['2026-W50', '2026-W51', '2026-W52', '2026-W53', '2027-W01']);
  });
});

describe('a duty that was taken away', () => {
  test('makes up for nothing when it comes back', async () => {
    await publishNote(undefined);
    at('2027-02-03 09:00');
    await publishNote(weekly({ posts: ['marketing-specialist'] }));
    const weeks = (await owed()).map((what) => what.slice(0, 8)).filter((week) => week > '2027-W01');
    expect(weeks).toEqual(['2027-W05']);
  });
});

describe('a duty of ledger rows', () => {
  test('asks the person of each row that fits, by the name of the row', async () => {
    const row = (id: string, cells: Record<string, string>) =>
      env.DB.prepare(
        "INSERT INTO ledger_rows (ledger, row, version, cells, updated_at) VALUES ('campaigns', ?, 1, ?, ?)",
      ).bind(id, JSON.stringify(cells), clock.now());
    await env.DB.batch([
      row('c1', { name: '冬装', owner: 'u08', state: 'running' }),
      row('c2', { name: '春装', owner: 'gone', state: 'running' }),
      row('c3', { name: '旧款', owner: 'u08', state: 'closed' }),
    ]);
    at('2027-02-04 09:00');
    await publishNote(weekly({ ledger: 'campaigns', person: 'owner', where: "row.state == 'running'" }));
    expect((await owed()).filter((what) => what.includes(' c'))).toEqual(['2027-W05 c1: u08', '2027-W05 c2: u40']);
    const { rows } = await done<DutyMatrix>(ask('GET', '/api/duties/weekly-note', { as: 'u39' }));
    expect(rows.filter(({ kind }) => kind === 'row').map(({ title }) => title)).toEqual(['冬装', '春装']);
    const { rows: own } = await done<DutyMatrix>(ask('GET', '/api/duties/weekly-note', { as: 'u08' }));
    expect(own.map(({ subject }) => subject)).toEqual(['c1']);
  });
});
