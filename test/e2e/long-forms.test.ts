import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ProcessView } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { PLAN } from './plan-form.ts';
import { type Looks, soon, Visitor } from './visitor.ts';

/** The plan of a campaign as the example of a long form: on one page, step by step, and typed with an input method. */
const [STARTER, SUPERVISOR] = ['u08', 'u18'] as const;
const DRAFT = 'plan-in-steps';
const plan = withRows(valuesOf('supervision', 'campaign-approval')['price-promotion'] ?? {});

let product: Product;
let browser: Browser;
let address = '';
const visitors: Visitor[] = [];

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  const now = new Date('2026-11-02T09:00+08:00').toISOString();
  const set = await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
  expect(set.status).toBe(200);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
afterEach(async ({ task }) => {
  for (const [number, visitor] of visitors.splice(0).entries()) {
    const path = join(tmpdir(), `long-forms-${number}.png`);
    if (task.result?.state === 'fail') await visitor.page.screenshot({ path });
    expect(visitor.complaints()).toEqual([]);
    await visitor.leave();
  }
});

async function come(id: string, looks: Looks = {}): Promise<Visitor> {
  const visitor = await Visitor.come(browser, product.url, looks);
  visitors.push(visitor);
  await visitor.enter(id);
  return visitor;
}

/** The same form laid out in steps. */
const inSteps = (page: Page) =>
  page.route('**/api/processes/campaign-approval', async (route) => {
    const response = await route.fetch();
    const process: ProcessView = await response.json();
    const forms = process.forms.map((form) => ({ ...form, layout: 'steps' }));
    await route.fulfill({ response, json: { ...process, forms } });
  });

const box = (page: Page | Locator, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
/** Whether nothing lies over the control that has the focus. */
const isInTheClear = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const control = document.activeElement;
    const { left, top, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
    const corners = [top + 1, top + height - 1].map((y) => document.elementFromPoint(left + width / 2, y));
    return corners.every((shown) => shown === control || control?.contains(shown) === true);
  });
const bar = (page: Page): Locator => page.locator('.action-bar');

test('a long form says how far it is filled in, and leads from error to error through folded parts and rows', async () => {
  const visitor = await come(STARTER);
  const page = await visitor.open('/fill/?process=campaign-approval');
  const contents = bar(page).getByRole('button', { name: '目录' });
  await soon(() => contents.textContent()).toContain('已填 0 / 12 必填');
  await box(page, '活动主题').fill(PLAN.name);
  await soon(() => contents.textContent()).toContain('已填 1 / 12 必填');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await bar(page).getByText('19 处需要处理').waitFor();

  await page.getByRole('heading', { name: '目标与预算' }).click();
  expect(await box(page, '基期值，第 1 行').isVisible()).toBe(false);
  await box(page, '目标客户').focus();
  await page.keyboard.press('F8');
  expect(await focused(page)).toMatch(/^field-plan-targets-\w+-name$/);
  await page.keyboard.press('F8');
  expect(await focused(page)).toMatch(/^field-plan-targets-\w+-target$/);
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Shift+F8');
  expect(await focused(page)).toBe('field-plan-customers');
  await page.keyboard.type('会员');
  await bar(page).getByRole('button', { name: '下一处错误' }).click();
  expect(await focused(page)).toMatch(/^field-plan-targets-\w+-name$/);
  await bar(page).getByText('18 处需要处理').waitFor();

  await contents.click();
  const list = page.getByRole('navigation', { name: '目录' });
  await list.getByRole('link', { name: /^执行、评估与风险.*5 处需要处理$/ }).click();
  await soon(() => list.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('执行、评估与风险');
});

test('step by step a form is checked part by part, keeps everything, and is handed in from the review', async () => {
  const starter = await Person.signIn(product.url, STARTER);
  const draft = { process: 'campaign-approval', version: 1, values: { plan: { ...plan.plan, place: '' } } };
  expect((await starter.request('PUT', `/api/drafts/${DRAFT}`, draft)).status).toBe(200);
  const visitor = await come(STARTER, { screen: 'phone' });
  const { page } = visitor;
  await inSteps(page);
  await visitor.open(`/fill/?draft=${DRAFT}`);
  const next = bar(page).getByRole('button', { name: '下一步' });

  await page.getByRole('heading', { name: '第 1 步，共 5 步 基本信息' }).waitFor();
  expect(await page.getByRole('button', { name: '提交', exact: true }).isVisible()).toBe(false);
  await next.click();
  await page.getByText('“基本信息”还有 1 处需要处理，可以先往下填。').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('第 2 步，共 5 步目标与预算');
  await bar(page).getByRole('button', { name: '下一处错误' }).click();
  expect(await focused(page)).toBe('field-plan-place');
  expect(await isInTheClear(page), 'neither bar lies over what has the focus').toBe(true);
  await page.keyboard.type('湖滨店');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('field-plan-content');
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Tab');
    expect(await isInTheClear(page)).toBe(true);
  }

  await bar(page).getByRole('button', { name: '目录' }).click();
  await page.getByRole('link', { name: /核对$/ }).click();
  const review = page.getByRole('region', { name: '基本信息' });
  await review.getByText('湖滨店').waitFor();
  await page.getByRole('region', { name: '目标与预算' }).getByText('¥300,000.00').first().waitFor();
  await review.getByRole('button', { name: '修改“基本信息”' }).click();
  await box(page, '活动地点').fill('湖滨旗舰店');
  for (let step = 1; step < 5; step += 1) await next.click();
  await review.getByText('湖滨旗舰店').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/case\//);
  address = new URL(page.url()).search;
  await page.getByText('湖滨旗舰店').first().waitFor();
});

