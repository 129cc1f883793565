import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf } from '../support/story.ts';
import { refused, soon, Visitor } from './visitor.ts';

/** A questionnaire goes out by a link, somebody without an account answers on a phone, and the answer comes back. */
let product: Product;
let browser: Browser;
let survey: string;
beforeAll(async () => {
  product = await serve();
  await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-11-30T01:00:00.000Z' }),
  });
  survey = await approvedSurvey();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function approvedSurvey(): Promise<string> {
  const [service, leader] = [await Person.signIn(product.url, 'u31'), await Person.signIn(product.url, 'u26')];
  const { plan = {} } = valuesOf('customer-service', 'satisfaction-survey').plan ?? {};
  const values = { plan: { ...plan, sample: [{ _row: 'r1', class: 'a', count: 30 }] } };
  const started = await service.command('/api/cases', { process: 'satisfaction-survey', values });
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const { id } = started.body as { readonly id: string };
  const { tasks } = await leader.get<CaseView>(`/api/cases/${id}`);
  const { step, seen } = tasks[0] ?? {};
  const agreed = await leader.command(`/api/cases/${id}/commands`, { do: 'agree', step, seen });
  expect(agreed.status, JSON.stringify(agreed.body)).toBe(200);
  return id;
}

const barriers = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

/** Goes from the case to the page of links, makes one and gives its address. */
async function makeLink(keeper: Visitor): Promise<string> {
  await keeper.enter('u31');
  const page = await keeper.open(`/case/?id=${survey}`);
  await page.getByText('还没有答卷').waitFor();
  await page.getByRole('link', { name: '生成“客户满意度问卷”链接' }).click();
  await page.getByRole('button', { name: '生成链接' }).click();
  const form = page.getByRole('dialog', { name: '生成公开链接' });
  await form.getByRole('button', { name: '生成链接' }).click();
  await form.getByText('请填写名称').waitFor();
  await form.getByRole('textbox', { name: '名称' }).fill('湖滨店海报');
  await form.getByRole('button', { name: '生成链接' }).click();
  const shown = page.getByRole('dialog', { name: '链接已生成' });
  await shown.getByRole('img', { name: '“湖滨店海报”的二维码' }).waitFor();
  const address = await shown.getByRole('textbox', { name: '链接' }).inputValue();
  expect(await barriers(page)).toEqual([]);
  await shown.getByRole('button', { name: '已保存，关闭' }).click();
  await page.getByRole('heading', { name: '湖滨店海报' }).waitFor();
  return address;
}

test('somebody without an account answers a questionnaire on a phone and follows it up', async () => {
  const keeper = await Visitor.come(browser, product.url);
  const address = await makeLink(keeper);
  expect(address).toMatch(/\/f\/#[\w-]{22}$/);

  const guest = await Visitor.come(browser, product.url, { screen: 'phone' });
  const page = guest.page;
  await page.goto(address);
  await page.getByRole('heading', { name: '客户满意度问卷', level: 1 }).waitFor();
  await page.getByText('一年后删除').waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('textbox', { name: /意见或建议/ }).fill('发货很快，谢谢。');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await page
    .getByRole('radiogroup', { name: /产品质量/ })
    .getByRole('radio', { name: '4' })
    .check();
  await page.getByRole('switch', { name: '希望与我联系' }).check();
  await page.getByRole('textbox', { name: /怎么称呼您/ }).fill('王女士');
  await page.getByRole('textbox', { name: /电话/ }).fill('13800138000');

  // What was typed is there again after a reload, on this device alone.
  await soon(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('13800138000');
  await page.reload();
  await page.getByText('已恢复您上次填写的内容').waitFor();
  expect(await page.getByRole('textbox', { name: /意见或建议/ }).inputValue()).toBe('发货很快，谢谢。');

  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '提交成功' }).waitFor();
  await page.getByText(/^DJ-2026-\d{5}$/).waitFor();
  expect(page.url()).toMatch(/\/f\/#r\.[0-9a-f]{32}$/);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('textbox', { name: '补充说明' }).fill('请下午打电话。');
  await page.getByRole('button', { name: '发送补充说明' }).click();
  await page.getByText('补充说明已发送').waitFor();
  await page.getByText('处理中').waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('Being handled').waitFor();
  expect(guest.complaints()).toEqual([]);

  await page.goto('about:blank');
  await page.goto(`${address.slice(0, -1)}_`);
  await page.getByRole('heading', { name: '链接无效' }).first().waitFor();
  expect(guest.complaints(refused(404))).toEqual([]);

  const mine = await keeper.open(`/case/?id=${survey}`);
  await mine.getByText('已收到 1 份答卷').waitFor();
  await mine.getByText('查看 1 条文字回答').click();
  await mine.getByText('发货很快，谢谢。').waitFor();
  expect(keeper.complaints()).toEqual([]);
  await Promise.all([keeper.leave(), guest.leave()]);
});
