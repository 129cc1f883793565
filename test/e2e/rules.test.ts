import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { soon, Visitor } from './visitor.ts';

/** An administrator changes a decision table and a setting, and goes back. */
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

async function save(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '保存并生效' }).last().click();
  const dialog = page.getByRole('dialog', { name: '保存修改' });
  await dialog.getByRole('textbox', { name: '修改原因' }).fill(reason);
  await dialog.getByRole('button', { name: '保存并生效' }).click();
  await page.getByText('已保存，现在生效。').waitFor();
}

test('a decision table is judged while it is changed, saved with a reason, and taken back', async () => {
  const visitor = await Visitor.come(browser, product.url, { screen: 'phone' });
  await visitor.enter('u40');
  const page = await visitor.open('/tables/');
  await page.getByRole('link', { name: /营销方案审批权限/ }).click();
  const first = page.getByRole('textbox', { name: '第 1 条 预算合计' });
  await first.fill('<= 200000');
  await page
    .getByText(/第 1 条和第 2 条都适用/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: '保存并生效' }).isDisabled()).toBe(true);
  await first.fill('<= 50000');
  await page.getByText(/没有规则适用：预算合计/).waitFor();
  await first.fill('随便');
  await page.getByText('“随便”读不懂。').waitFor();
  await first.fill('<= 200000');
  await page.getByRole('textbox', { name: '第 2 条 预算合计' }).fill('(200000..500000]');
  await page.getByText('没有缺口和重叠，例子全部符合。').waitFor();

  await page.getByRole('button', { name: '加一个例子' }).click();
  await page.getByRole('textbox', { name: '例子 1 预算合计' }).fill('150000');
  const expected = page.getByRole('combobox', { name: '例子 1 审批人' });
  await expected.selectOption('president');
  await page.getByText(/现在是 分管副总裁/).waitFor();
  await expected.selectOption('vice-president');
  await page.getByText('符合', { exact: true }).waitFor();

  await page.getByRole('button', { name: '保存并生效' }).click();
  const dialog = page.getByRole('dialog', { name: '保存修改' });
  await dialog
    .getByText('改为：预算合计 <= 100000 → 审批人 分管副总裁 ⇒ 预算合计 <= 200000 → 审批人 分管副总裁')
    .waitFor();
  await dialog.getByRole('button', { name: '保存并生效' }).click();
  await dialog.getByText('请写明原因。').waitFor();
  await dialog.getByRole('textbox', { name: '修改原因' }).fill('副总裁批到二十万');
  await dialog.getByRole('button', { name: '保存并生效' }).click();
  await page.getByText('已保存，现在生效。').waitFor();
  await page.getByText('副总裁批到二十万').waitFor();

  await page.getByRole('button', { name: '采用第 1 版' }).click();
  await page.getByText('已放入第 1 版的内容，保存后生效。').waitFor();
  expect(await first.inputValue()).toBe('<= 100000');
  await save(page, '改回');
  await page.getByText('第 3 版').waitFor();
  await visitor.leave();
});

test('who saves what somebody else has just changed is told, and keeps what was typed', async () => {
  const [one, other] = [await Visitor.come(browser, product.url), await Visitor.come(browser, product.url)];
  await one.enter('u40');
  await other.enter('u40');
  const [first, second] = [
    await one.open('/tables/?id=campaign-authority'),
    await other.open('/tables/?id=campaign-authority'),
  ];
  for (const [page, limit] of [
    [first, '600000'],
    [second, '700000'],
  ] as const) {
    await page.getByRole('textbox', { name: '第 2 条 预算合计' }).fill(`(100000..${limit}]`);
    await page.getByRole('textbox', { name: '第 3 条 预算合计' }).fill(`> ${limit}`);
    await page.getByText('没有缺口和重叠，例子全部符合。').waitFor();
  }
  await save(first, '六十万');
  await second.getByRole('button', { name: '保存并生效' }).click();
  const dialog = second.getByRole('dialog', { name: '保存修改' });
  await dialog.getByRole('textbox', { name: '修改原因' }).fill('七十万');
  await dialog.getByRole('button', { name: '保存并生效' }).click();
  await second.getByText('别人刚刚保存了新的版本。').waitFor();
  await second.getByText('六十万').waitFor();
  expect(await second.getByRole('textbox', { name: '第 3 条 预算合计' }).inputValue()).toBe('> 700000');
  await second.getByRole('button', { name: '仍要保存我的修改' }).click();
  await dialog.getByRole('textbox', { name: '修改原因' }).fill('七十万');
  await dialog.getByRole('button', { name: '保存并生效' }).click();
  await second.getByText('已保存，现在生效。').waitFor();
  await one.leave();
  await other.leave();
});

test('a setting is judged by the server while it is typed, and what would break a process is not saved', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u40');
  const tried: string[] = [];
  const process = { id: 'campaign-approval', title: '营销方案审核与审批' };
  const finding = { code: 'duty-order', severity: 'error', path: [], params: {}, process };
  await visitor.context.route('**/api/settings/minReviewScore/check', (route) => {
    const { value } = route.request().postDataJSON() as { readonly value: string };
    tried.push(value);
    return route.fulfill({ json: { findings: value === '99' ? [finding] : [], processes: [] } });
  });
  const page = await visitor.open('/settings/?id=minReviewScore');
  const dialog = page.getByRole('dialog', { name: '初审通过的最低评分' });
  const value = dialog.getByRole('textbox', { name: '值' });
  const button = dialog.getByRole('button', { name: '保存并生效' });
  await value.fill('99');
  await dialog.getByText('流程“营销方案审核与审批”会因此出错，请先改流程。').waitFor();
  expect(await button.isDisabled()).toBe(true);
  await value.fill('9');
  expect(await button.isDisabled()).toBe(false);
  await soon(async () => tried).toEqual(['99', '9']);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('a setting is changed with its unit, and auditors only read', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u40');
  const page = await visitor.open('/settings/');
  await page.getByRole('button', { name: /初审通过的最低评分/ }).click();
  const dialog = page.getByRole('dialog', { name: '初审通过的最低评分' });
  const value = dialog.getByRole('textbox', { name: '值' });
  await value.fill('七十');
  await dialog.getByText('“七十”不是这里能填的值。').waitFor();
  await value.fill('70');
  await save(page, '试行');
  await dialog.getByText('改为：70 ⇒ 60').waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: /初审通过的最低评分 ?70/ }).waitFor();
  await visitor.leave();

  const auditor = await Visitor.come(browser, product.url);
  await auditor.enter('u39');
  const read = await auditor.open('/settings/?id=minReviewScore');
  await read.getByText('您可以查看，修改由平台管理员进行。').waitFor();
  expect(await read.getByRole('button', { name: '保存并生效' }).count()).toBe(0);
  await auditor.leave();
});
