import { randomBytes } from 'node:crypto';
import { getPlatformProxy } from 'wrangler';
import type { Instant } from '#engine';
import type { ReportList, ReportView } from '../../schemas/generated/api.ts';
import { createApp } from '../../worker/src/http/app.ts';
import { Store } from '../../worker/src/store/database.ts';
import { openSession } from '../../worker/src/store/session-store.ts';
import { counted } from './counted.ts';
import { multiply } from './multiply.ts';

const ORIGIN = 'http://bench.example';
const AUDITOR = 'u39';
/** What is looked at: its name, and where it is. */
type Page = readonly [name: string, path: string];

const [, , state, times = '100'] = process.argv;
if (state === undefined) throw new Error('usage: node bench/reports/rows-read.ts <folder with the demo year> [times]');

const few = await measured(state);
const sizes = multiply(state, Number(times));
const many = await measured(state);
const said = (n: number | undefined) => (n ?? 0).toLocaleString('en');
console.log(`| rows read | ${said(few.cases)} cases | ${said(sizes.cases)} cases |\n|---|---|---|`);
for (const [name, read] of few.read) console.log(`| ${name} | ${said(read)} | ${said(many.read.get(name))} |`);

async function measured(folder: string) {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({ persist: { path: `${folder}/v3` } });
  const count = counted(env.DB);
  const store = new Store(env.DB);
  const found = env.DB.prepare('SELECT max(updated_at) AS at, count(*) AS cases FROM cases');
  const last = await found.first<{ at: Instant; cases: number }>();
  if (!last) throw new Error('nothing has happened yet');
  const token = randomBytes(32).toString('base64url');
  await openSession(store, { person: AUDITOR, address: 'bench', now: last.at }, { next: token, last: undefined });
  const app = createApp({
    development: true,
    now: async () => last.at,
    cookie: { name: 'sid', attributes: 'Path=/' },
    address: () => 'bench',
  });
  const get = async (path: string): Promise<unknown> => {
    const request = new Request(`${ORIGIN}${path}`, { headers: { Cookie: `sid=${token}` } });
    const answer = await app.fetch(
      request,
      { DB: count.db, FILES: {} as R2Bucket },
      { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} },
    );
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const read = new Map<string, number>();
  for (const [name, path] of await pages(get, last.at)) {
    await get(path);
    count.rowsRead = 0;
    await get(path);
    read.set(name, count.rowsRead);
  }
  await dispose();
  return { cases: last.cases, read };
}

/** Every report now and at the end of last month, the rows behind its first number, and the boards. */
async function pages(get: (path: string) => Promise<unknown>, now: string): Promise<readonly Page[]> {
  const past = new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1, 0)).toISOString().slice(0, 10);
  const { items } = (await get('/api/reports')) as ReportList;
  const all: Page[] = [];
  for (const { id, number, page } of items) {
    const path = page === undefined ? `/api/reports/${id}` : page === 'loops' ? '/api/loops' : '/api/coverage';
    all.push([`${number} ${id}`, path], [`${number} ${id}, end of last month`, `${path}?asOf=${past}`]);
    if (page === undefined) all.push(...behind((await get(path)) as ReportView));
  }
  return all;
}

/** The first number of a report that opens its rows. */
function behind({ id, number, parts }: ReportView): readonly Page[] {
  const part = parts.find(({ measures, state }) => state === 'ready' && measures.some(({ opens }) => opens));
  const measure = part?.measures.find(({ opens }) => opens)?.id;
  if (part === undefined || measure === undefined) return [];
  return [[`${number} ${id}, rows behind ${part.id}`, `/api/reports/${id}/parts/${part.id}/rows?measure=${measure}`]];
}
