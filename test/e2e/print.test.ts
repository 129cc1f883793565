import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView, CommandOutcome, EntryList } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { Visitor } from './visitor.ts';

/** A case on paper: the whole sheet, what one may not see, and what a rejected case looks like. */
let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-11-02T01:00:00.000Z' }),
  });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const story = valuesOf('supervision', 'campaign-approval');
const plan = withRows(story['price-promotion'] ?? {}).plan ?? {};
const CANARY = '只给看得到内容的人-7f3c';
/** Enough for several pages: a long text and a long table. */
const tasks = Array.from({ length: 40 }, (_, at) => ({
  _row: `t${at}`,
  task: `布置第 ${at + 1} 家门店`,
  owner: 'u08',
  start: '2026-11-20',
  end: '2026-11-30',
}));
const long = { plan: { ...plan, content: `${CANARY} ${'围绕门店陈列与会员权益展开。'.repeat(120)}`, steps: tasks } };
const BACK = '请补充活动目标的基期依据';

const people = new Map<string, Person>();
async function as(id: string): Promise<Person> {
  const person = people.get(id) ?? (await Person.signIn(product.url, id));
  people.set(id, person);
  return person;
}

async function file(values: unknown): Promise<string> {
  const { body } = await (await as('u08')).command('/api/cases', { process: 'campaign-approval', values });
  return (body as CommandOutcome).id;
}

async function act(id: string, person: string, command: Record<string, unknown>): Promise<void> {
  const { tasks: open } = await (await as(person)).get<CaseView>(`/api/cases/${id}`);
  const seen = command.do === 'return' || command.do === 'reject' ? {} : { seen: open[0]?.seen };
  const answer = await (await as(person)).command(`/api/cases/${id}/commands`, {
    ...command,
    step: open[0]?.step,
    ...seen,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

/** Returned once, then agreed to by the supervisor and by compliance; legal and finance are asked. */
async function halfway(): Promise<string> {
  const id = await file(long);
  await act(id, 'u18', { do: 'return', to: 'draft', opinion: BACK });
  await act(id, 'u08', { do: 'submit', values: {} });
  await act(id, 'u18', { do: 'agree', values: story['good-review'] ?? {}, opinion: '方案可行' });
  await act(id, 'u19', { do: 'agree', values: withRows(story['clean-checklist'] ?? {}) });
  return id;
}

/** Pages of a PDF and the width and height of the first, in points. */
async function printed(page: Page): Promise<{ readonly count: number; readonly across: boolean }> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const counts = [...text.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count));
  const [, width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []).map(Number);
  return { count: Math.max(...counts), across: width > height };
}

/** The dark modules of the code on the page, read back from its bars. */
async function codeOn(page: Page): Promise<readonly (readonly boolean[])[]> {
  const code = page.locator('svg.sheet-code');
  const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const bars = (await code.locator('path').getAttribute('d')) ?? '';
  for (const [, x, y, width] of bars.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return rows;
}

const displayOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).display);

test('a case comes out as an approval sheet of several pages, with opinions, record, code and page numbers', async () => {
  const id = await halfway();
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u18');
  const page = await visitor.open(`/case/?id=${id}`);
  await page.getByRole('link', { name: '打印' }).first().click();
  await page.getByRole('heading', { level: 1, name: '营销方案审批表' }).waitFor();
  const sheet = page.getByRole('article');
  for (const text of [
    '衡川服饰集团',
    'FA-2026-0001',
    '品牌管理部',
    '罗子墨',
    CANARY,
    '布置第 40 家门店',
    '方案可行',
    BACK,
  ])
    expect(await sheet.innerText()).toContain(text);
  await sheet.getByText('未完成', { exact: true }).waitFor();
  expect(await sheet.getByText('需法律意见', { exact: true }).count()).toBe(0);
  const { data } = encode(visitor.address(`/case/?id=${id}`), { ecc: 'Q', border: 4 });
  expect(await codeOn(page)).toEqual(data);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);

  const upright = await printed(page);
  expect(upright.count).toBeGreaterThanOrEqual(4);
  expect(upright.across).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await displayOf(page, '.print-bar')).toBe('none');
  expect(await displayOf(page, '.sheet thead')).toBe('table-header-group');
  expect(await displayOf(page, '.sheet tfoot')).toBe('table-row-group');
  const foot = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ['foot', 'before', 'between', 'after'].map((part) => style.getPropertyValue(`--page-${part}`)).join(' ');
  });
  expect(foot).toMatch(/FA-2026-0001.*沈慧.*2026-11-02 09:.*"第 " " 页 \/ 共 " " 页"/);
  await page.emulateMedia({ media: null });

  await page.getByLabel('纸张方向').selectOption('横向');
  await page.getByLabel('附流转记录').uncheck();
  expect(await sheet.innerText()).not.toContain(BACK);
  const turned = await printed(page);
  expect(turned.across).toBe(true);
  const { views } = await (await as('u39')).get<EntryList>(`/api/cases/${id}/events`);
  expect(views.some(({ person }) => person === 'u18')).toBe(true);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();

  const other = await Visitor.come(browser, product.url);
  await other.enter('u15');
  const part = await other.open(`/print/?case=${id}`);
  await part.getByText('满减让利').first().waitFor();
  expect(await part.content()).not.toContain(CANARY);
  expect(await part.content()).not.toContain('布置第 1 家门店');
  await other.leave();
});

test('a rejected case says so in large type, black on white in the dark, and holds its width on a phone', async () => {
  const id = await file(withRows(story['small-promotion'] ?? {}));
  await act(id, 'u18', { do: 'reject', opinion: '目标不实' });
  const visitor = await Visitor.come(browser, product.url, { screen: 'phone', locale: 'en', theme: 'dark' });
  await visitor.enter('u08');
  const page = await visitor.open(`/print/?case=${id}`);
  const mark = page.getByText('Rejected', { exact: true }).first();
  await mark.waitFor();
  const size = await mark.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThan(24);
  const look = await page.getByRole('article').evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return { color, backgroundColor, overflow: document.documentElement.scrollWidth > innerWidth };
  });
  expect(look).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)', overflow: false });
  expect((await printed(page)).count).toBeGreaterThanOrEqual(1);
  expect(visitor.complaints()).toEqual([]);
  await visitor.open('/print/?case=nothing');
  await page.getByText('This case was not found').first().waitFor();
  await visitor.leave();
});
