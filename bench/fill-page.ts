import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { CallCounter } from './calls.ts';
import { cannedAnswer } from './canned-api.ts';
import { longProcess } from './long-form.ts';
import { tableProcess } from './long-table.ts';

/**
 * The JavaScript functions that one key press calls on the fill page. The count is V8's own (precise coverage), so it
 * is the same on every machine. Pages come from dist/site, the API is canned.
 */

const SITE = process.env.SITE ?? 'dist/site';
/** Answered inside the browser; a local name, because pages need a secure context. */
const ADDRESS = 'http://localhost';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function answer(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname.startsWith('/api/')) {
    const { status, body } = cannedAnswer(pathname, processOf);
    return route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
  }
  const file = join(SITE, extname(pathname) === '' ? `${pathname}/index.html` : pathname);
  const body = await readFile(file);
  return route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
}

/** `200`: a form of so many fields; `table2000`: a table of so many rows. */
function processOf(name: string): object {
  const [, rows] = /^table(\d+)$/.exec(name) ?? [];
  return rows === undefined ? longProcess(Number(name)) : tableProcess(Number(rows));
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

/** Opens a table of so many rows. */
export async function openTable(page: Page, rows: number): Promise<void> {
  await page.route(`${ADDRESS}/**`, answer);
  await page.goto(`${ADDRESS}/fill/?process=bench-table${rows}`);
  await page.waitForSelector('#field-form-items-r1-item');
}

/** Opens a table of so many rows and types into a text and into a price, of which amounts and totals are made. */
export async function measureCells(page: Page, rows: number) {
  await openTable(page, rows);
  const counter = await CallCounter.on(page, ADDRESS);
  const text = await counter.perKey('#field-form-items-r3-note');
  const computed = await counter.perKey('#field-form-items-r3-price');
  const drawn = await page.locator('[data-row]').count();
  await counter.stop();
  return { rows, text, computed, drawn };
}
