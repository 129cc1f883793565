import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';

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

test('the first page speaks Chinese, keeps its content security policy and has nothing to complain about', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const answer = await page.goto(product.url, { waitUntil: 'networkidle' });
  expect(answer?.status()).toBe(200);
  expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
  expect(await page.title()).not.toBe('');
  expect(complaints).toEqual([]);
  await page.close();
});

test('the product comes up again at its address after a kill -9', async () => {
  expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  await product.kill();
  await expect(fetch(`${product.url}/api/health`)).rejects.toThrow();
  await product.restart();
  expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
});
