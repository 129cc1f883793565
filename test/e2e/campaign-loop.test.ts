import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { CaseView } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { CHECKLIST, fillDates, fillPlan, needRow, PLAN } from './plan-form.ts';
import { type Looks, refused, soon, Visitor } from './visitor.ts';

/** The loop of source document 001 by hand in a browser, each person at one of their own. */
let product: Product;
let browser: Browser;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
afterEach(() => {
  for (const [id, visitor] of visitors) expect(visitor.complaints(), `the browser of ${id}`).toEqual([]);
});

async function at(id: string, path: string, looks: Looks = {}): Promise<Page> {
  const known = visitors.get(id);
  const visitor = known ?? (await Visitor.come(browser, product.url, looks));
  visitors.set(id, visitor);
  if (known === undefined) await signIn(visitor, id);
  const page = await visitor.open(path);
  onTestFailed(async () => void (await page.screenshot({ path: join(tmpdir(), `campaign-loop-${id}.png`) })));
  return page;
}

async function signIn(visitor: Visitor, id: string): Promise<void> {
  const page = await visitor.open('/');
  await page.waitForURL(/sign-in/);
  await page.getByRole('textbox', { name: '人员编号' }).fill(id);
  await page.getByRole('textbox', { name: '密码' }).fill('formloop-demo');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((address) => address.pathname === '/');
  expect(visitor.complaints(refused(401))).toEqual([]);
}

async function setClock(local: string): Promise<void> {
  const answer = await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: new Date(`${local}+08:00`).toISOString() }),
  });
  expect(answer.status).toBe(200);
}

/** The page somebody is on. */
async function here(id: string): Promise<Page> {
  return visitor(id).page;
}

function visitor(id: string): Visitor {
  const known = visitors.get(id);
  if (known === undefined) throw new Error(`${id} is not here`);
  return known;
}

/** What a screen reader says about a control beside its name. */
const described = (control: Locator): Promise<string> =>
  control.evaluate((element) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  });

/** The part of a case page under a heading. */
const part = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
const subject = (page: Page): Locator => page.getByRole('link').filter({ hasText: PLAN.name });
const idIn = (page: Page): string => new URL(page.url()).searchParams.get('id') ?? '';

/** Opens what waits from the workbench, as one does in the morning. */
async function openTask(id: string, looks: Looks = {}): Promise<Page> {
  const page = await at(id, '/', looks);
  await subject(page).first().click();
  await page.getByRole('heading', { level: 1, name: PLAN.name }).waitFor();
  return page;
}

