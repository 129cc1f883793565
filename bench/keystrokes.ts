import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type CDPSession, chromium, type Page, type Route } from 'playwright-core';

/**
 * Counts the JavaScript functions that one key press calls on the fill page, in forms of different length. The count
 * is V8's own (precise coverage), so it is the same on every machine. Pages come from dist/site, the API is canned.
 */

const SITE = process.env.SITE ?? 'dist/site';
/** Answered inside the browser; a local name, because pages need a secure context. */
const ADDRESS = 'http://localhost';
const SIZES = [30, 200, 640] as const;
const KEYS = '1234512345';
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

/** A form of so many text fields, then a price, a quantity and their product. */
function processOf(count: number) {
  const texts = Array.from({ length: count }, (_, index) => [`f${index}`, { type: 'text', title: `字段 ${index}` }]);
  const fields = {
    ...Object.fromEntries(texts),
    price: { type: 'money', title: '单价' },
    quantity: { type: 'decimal', title: '数量' },
    total: { type: 'money', title: '合计', compute: 'round(form.price * form.quantity, 2)' },
  };
  return {
    id: `bench-${count}`,
    version: 1,
    digest: '',
    title: `${count}`,
    area: 'bench',
    mayStart: true,
    forms: [{ id: 'form', title: `${count}`, fields }],
    checks: [],
    environment: { settings: {}, ledgers: {}, calendar: 'none' },
    picture: [],
    start: { step: 'draft', title: '填写', form: 'form', edit: Object.keys(fields).map((id) => `form.${id}`) },
    initial: {},
    people: { u08: person },
  };
}

const json = (route: Route, body: unknown, status = 200) =>
  route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });

async function answer(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const [, size] = /^\/api\/processes\/bench-(\d+)$/.exec(pathname) ?? [];
  if (size !== undefined) return json(route, processOf(Number(size)));
  if (pathname === '/api/session') return json(route, session);
  if (pathname.startsWith('/api/')) return json(route, { type: '', status: 404, code: 'not-found' }, 404);
  const file = join(SITE, extname(pathname) === '' ? `${pathname}/index.html` : pathname);
  const body = await readFile(file);
  return route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
}

/** Functions called since the last time it was asked. */
async function takeCalls(devtools: CDPSession): Promise<number> {
  const { result } = await devtools.send('Profiler.takePreciseCoverage');
  const functions = result.filter(({ url }) => url.startsWith(ADDRESS)).flatMap((script) => script.functions);
  return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

/** Calls per key while typing into one box, after a first key that sets things up and may fetch something. */
async function callsPerKey(page: Page, devtools: CDPSession, box: string): Promise<number> {
  await page.focus(box);
  await page.keyboard.press('9');
  await page.waitForTimeout(500);
  await takeCalls(devtools);
  for (const key of KEYS) await page.keyboard.press(key);
  return (await takeCalls(devtools)) / KEYS.length;
}

async function measure(page: Page, count: number) {
  await page.goto(`${ADDRESS}/fill/?process=bench-${count}`);
  await page.waitForSelector('#field-form-f0');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const text = await callsPerKey(page, devtools, '#field-form-f1');
  await page.fill('#field-form-quantity', '12');
  const computed = await callsPerKey(page, devtools, '#field-form-price');
  const total = await page.textContent('#field-form-total');
  await devtools.detach();
  return { count, text, computed, total };
}

const executablePath = process.env.CHROME_PATH ?? (await bundled.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const page = await browser.newPage();
await page.route(`${ADDRESS}/**`, answer);
for (const count of SIZES) {
  const { text, computed, total } = await measure(page, count);
  process.stdout.write(`${count} fields: ${text} calls a key in a text, ${computed} in a price (total ${total})\n`);
}
await browser.close();
