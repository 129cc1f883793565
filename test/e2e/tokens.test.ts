import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandOutcome } from '../../schemas/generated/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { Visitor } from './visitor.ts';

/** An administrator gives a machine a start token and takes it away again. */
let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await serve();
  await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-11-02T01:00:00.000Z' }),
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const values = withRows(valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {});

const startWith = (token: string): Promise<Response> =>
  fetch(`${product.url}/api/cases`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ process: 'campaign-approval', values }),
  });

test('a start token is shown once, starts cases that name it, and ends when it is revoked', async () => {
  const visitor = await Visitor.come(browser, product.url, { screen: 'phone' });
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visitor.enter('u40');
  const page = await visitor.open('/tokens/');
  await page.getByText('还没有发起令牌').waitFor();

  await page.getByRole('button', { name: '新建令牌' }).click();
  const form = page.getByRole('dialog', { name: '新建令牌' });
  await form.getByRole('button', { name: '新建令牌' }).click();
  await form.getByText('请填写最后一天').waitFor();
  await form.getByRole('textbox', { name: '名称' }).fill('门店系统');
  await form.getByRole('combobox', { name: '流程' }).selectOption('campaign-approval');
  await form.getByRole('combobox', { name: '以谁的名义' }).fill('罗子墨');
  await page.getByRole('option', { name: /罗子墨/ }).click();
  await form.getByLabel('最后一天').fill('2026-11-01');
  await form.getByRole('button', { name: '新建令牌' }).click();
  await form.getByText('这一天已经过去').waitFor();
  await form.getByLabel('最后一天').fill('2026-12-31');
  await form.getByRole('button', { name: '新建令牌' }).click();

  const shown = page.getByRole('dialog', { name: '令牌已新建' });
  const token = await shown.getByRole('textbox', { name: '令牌' }).inputValue();
  await page.keyboard.press('Escape');
  await shown.getByText('再关闭一次').waitFor();
  await shown.getByRole('button', { name: '复制' }).click();
  await shown.getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  await shown.getByRole('button', { name: '已保存，关闭' }).click();
  await page.getByRole('heading', { name: '门店系统' }).waitFor();
  expect(await page.content()).not.toContain(token);

  const answer = await startWith(token);
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as CommandOutcome;
  await visitor.open('/tokens/');
  await page.getByRole('button', { name: '撤销“门店系统”' }).click();
  await page.getByRole('dialog', { name: '撤销这个令牌？' }).getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByText('已撤销', { exact: true }).waitFor();
  expect(await page.getByText('从未使用').count()).toBe(0);
  expect((await startWith(token)).status).toBe(401);
  expect(visitor.complaints(/422/)).toEqual([]);
  await visitor.leave();

  const starter = await Visitor.come(browser, product.url);
  await starter.enter('u08');
  const started = await starter.open(`/case/?id=${id}`);
  await started.getByText('由外部系统用发起令牌“门店系统”发起').waitFor({ state: 'attached' });
  await starter.leave();
});
