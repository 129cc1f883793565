import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView, CommandOutcome } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { refused, soon, Visitor } from './visitor.ts';

/** Reports as people read them: another day, a filter, the cases behind a number, a file, paper. */
let product: Product;
let browser: Browser;
const REPORT = '/report/?id=campaign-budgets';
const story = valuesOf('supervision', 'campaign-approval');
const NAME = '门店秋冬陈列推广';

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  await approve();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A campaign of the brand department is approved on 2 November; today is the 26th. */
async function approve(): Promise<void> {
  const owner = await Person.signIn(product.url, 'u08');
  await owner.request('POST', '/api/development/clock', { now: '2026-11-02T01:00:00.000Z' });
  const values = withRows(story['small-promotion'] ?? {});
  const filed = await owner.command('/api/cases', { process: 'campaign-approval', values });
  const { id } = filed.body as CommandOutcome;
  const opinions = { u18: story['good-review'], u19: withRows(story['clean-checklist'] ?? {}), u15: {}, u03: {} };
  for (const [person, filled] of Object.entries(opinions)) {
    const decider = await Person.signIn(product.url, person);
    const [task] = (await decider.get<CaseView>(`/api/cases/${id}`)).tasks;
    const command = { do: 'agree', step: task?.step, seen: task?.seen, values: filled };
    const answer = await decider.command(`/api/cases/${id}/commands`, command);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
  await owner.request('POST', '/api/development/clock', { now: '2026-11-26T01:00:00.000Z' });
}

const partOf = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const asked = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

test('somebody new finds a report, looks at another day, narrows it down and opens the case behind a number', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u18');
  const page = await visitor.open('/');
  await page.getByRole('navigation').getByRole('link', { name: '报表' }).click();
  await page.getByRole('searchbox').fill('預算');
  await page.getByRole('link', { name: /R07 活动预算/ }).click();
  const units = partOf(page, '各单位');
  await soon(() => units.innerText()).toContain('品牌管理部');

  await page.getByLabel('截至', { exact: true }).selectOption({ label: '上月末 2026-10-31' });
  await page.getByText('您看到的是 2026-10-31 日终时的情况').waitFor();
  await units.getByText('没有符合条件的内容。').waitFor();
  expect(asked(page).asOf).toBe('2026-10-31');
  await page.getByRole('button', { name: '看今天的' }).click();
  await soon(() => units.innerText()).toContain('品牌管理部');

  await page.getByLabel('单位', { exact: true }).selectOption('sales');
  await units.getByText('没有符合条件的内容。').waitFor();
  await page.getByLabel('单位', { exact: true }).selectOption('brand');
  await soon(() => units.innerText()).toContain('品牌管理部');
  await page.getByLabel('负责人', { exact: true }).fill('罗子墨');
  await page.getByRole('option', { name: /罗子墨/ }).click();
  await soon(async () => asked(page).filters).toBe('{"unit":["brand"],"owner":["u08"]}');
  await page.reload();
  await soon(() => page.getByLabel('负责人', { exact: true }).inputValue()).toBe('罗子墨');

  await units
    .getByRole('button', { name: /品牌管理部/ })
    .first()
    .click();
  const rows = page.getByRole('dialog');
  await rows.getByText('共 1 行').waitFor();
  expect(asked(page)).toMatchObject({ part: 'units', measure: 'budget', keys: '["brand"]' });
  await page.goBack();
  await rows.waitFor({ state: 'hidden' });
  expect(asked(page).filters).toBe('{"unit":["brand"],"owner":["u08"]}');
  await page.goForward();
  await rows.getByRole('link', { name: NAME }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await page.goBack();
  await page.getByRole('dialog').getByText('共 1 行').waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(asked(page)).not.toHaveProperty('part');
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('several units and people are looked at together', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u18');
  const page = await visitor.open(REPORT);
  const filters = async (): Promise<unknown> => JSON.parse(asked(page).filters ?? '{}');
  await page.getByLabel('单位', { exact: true }).selectOption({ label: '选多项…' });
  const ticks = page.getByRole('dialog', { name: '单位' });
  await ticks.getByRole('checkbox', { name: '品牌管理部' }).check();
  await ticks.getByRole('checkbox', { name: '销售管理部' }).check();
  await ticks.getByRole('button', { name: '确定' }).click();
  await page.getByText('品牌管理部、销售管理部').waitFor();
  expect(await filters()).toEqual({ unit: ['brand', 'sales'] });
  await soon(() => partOf(page, '各单位').innerText()).toContain('品牌管理部');

  const person = page.getByLabel('负责人', { exact: true });
  await person.fill('罗子墨');
  await page.getByRole('option', { name: /罗子墨/ }).click();
  await page.getByRole('button', { name: '再加一人' }).click();
  await person.fill('沈慧');
  await page.getByRole('option', { name: /沈慧/ }).click();
  await soon(filters).toEqual({ unit: ['brand', 'sales'], owner: ['u08', 'u18'] });
  await page.getByRole('button', { name: /罗子墨/ }).click();
  await soon(filters).toEqual({ unit: ['brand', 'sales'], owner: ['u18'] });
  await page.getByLabel('单位', { exact: true }).selectOption('');
  await soon(filters).toEqual({ owner: ['u18'] });
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('a ledger is found by a word, leads to the reports that read it, and these lead back', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u18');
  const page = await visitor.open('/ledgers/');
  await page.getByRole('heading', { level: 2, name: '方案审批与执行监控' }).waitFor();
  await page.getByRole('searchbox').fill('没有这样的台账');
  await page.getByRole('button', { name: '清除搜索' }).click();
  await page.getByRole('searchbox').fill('活動');
  await page.getByRole('link', { name: /^活动台账/ }).click();
  await page.getByRole('link', { name: 'R07 活动预算' }).click();
  await page.getByRole('heading', { level: 1, name: 'R07 活动预算' }).waitFor();
  await partOf(page, '全部活动').getByRole('link', { name: '来源：活动台账' }).click();
  await page.getByRole('heading', { level: 1, name: '活动台账' }).waitFor();
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('a report goes into a file, whole or one part, under the day and the filters it is looked at', async () => {
  const visitor = await Visitor.come(browser, product.url, { locale: 'en' });
  await visitor.enter('u18');
  const page = await visitor.open(`${REPORT}&asOf=2026-11-20`);
  const [part] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export “All campaigns” CSV' }).click(),
  ]);
  expect(part.suggestedFilename()).toBe('R07-2026-11-20.csv');
  expect(part.url()).toContain('part=all');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [whole] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Whole report XLSX' }).click(),
  ]);
  expect(whole.suggestedFilename()).toBe('R07-2026-11-20.xlsx');
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('on paper a report says of which day it is, what it was narrowed to and who printed it', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u18');
  const page = await visitor.open(`${REPORT}&filters=${encodeURIComponent('{"unit":["brand"]}')}`);
  await partOf(page, '全部活动').getByText(NAME).first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('截至 2026-11-26 日终', { exact: true }).waitFor();
  await page.getByText('筛选：单位：品牌管理部').waitFor();
  await page.getByText(/打印人：沈慧　打印时间：2026-11-26 09:/).waitFor();
  for (const hidden of ['.report-controls', '.report-source', '.frame'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('a part with what somebody may not see says so on a phone, and the rest is there', async () => {
  const visitor = await Visitor.come(browser, product.url, { screen: 'phone', theme: 'dark' });
  await visitor.enter('u08');
  const page = await visitor.open(REPORT);
  await partOf(page, '各单位').getByText('这一部分用到您无权查看的内容，所以不显示。').waitFor();
  await partOf(page, '全部活动').getByText(NAME).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.content()).not.toContain('80,000');
  await visitor.open('/report/?id=nothing');
  await page.getByText('找不到这张报表').waitFor();
  expect(visitor.complaints(refused(404))).toEqual([]);
  await visitor.leave();
});