async function confirm(page: Page, button: string, opinion?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (opinion !== undefined) await dialog.getByRole('textbox', { name: '意见' }).fill(opinion);
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function rate(page: Page): Promise<void> {
  for (const name of ['目标合理', '预算合理', '执行可行', '预期效果可信'])
    await page.getByRole('radiogroup', { name }).getByRole('radio', { name: /^4/ }).check();
  await page.getByRole('textbox', { name: '意见', exact: true }).fill('目标与预算匹配，执行安排清楚。');
}

let caseId = '';
let reportId = '';

test('the project leader signs in and opens the campaign plan from the start page', async () => {
  await setClock('2026-11-02T09:00');
  const page = await at('u08', '/');
  await page.getByRole('link', { name: '发起流程' }).first().click();
  await page.waitForURL(/\/start\//);
  await page.getByRole('link', { name: /^营销方案审核与审批/ }).click();
  await page.getByRole('heading', { level: 1, name: '营销方案审核与审批' }).waitFor();
});

test('what is missing or comes too early is said at its place and the totals follow every key', async () => {
  const page = await at('u08', '/fill/?process=campaign-approval');
  await fillPlan(page);
  for (const [name, amount] of [
    ['预算合计', '¥300,000.00'],
    ['需占用预算', '¥300,000.00'],
    ['预计投入产出比', '4'],
  ] as const)
    await soon(() => page.getByRole('status', { name }).textContent()).toBe(amount);

  await page.getByRole('button', { name: '提交', exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: '有 1 处需要处理后才能提交' });
  await summary.getByRole('link', { name: '活动时间' }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('开始');
  const dates = page.getByRole('group', { name: '活动时间', exact: true });
  expect(await described(dates)).toContain('请填写');

  // Only the server knows which days are worked.
  await fillDates(page, '2026-11-08', PLAN.end);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await soon(() => described(dates)).toContain('不能早于 2026-11-09 周一');
  expect(visitor('u08').complaints(refused(422))).toEqual([]);
  await fillDates(page, PLAN.start, PLAN.end);
  await summary.waitFor({ state: 'hidden' });
  await soon(() => page.getByRole('status', { name: '可用预算' }).textContent()).toBe('¥1,610,000.00');
});

test('the draft survives a reload and becomes a case that says who is next', async () => {
  const page = await here('u08');
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.getByRole('textbox', { name: '活动主题' }).inputValue()).toBe(PLAN.name);
  expect(await page.getByRole('status', { name: '预算合计' }).textContent()).toBe('¥300,000.00');

  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/case\//);
  await page.getByText('接下来由 沈慧 办理“初步审核”').waitFor();
  caseId = idIn(page);
  const waiting = part(page, '当前办理');
  await waiting.getByText('为什么是 沈慧？').click();
  await waiting.getByText('任“营销监管部经理”岗位').waitFor();
  await waiting.getByText('截止 2026-11-04 周三 24:00').waitFor();
});

test('the supervisor returns the plan from a phone', async () => {
  await setClock('2026-11-03T10:00');
  const page = await openTask('u18', { screen: 'phone' });
  await page.getByRole('button', { name: '退回' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '确认退回' }).click();
  await dialog.getByText('请写明意见').waitFor();
  await dialog.getByRole('radio', { name: '提交营销方案' }).check();
  await confirm(page, '确认退回', '请补充满减规则的公示方式。');
  await page.getByText('接下来由 罗子墨 办理“提交营销方案”').waitFor();
});

test('the project leader reads the opinion, changes the plan and submits it again', async () => {
  await setClock('2026-11-04T09:00');
  const page = await openTask('u08');
  await part(page, '办理记录').getByText('请补充满减规则的公示方式。').waitFor();
  await page.getByRole('textbox', { name: '活动内容' }).fill('冬装满 1000 元减 200 元，规则在门店公示。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('接下来由 沈慧 办理“初步审核”').waitFor();
});

test('a decider whose page is out of date is shown what changed and keeps what was written', async () => {
  const page = await openTask('u18');
  await rate(page);
  await changePlan('冬装满 1000 元减 200 元，规则在门店和网站公示。');

  await page.getByRole('button', { name: '同意', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '意见' }).fill('同意，请按期公示。');
  await dialog.getByRole('button', { name: '确认同意' }).click();
  await dialog.getByText('内容刚刚有改动，请再看一眼').waitFor();
  await dialog.getByText('规则在门店和网站公示。').waitFor();
  expect(await dialog.getByRole('textbox', { name: '意见' }).inputValue()).toBe('同意，请按期公示。');
  expect(visitor('u18').complaints(refused(409))).toEqual([]);
  await confirm(page, '确认同意');
  await page.getByText('接下来由 贺文博 办理“合规性检查”').waitFor();
  await part(page, '初审意见').getByText('80', { exact: true }).waitFor();
});

/** The supervisor returns the plan and the project leader submits it again, both elsewhere. */
async function changePlan(content: string): Promise<void> {
  const [owner, supervisor] = [await Person.signIn(product.url, 'u08'), await Person.signIn(product.url, 'u18')];
  const command = async (person: Person, body: Record<string, unknown>) => {
    const view = await person.get<CaseView>(`/api/cases/${caseId}`);
    const answer = await person.command(`/api/cases/${caseId}/commands`, { ...body, seen: view.tasks[0]?.seen });
    expect(answer.status).toBe(200);
  };
  const back = await supervisor.command(`/api/cases/${caseId}/commands`, {
    do: 'return',
    step: 'first',
    to: 'draft',
    opinion: '网站也要公示。',
  });
  expect(back.status).toBe(200);
  await command(owner, { do: 'submit', step: 'draft', values: { plan: { content } } });
}

test('compliance answers all nine points', async () => {
  const page = await openTask('u19');
  const table = page.getByRole('group', { name: '检查项', exact: true });
  for (const [index, item] of CHECKLIST.entries()) {
    const row = index + 1;
    const chosen = table.getByLabel(`条目，第 ${row} 行`).locator('option:checked');
    expect(await chosen.textContent()).toBe(item);
    const result = item === '抽奖上限' || item === '合同条款' ? '不适用' : '是';
    await table.getByLabel(`结果，第 ${row} 行`).selectOption({ label: result });
  }
  await page.getByRole('textbox', { name: '合规意见' }).fill('符合要求。');
  await page.getByRole('textbox', { name: '透明公开说明' }).fill('门店公告与公司网站');
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await confirm(page, '确认同意');
  await page.getByText('接下来由 陆正 办理“法律意见”').waitFor();
  await page.getByText('接下来由 谢明达 办理“核对可用预算”').waitFor();
});

test('finance and the legal counsel decide side by side, then the president whom the table names', async () => {
  const money = await openTask('u15');
  expect(await money.getByRole('status', { name: '当前可用预算' }).textContent()).toBe('¥1,610,000.00');
  await money.getByRole('button', { name: '同意', exact: true }).click();
  await confirm(money, '确认同意');
  await money.getByText('接下来由 陆正 办理“法律意见”').waitFor();

  const counsel = await openTask('u20');
  await counsel.getByRole('textbox', { name: '法律意见' }).fill('价格标示保留原价凭证，可以实施。');
  await counsel.getByRole('button', { name: '同意', exact: true }).click();
  await confirm(counsel, '确认同意');
  await counsel.getByText('接下来由 林若川 办理“高层管理最终审批”').waitFor();

  const president = await openTask('u02');
  const waiting = part(president, '当前办理');
  await waiting.getByText('为什么由您办理？').click();
  await waiting.getByText(/审批权限表第 2 行（300,000 → 总裁）/).waitFor();
  await president.getByRole('button', { name: '同意', exact: true }).click();
  await confirm(president, '确认同意', '同意实施。');
  await president.getByText('全部环节已办完').waitFor();
});

test('the campaign ledger has the plan, with the way to its case', async () => {
  const page = await at('u18', '/ledger/?id=campaigns');
  const row = page.getByRole('row').filter({ hasText: PLAN.name });
  expect(await row.textContent()).toMatch(/FA-2026-0001.*¥300,000\.00/);
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: PLAN.name }).waitFor();
});

test('on the next Friday the weekly report waits and says that the campaign is off track', async () => {
  await setClock('2026-11-26T09:00');
  const page = await at('u08', '/');
  await page.getByRole('button', { name: /演示时钟/ }).click();
  await page.getByRole('button', { name: '到下一个周五 09:00' }).click();
  await page.keyboard.press('Escape');
  await subject(page).filter({ hasText: '提交活动进展周报' }).click();
  await page.getByRole('heading', { level: 1, name: PLAN.name }).waitFor();
  reportId = idIn(page);

  await page.getByRole('textbox', { name: '执行情况' }).fill('第一周，客流不足。');
  await page.getByLabel('进度，第 1 行').fill('10');
  await page.getByLabel('状态，第 1 行').selectOption('进行中');
  const spent = page.getByRole('group', { name: '本周费用', exact: true });
  await needRow(spent, 1);
  await spent.getByLabel('科目，第 1 行').selectOption('促销让利');
  await spent.getByLabel('金额，第 1 行').fill('150000');
  await page.getByLabel('本周实际，第 1 行').fill('20000');
  await page.getByRole('textbox', { name: '下周安排' }).fill('加大宣传。');
  for (const [name, value] of [
    ['累计费用', '¥150,000.00'],
    ['预算使用率', '50%'],
    ['时间进度', '12.8%'],
    ['偏离计划', '是'],
    ['建议标记', '异常'],
  ] as const)
    await soon(() => page.getByRole('status', { name }).textContent()).toBe(value);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('接下来由 沈慧 办理“审阅周报”').waitFor();
});

test('marking the report abnormal opens an issue that is linked to it', async () => {
  const page = await openTask('u18');
  await page.getByRole('textbox', { name: '审阅意见' }).fill('预算使用过快，请分析原因。');
  await page.getByRole('button', { name: '完成审阅' }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  const links = part(page, '关联单据');
  await links.getByRole('link').filter({ hasText: '活动问题反馈与处理' }).click();
  await page.getByRole('heading', { level: 1, name: '预算使用过快，请分析原因。' }).waitFor();
  expect(idIn(page)).not.toBe(reportId);

  const owner = await at('u08', '/');
  await owner.getByRole('link').filter({ hasText: '预算使用过快，请分析原因。' }).waitFor();
});

test('the auditor sees that the record is intact, what changed and who saw what', async () => {
  const page = await at('u39', '/audit/');
  expect(await page.getByRole('row').count()).toBe(1 + 3);
  const row = page.getByRole('row').filter({ hasText: 'FA-2026-0001' });
  await row.getByRole('button', { name: /完整/ }).click();
  await page
    .getByRole('dialog')
    .getByText(/条记录逐条相扣/)
    .waitFor();
  await page.getByRole('dialog').getByRole('link', { name: '查看处理记录' }).click();

  const record = part(page, '办理记录');
  await record.getByText(/记录完整，\d+ 条逐条核对无误/).waitFor();
  const submissions = record.getByRole('listitem').filter({ hasText: '规则在门店公示' });
  await submissions.getByText('查看 1 处内容变化').first().click();
  await submissions.getByText('会员另赠围巾').first().waitFor();
  const agreed = record.getByRole('listitem').filter({ hasText: '同意，请按期公示。' });
  expect(await agreed.getByTitle(/^[0-9a-f]{64}$/).count()).toBe(3);

  // The auditor's own look is on record as well.
  await page.reload({ waitUntil: 'networkidle' });
  await record.getByText('查看记录').click();
  for (const name of ['罗子墨', '沈慧', '贺文博', '谢明达', '陆正', '林若川', '邵敬'])
    await record.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '版内容' }).first().waitFor();
});
