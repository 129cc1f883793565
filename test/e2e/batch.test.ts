import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView, CommandOutcome } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { Visitor } from './visitor.ts';

/** The president has four plans in the list and decides three of them without opening them. */
let product: Product;
let browser: Browser;
const plans = new Map<string, string>();

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-11-02T01:00:00.000Z' }),
  });
  const [starter, admin] = [await Person.signIn(product.url, 'u08'), await Person.signIn(product.url, 'u40')];
  const values = withRows(valuesOf('supervision', 'campaign-approval')['price-promotion'] ?? {});
  for (const name of ['冬装上市', '会员日', '年货节', '元旦满减']) {
    const body = { process: 'campaign-approval', values: { ...values, plan: { ...values.plan, name } } };
    const { id } = (await starter.command('/api/cases', body)).body as CommandOutcome;
    const jump = { do: 'jump', to: 'final', opinion: '前面的环节已经办完。' };
    expect((await admin.command(`/api/cases/${id}/commands`, jump)).status).toBe(200);
    plans.set(name, id);
  }
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const statusOf = async (name: string): Promise<string> => {
  const starter = await Person.signIn(product.url, 'u08');
  return (await starter.get<CaseView>(`/api/cases/${plans.get(name)}`)).status;
};

test('several plans are agreed to from the list, one that moved on meanwhile stays and says why', async () => {
  const president = await Visitor.come(browser, product.url);
  await president.enter('u02');
  const page = await president.open('/');
  for (const name of ['冬装上市', '会员日', '年货节'])
    await page.getByRole('checkbox', { name: `选择：${name}` }).check();
  const bar = page.getByRole('toolbar', { name: '批量办理' });
  expect(await bar.textContent()).toContain('已选 3 项');

  const starter = await Person.signIn(product.url, 'u08');
  const withdrawn = { do: 'withdraw', keep: true, opinion: '再改一改。' };
  const answer = await starter.command(`/api/cases/${plans.get('会员日')}/commands`, withdrawn);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);

  await bar.getByRole('button', { name: '同意' }).click();
  const dialog = page.getByRole('dialog', { name: '同意 3 张单据' });
  await dialog.waitFor();
  expect(await dialog.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('冬装上市'), expect.stringContaining('¥300,000.00')]),
  );
  await dialog.getByRole('button', { name: '全部同意' }).click();
  await dialog.getByText('已办理 2 张。').waitFor();
  await dialog.getByText('1 张没有办理，原因如下；它们仍在待办中。').waitFor();
  await dialog.getByRole('listitem').getByText('会员日').waitFor();
  await dialog.getByRole('button', { name: '关闭' }).last().click();

  await page.getByRole('link', { name: /元旦满减/ }).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(1);
  expect([await statusOf('冬装上市'), await statusOf('年货节'), await statusOf('会员日')]).toEqual([
    'completed',
    'completed',
    'open',
  ]);
  expect(president.complaints(/40[0-9]/)).toEqual([]);
});

test('a rejection needs a reason before anything is sent', async () => {
  const president = await Visitor.come(browser, product.url, { screen: 'phone', theme: 'dark' });
  await president.enter('u02');
  const page = await president.open('/');
  await page.getByRole('checkbox', { name: '选择：元旦满减' }).check();
  await page.getByRole('toolbar', { name: '批量办理' }).getByRole('button', { name: '驳回' }).click();
  const dialog = page.getByRole('dialog', { name: '驳回 1 张单据' });
  await dialog.getByRole('button', { name: '全部驳回' }).click();
  expect(await statusOf('元旦满减')).toBe('open');
  await dialog.getByRole('textbox', { name: '意见' }).fill('预算改投年货节。');
  await dialog.getByRole('button', { name: '全部驳回' }).click();
  await dialog.getByText('已办理 1 张。').waitFor();
  expect(await statusOf('元旦满减')).toBe('rejected');
  expect(president.complaints()).toEqual([]);
});
