import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { soon, Visitor } from './visitor.ts';

/** The board of loops and the coverage of clauses as their readers use them. */
let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  const starter = await Person.signIn(product.url, 'u08');
  await starter.request('POST', '/api/development/clock', { now: '2026-11-02T01:00:00.000Z' });
  const values = withRows(valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {});
  expect((await starter.command('/api/cases', { process: 'campaign-approval', values })).status).toBe(201);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('a number of the board of loops opens its cases, and these open themselves', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u18');
  const page = await visitor.open('/reports/');
  await page.getByRole('link', { name: /R30 闭环看板/ }).click();
  const loop = page.getByRole('region', { name: /^L1/ });
  await loop.getByText('尚无可接').first().waitFor();
  await loop.getByRole('button', { name: '营销方案审核与审批：期间内发起 1' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('共 1 行').waitFor();
  await dialog.getByRole('link').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await soon(async () => page.url()).toContain('/case/?id=');
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('the coverage of clauses shows what was not lived in the period, and is had as a file', async () => {
  const visitor = await Visitor.come(browser, product.url, { screen: 'phone', locale: 'en' });
  await visitor.enter('u18');
  const page = await visitor.open('/clauses/');
  const clauses = page.getByRole('main').getByRole('list');
  await clauses.getByText('Lived', { exact: true }).first().waitFor();
  await page.getByRole('checkbox', { name: 'Only those without cases' }).check();
  await soon(() => clauses.getByText('Lived', { exact: true }).count()).toBe(0);
  await page.getByLabel('Period').selectOption('last-3-months');
  await soon(async () => page.url()).toContain('period=last-3-months');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^R31-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});
