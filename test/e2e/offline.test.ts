import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseList, DraftView } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { refused, soon, Visitor } from './visitor.ts';

/** What is typed outlives the network, the session and impatience. */
let product: Product;
let browser: Browser;
let owner: Person;

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  const now = '2026-11-02T01:00:00.000Z';
  owner = await Person.signIn(product.url, 'u08');
  expect((await owner.request('POST', '/api/development/clock', { now })).status).toBe(200);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const unreachable = /net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)/;

async function come(): Promise<Visitor> {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u08');
  return visitor;
}

/** A draft that needs nothing but the button. */
async function readyDraft(name: string): Promise<string> {
  const id = randomUUID();
  const { plan = {} } = withRows(valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {});
  const draft = { process: 'campaign-approval', version: 1, values: { plan: { ...plan, name } } };
  expect((await owner.request('PUT', `/api/drafts/${id}`, draft)).status).toBeLessThan(300);
  return id;
}

const theme = (page: Page) => page.getByRole('textbox', { name: '活动主题' });
const place = (page: Page) => page.getByRole('textbox', { name: '活动地点' });
const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
/** Sends what waits without waiting for the next try. */
async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByRole('button', { name: '立即发送' }).click();
}

const draftIn = (page: Page): string => new URL(page.url()).searchParams.get('draft') ?? '';
const draft = async (id: string): Promise<unknown> => (await owner.get<DraftView>(`/api/drafts/${id}`)).values.plan;
const casesNamed = async (name: string): Promise<number> =>
  (await owner.get<CaseList>(`/api/cases?q=${encodeURIComponent(name)}`)).items.length;

test('text typed without a network stays, says so, and is saved when the network is back', async () => {
  const visitor = await come();
  const page = await visitor.open('/fill/?process=campaign-approval');
  await theme(page).fill('断网之前');
  await saved(page);

  await visitor.context.setOffline(true);
  await theme(page).fill('断网之后');
  await page.getByText('网络不通，内容已留在本机，恢复后自动保存').waitFor();
  expect(await theme(page).inputValue()).toBe('断网之后');
  expect(await draft(draftIn(page))).toMatchObject({ name: '断网之前' });

  await visitor.context.setOffline(false);
  await saved(page);
  expect(await draft(draftIn(page))).toMatchObject({ name: '断网之后' });
  expect(visitor.complaints(unreachable)).toEqual([]);
  await visitor.leave();
});

test('a page that is closed without a network opens again with everything that was typed', async () => {
  const visitor = await come();
  const page = await visitor.open('/fill/?process=campaign-approval');
  await visitor.context.setOffline(true);
  await theme(page).fill('关掉也不丢');
  await page.getByText('网络不通').waitFor();
  const id = draftIn(page);
  await page.close();

  await visitor.context.setOffline(false);
  const again = await visitor.another();
  await again.goto(visitor.address(`/fill/?draft=${id}`));
  await again.getByText('已恢复上次未保存到服务器的内容').waitFor();
  expect(await theme(again).inputValue()).toBe('关掉也不丢');
  expect(visitor.complaints(unreachable, refused(404))).toEqual([]);
  await visitor.leave();
});

test('a double press on submit makes one case', async () => {
  const visitor = await come();
  const page = await visitor.open(`/fill/?draft=${await readyDraft('双击提交')}`);
  await submit(page).dblclick();
  await page.waitForURL(/\/case\//);
  expect(await casesNamed('双击提交')).toBe(1);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('a submission whose answer is lost is queued, sent again, and makes one case', async () => {
  const visitor = await come();
  const page = await visitor.open(`/fill/?draft=${await readyDraft('回执丢失')}`);
  await page.route(
    '**/api/cases',
    async (route) => {
      await route.fetch();
      await route.abort('connectionfailed');
    },
    { times: 1 },
  );
  await submit(page).click();
  await page.getByRole('alert').filter({ hasText: '已排队' }).waitFor();
  await page.getByText('发送过一次但没有收到答复').waitFor();
  expect(await casesNamed('回执丢失')).toBe(1);

  await sendNow(page);
  await page.waitForURL(/\/case\//);
  await page.getByText('接下来由 沈慧 办理“初步审核”').waitFor();
  expect(await casesNamed('回执丢失')).toBe(1);
  expect(visitor.complaints(/net::ERR_CONNECTION_FAILED/)).toEqual([]);
  await visitor.leave();
});

test('a session that ends while somebody types leads to the sign-in page and back to the text', async () => {
  const visitor = await come();
  const page = await visitor.open('/fill/?process=campaign-approval');
  await theme(page).fill('登录过期之前');
  await saved(page);
  await visitor.context.clearCookies();
  await place(page).fill('登录过期之后填写的地点');

  await page.waitForURL(/\/sign-in\//);
  await page.getByRole('textbox', { name: '人员编号' }).fill('u08');
  await page.getByRole('textbox', { name: '密码' }).fill('formloop-demo');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(/\/fill\//);
  await soon(() => place(page).inputValue()).toBe('登录过期之后填写的地点');
  expect(await theme(page).inputValue()).toBe('登录过期之前');
  expect(visitor.complaints(refused(401))).toEqual([]);
  await visitor.leave();
});