test('what is often said is put in at the cursor, can be undone, and is kept for the next time', async () => {
  const visitor = await come(SUPERVISOR);
  const page = await visitor.open(`/case/${address}`);
  await page.getByRole('button', { name: '退回', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const opinion = dialog.getByRole('textbox');
  await opinion.fill('预算部分：谢谢。');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await dialog.getByRole('combobox', { name: '常用语' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  expect(await opinion.inputValue()).toBe('预算部分：金额与明细不一致，请核对。谢谢。');
  await page.keyboard.press('Control+z');
  expect(await opinion.inputValue()).toBe('预算部分：谢谢。');
  await dialog.getByRole('button', { name: '存为常用语' }).click();
  await dialog.getByText('已存为常用语').waitFor();
  await dialog.getByRole('combobox', { name: '常用语' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(true);

  const phone = await come(SUPERVISOR, { screen: 'phone' });
  await phone.open(`/case/${address}`);
  await phone.page.getByRole('button', { name: '驳回' }).click();
  const sheet = phone.page.getByRole('dialog');
  await sheet.getByRole('button', { name: '预算部分：谢谢。', exact: true }).click();
  expect(await sheet.getByRole('textbox').inputValue()).toBe('预算部分：谢谢。');
  await sheet.getByRole('button', { name: '管理', exact: true }).click();
  await sheet.getByRole('button', { name: '删除“预算部分：谢谢。”' }).click();
  await soon(() => sheet.getByRole('list', { name: '管理我的常用语' }).count()).toBe(0);
});

/** Types as an input method does: text under way, the Enter that ends it, and then the words themselves. */
class InputMethod {
  readonly #devtools: CDPSession;

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools;
  }

  static async on(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  async compose(under: string): Promise<void> {
    const [selectionStart, selectionEnd] = [under.length, under.length];
    await this.#devtools.send('Input.imeSetComposition', { text: under, selectionStart, selectionEnd });
  }

  /** Keys that belong to the input method: pages hear of them, the browser does nothing about them. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const event = { key, code: key, windowsVirtualKeyCode: 229 };
      await this.#devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
      await this.#devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    }
  }

  async type(under: string, words: string): Promise<void> {
    await this.compose(under);
    await this.press('ArrowDown', 'Enter');
    await this.#devtools.send('Input.insertText', { text: words });
  }
}

test('no key acts while an input method composes, and what it composed arrives whole', async () => {
  const visitor = await come(STARTER);
  const page = await visitor.open('/fill/?process=campaign-approval');
  const method = await InputMethod.on(page);
  const tell = async (control: Locator, under: string, words: string) => {
    await control.focus();
    const id = await focused(page);
    await method.type(under, words);
    expect(await control.inputValue()).toBe(words);
    expect(await focused(page), `${words} moves nowhere`).toBe(id);
  };
  await tell(box(page, '活动主题'), 'hubin', '湖滨');
  await tell(box(page, '活动内容'), 'dongzhuang', '冬装满减');
  const budget = page.getByRole('group', { name: '预算明细', exact: true });
  await tell(box(budget, '项目，第 1 行'), 'manjian', '满减让利');
  await tell(box(budget, '数量，第 1 行'), '２', '２０');
  await tell(box(budget, '单价，第 1 行'), '１', '１００．５');
  await box(page, '活动地点').focus();
  await soon(() => box(budget, '单价，第 1 行').inputValue()).toBe('100.50');
  await budget.getByText('2,010.00').first().waitFor();
  expect(await budget.getByRole('button', { name: '删除第 2 行' }).count()).toBe(0);

  const person = page.getByRole('combobox', { name: '责任人，第 1 行' });
  await person.focus();
  await method.compose('qin');
  await page.locator('.combobox-option').first().waitFor();
  const active = await person.getAttribute('aria-activedescendant');
  await method.press('ArrowDown', 'Enter', 'Escape');
  expect(await person.inputValue()).toBe('qin');
  expect(await person.getAttribute('aria-activedescendant')).toBe(active);
  await method.type('qin', '秦悦');
  await page.getByRole('option', { name: /秦悦/ }).waitFor();
  expect(await person.inputValue()).toBe('秦悦');
  await page.keyboard.press('Enter');
  await soon(() => person.getAttribute('aria-expanded')).toBe('false');
  expect(new URL(page.url()).pathname).toBe('/fill/');
  expect(await page.getByRole('alert').filter({ hasText: '需要处理' }).count()).toBe(0);

  const decider = await come(SUPERVISOR);
  await decider.open(`/case/${address}`);
  await decider.page.getByRole('button', { name: '驳回' }).click();
  const opinion = decider.page.getByRole('dialog').getByRole('textbox');
  await opinion.focus();
  const writing = await InputMethod.on(decider.page);
  await writing.type('chaochu', '超出预算');
  expect(await opinion.inputValue()).toBe('超出预算');
  expect(await decider.page.getByRole('dialog').isVisible()).toBe(true);
});
