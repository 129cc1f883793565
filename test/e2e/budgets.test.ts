import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureKeys } from '../../bench/fill-page.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { Visitor } from './visitor.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Bytes of all JavaScript a page loads until it is quiet, each script gzipped, those inside the page included. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const inline = await page.locator('script:not([src])').allTextContents();
  const bodies = [...(await Promise.all(scripts)), ...inline.map((text) => Buffer.from(text))];
  expect(bodies.length).toBeGreaterThan(3);
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

test.each([
  ['the fill page', '/fill/?process=campaign-approval', 115_000],
  ['the workbench', '/', 55_000],
] as const)('%s stays within its budget of JavaScript', async (_name, path, budget) => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u08');
  expect(await scriptBytes(visitor.page, visitor.address(path))).toBeLessThanOrEqual(budget);
  await visitor.context.close();
});

test('a key press costs the same in a form of 30 fields and in one of 200', async () => {
  const counts = [];
  for (const size of [30, 200]) {
    const page = await browser.newPage();
    counts.push(await measureKeys(page, size));
    await page.close();
  }
  const [short, long] = counts;
  if (short === undefined || long === undefined) throw new Error('both forms were measured');
  expect([short.total, long.total]).toEqual([short.total, short.total]);
  expect(short.text).toBeGreaterThan(0);
  expect(Math.abs(long.text - short.text) / short.text).toBeLessThanOrEqual(0.05);
  expect(Math.abs(long.computed - short.computed) / short.computed).toBeLessThanOrEqual(0.05);
});
