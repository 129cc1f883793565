import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { CallCounter } from './calls.ts';
import { longProcess } from './long-form.ts';

/**
 * The JavaScript functions that one key press calls on the fill page. The count is V8's own (precise coverage), so it
 * is the same on every machine. Pages come from dist/site, the API is canned.
 */

const SITE = process.env.SITE ?? 'dist/site';
/** Answered inside the browser; a local name, because pages need a secure context. */
const ADDRESS = 'http://localhost';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const person = { id: 'u08', name: '罗子墨', posts: [] };
const session = {
  person,
  roles: [],
  company: '衡川服饰集团',
  zone: 'Asia/Shanghai',
  now: '2026-11-22T04:00:00.000Z',
  today: '2026-11-22',
  expiresAt: '2026-11-23T04:00:00.000Z',
  development: false,
  counts: { todo: 0, copied: 0, drafts: 0 },
};

const environment = {
  settings: {},
  ledgers: {},
  calendar: { format: 'calendar/v1', id: 'week', title: '', zone: session.zone, offset: 480, hours: [], years: {} },
};

const json = (route: Route, body: unknown, status = 200) =>
  route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });

async function answer(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const [, size] = /^\/api\/processes\/bench-(\d+)$/.exec(pathname) ?? [];
  if (size !== undefined) return json(route, { ...longProcess(Number(size)), environment, people: { u08: person } });
  if (pathname === '/api/session') return json(route, session);
  if (pathname.startsWith('/api/')) return json(route, { type: '', status: 404, code: 'not-found' }, 404);
  const file = join(SITE, extname(pathname) === '' ? `${pathname}/index.html` : pathname);
  const body = await readFile(file);
  return route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
}

/** Opens the form of `count` fields and types into a text and into a price with a live total. */
export async function measureKeys(page: Page, count: number) {
  await page.route(`${ADDRESS}/**`, answer);
  await page.goto(`${ADDRESS}/fill/?process=bench-${count}`);
  await page.waitForSelector('#field-form-f0');
  const counter = await CallCounter.on(page, ADDRESS);
  const text = await counter.perKey('#field-form-f1');
  await page.fill('#field-form-quantity', '12');
  const computed = await counter.perKey('#field-form-price');
  const total = await page.textContent('#field-form-total');
  await counter.stop();
  return { count, text, computed, total };
}
