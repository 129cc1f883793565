import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { CaseView, CommandOutcome } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { type Looks, refused, Visitor } from './visitor.ts';

/** One plan on which everything is done that can be done beside deciding, by hand in a browser. */
let product: Product;
let browser: Browser;
let address = '';
const visitors = new Map<string, Visitor>();
const plan = withRows(valuesOf('supervision', 'campaign-approval')['price-promotion'] ?? {});

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  await setClock('2026-11-02T09:00');
  const starter = await Person.signIn(product.url, 'u08');
  const started = await starter.command('/api/cases', { process: 'campaign-approval', values: plan });
  address = `/case/?id=${(started.body as CommandOutcome).id}`;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
afterEach(() => {
  for (const [id, visitor] of visitors) expect(visitor.complaints(), `the browser of ${id}`).toEqual([]);
});

async function setClock(local: string): Promise<void> {
  const answer = await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: new Date(`${local}+08:00`).toISOString() }),
  });
  expect(answer.status).toBe(200);
}

/** The case as somebody opens it. */
async function caseOf(id: string, looks: Looks = {}): Promise<Page> {
  const known = visitors.get(id);
  const visitor = known ?? (await Visitor.come(browser, product.url, looks));
  visitors.set(id, visitor);
  if (known === undefined) await visitor.enter(id);
  const page = await visitor.open(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  onTestFailed(async () => void (await page.screenshot({ path: join(tmpdir(), `acts-${id}.png`) })));
  return page;
}

const part = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

/** Chooses an action from a menu. */
async function choose(page: Page, menu: string, action: string): Promise<Locator> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function pickPerson(dialog: Locator, label: string, name: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).fill(name);
  await dialog.getByRole('option', { name: new RegExp(name) }).click();
}

async function send(dialog: Locator, button: string, label: string, words: string): Promise<void> {
  await dialog.getByRole('textbox', { name: label }).fill(words);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('the supervisor asks compliance to look first and waits meanwhile', async () => {
  const page = await caseOf('u18');
  const dialog = await choose(page, '更多', '加签');
  await dialog.getByRole('button', { name: '确认加签' }).click();
  await dialog.getByText('请至少选择一位同事').waitFor();
  await pickPerson(dialog, '请谁', '贺文博');
  await send(dialog, '确认加签', '请他们看什么', '请看满减规则。');
  await part(page, '当前办理').getByText('加签·先看').waitFor();
  await part(page, '当前办理').getByText('期限暂停中').waitFor();
});

test('whoever was asked reads by whom and for what, and disagreeing would not end the case', async () => {
  const page = await caseOf('u19', { screen: 'phone' });
  await page.getByText('沈慧 请您先看。').waitFor();
  await page.getByText('请看满减规则。').first().waitFor();
  await page.getByRole('button', { name: '不同意' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('单据不会因此结束').waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await send(page.getByRole('dialog'), '确认同意', '意见', '规则清楚。');
  await page.getByText('接下来由 沈慧 办理“初步审核”').waitFor();
});

test('the supervisor reads the answer, then asks the counsel for advice', async () => {
  const page = await caseOf('u18');
  await page.getByText('贺文博 已回复').waitFor();
  const dialog = await choose(page, '更多', '委派');
  await pickPerson(dialog, '给谁', '陆正');
  await send(dialog, '确认委派', '请对方看什么', '有法律风险吗？');

  const counsel = await caseOf('u20', { theme: 'dark' });
  await counsel.getByText('沈慧 请您提供意见').waitFor();
  await counsel.getByRole('button', { name: '提供意见' }).click();
  await send(counsel.getByRole('dialog'), '提交意见', '意见', '没有风险。');
  await counsel.getByText('接下来由 沈慧 办理“初步审核”').waitFor();
});

test('a question is answered without anything waiting for it', async () => {
  const page = await caseOf('u18');
  const dialog = await choose(page, '更多', '征询');
  await pickPerson(dialog, '给谁', '谢明达');
  await send(dialog, '发出征询', '问题', '预算够吗？');
  await part(page, '征询').getByText('等待回复').waitFor();

  const finance = await caseOf('u15');
  await part(finance, '征询').getByRole('button', { name: '回复' }).click();
  await send(finance.getByRole('dialog'), '提交回复', '回复', '够用。');
  await part(finance, '征询').getByText('够用。').waitFor();
});

test('the starter urges once, and reads when it is possible again', async () => {
  const page = await caseOf('u08');
  const waiting = part(page, '当前办理');
  await waiting.getByRole('button', { name: '催办' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发出催办' }).click();
  await waiting.getByText('2026-11-02 周一 13:00 起可以再次催办').waitFor();
  expect(await waiting.getByRole('button', { name: '催办' }).isDisabled()).toBe(true);
});

test('the administrator holds the case, which everybody reads, and resumes it', async () => {
  const page = await caseOf('u40');
  await page.getByText('这份单据没有您可以查看的内容').waitFor();
  const dialog = await choose(page, '管理操作', '挂起');
  await dialog.getByText('此操作会留下记录').waitFor();
  await send(dialog, '确认挂起', '原因', '核对合同。');
  await page.getByText(/夏宇 于 .* 挂起了这份单据/).waitFor();

  const supervisor = await caseOf('u18');
  await supervisor.getByText('核对合同。').first().waitFor();
  expect(await supervisor.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);

  await send(await choose(page, '管理操作', '恢复办理'), '确认恢复', '原因', '核对完毕。');
  await page.getByText(/夏宇 于 .* 挂起了这份单据/).waitFor({ state: 'hidden' });
});

test('the administrator moves the case, and the picture says that nobody decided what was passed', async () => {
  const page = await caseOf('u40');
  const dialog = await choose(page, '管理操作', '跳转');
  await dialog.getByRole('radio', { name: '核对可用预算' }).check();
  await send(dialog, '确认跳转', '原因', '初审人不在。');
  await page.getByText('夏宇 把单据跳转到“核对可用预算”').waitFor();
  expect(await part(page, '流程').getByText('由管理员跳过，无人决定').count()).toBeGreaterThan(0);
  const why = part(page, '为什么');
  await why.getByText('为什么走这条路径？').click();
  await why.getByText('“初步审核”由管理员跳过，无人决定').waitFor();
  await why.getByText('期限是怎么来的？').click();
  await why.getByText(/“核对可用预算”于 .* 到达，限 1 个工作日/).waitFor();
});

test('whoever decided takes it back as long as nobody after them has opened the case', async () => {
  const finance = await caseOf('u15');
  await finance.getByRole('textbox', { name: /意见/ }).fill('预算充足。');
  await finance.getByRole('button', { name: '同意', exact: true }).click();
  await finance.getByRole('dialog').getByRole('button', { name: '确认同意' }).click();
  await finance.getByText('接下来由 林若川 办理“高层管理最终审批”').waitFor();
  await finance.getByRole('button', { name: '拿回', exact: true }).click();
  await send(finance.getByRole('dialog'), '确认拿回', '原因', '再核对一次。');
  await finance.getByText('接下来由 谢明达 办理“核对可用预算”').waitFor();

  await finance.getByRole('button', { name: '同意', exact: true }).click();
  await finance.getByRole('dialog').getByRole('button', { name: '确认同意' }).click();
  await finance.getByText('接下来由 林若川 办理“高层管理最终审批”').waitFor();
  await setClock('2026-11-02T10:00');
  await caseOf('u02');
  const late = await caseOf('u15');
  expect(await late.getByRole('button', { name: '拿回', exact: true }).count()).toBe(0);
});

test('whoever changed the same field elsewhere sees both values and chooses', async () => {
  const [owner, supervisor] = [await Person.signIn(product.url, 'u08'), await Person.signIn(product.url, 'u18')];
  const started = await owner.command('/api/cases', { process: 'campaign-approval', values: plan });
  const { id } = started.body as CommandOutcome;
  const commands = `/api/cases/${id}/commands`;
  const back = { do: 'return', step: 'first', to: 'draft', opinion: '请补充。' };
  expect((await supervisor.command(commands, back)).status).toBe(200);
  address = `/case/?id=${id}`;
  const page = await caseOf('u08');
  const content = page.getByRole('textbox', { name: '活动内容' });
  await content.waitFor();

  const view = await owner.get<CaseView>(`/api/cases/${id}`);
  const elsewhere = {
    do: 'submit',
    step: 'draft',
    seen: view.tasks[0]?.seen,
    values: { plan: { content: '网站公示。' } },
  };
  expect((await owner.command(commands, elsewhere)).status).toBe(200);
  expect((await supervisor.command(commands, back)).status).toBe(200);
  await content.fill('门店公示。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('您和别人同时改了同一处内容').waitFor();
  await dialog.getByText('门店公示。').waitFor();
  await dialog.getByRole('radio', { name: /别人填的/ }).check();
  await dialog.getByRole('button', { name: '采用所选' }).click();
  await page.getByText('接下来由 沈慧 办理“初步审核”').waitFor();
  await page.getByText('网站公示。').first().waitFor();
  expect(visitors.get('u08')?.complaints(refused(409))).toEqual([]);
});

test('before submitting the form shows who will decide with exactly these contents', async () => {
  const visitor = visitors.get('u08');
  if (visitor === undefined) throw new Error('the starter has been here');
  const page = await visitor.open(address.replace('/case/?id=', '/fill/?copy='));
  await page.getByText('提交之后').click();
  await page.getByText('按您现在填写的内容').waitFor();
  await page.locator('.fill-next').getByText('林若川').first().waitFor();
});
