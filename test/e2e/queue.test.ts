import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseList, CaseView, CommandOutcome, EntryList } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { refused, soon, Visitor } from './visitor.ts';

/** What is submitted and decided without a network is sent when it is back: once, and for who meant it. */
let product: Product;
let browser: Browser;
let owner: Person;

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  owner = await Person.signIn(product.url, 'u08');
  const now = '2026-11-02T01:00:00.000Z';
  expect((await owner.request('POST', '/api/development/clock', { now })).status).toBe(200);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const unreachable = /net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)/;
const { plan = {} } = withRows(valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {});

async function come(person: string, keepsPages = false): Promise<Visitor> {
  const visitor = await Visitor.come(browser, product.url, { keepsPages });
  await visitor.enter(person);
  return visitor;
}

async function readyDraft(name: string): Promise<string> {
  const id = randomUUID();
  const draft = { process: 'campaign-approval', version: 1, values: { plan: { ...plan, name } } };
  expect((await owner.request('PUT', `/api/drafts/${id}`, draft)).status).toBeLessThan(300);
  return id;
}

async function started(name: string): Promise<string> {
  const body = { process: 'campaign-approval', values: { plan: { ...plan, name } } };
  return ((await owner.command('/api/cases', body)).body as CommandOutcome).id;
}

const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true });
const queued = (page: Page) => page.getByRole('alert').filter({ hasText: '已排队' });
const bar = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const casesNamed = async (name: string): Promise<number> =>
  (await owner.get<CaseList>(`/api/cases?q=${encodeURIComponent(name)}`)).items.length;
const entriesBy = async (id: string, person: string): Promise<number> =>
  (await owner.get<EntryList>(`/api/cases/${id}/events`)).items.filter(({ by }) => by === person).length;

/** Rejects the case on the page, without a network. */
async function rejectOffline(visitor: Visitor, id: string, words: string): Promise<Page> {
  const page = await visitor.open(`/case/?id=${id}`);
  const reject = page.getByRole('button', { name: '驳回', exact: true });
  await reject.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(words);
  await visitor.context.setOffline(true);
  await dialog.getByRole('button', { name: /驳回/ }).last().click();
  await queued(page).waitFor();
  return page;
}

test('a form submitted without a network waits, outlives its page, and makes one case when the network is back', async () => {
  const visitor = await come('u08');
  const page = await visitor.open(`/fill/?draft=${await readyDraft('断网提交')}`);
  await visitor.context.setOffline(true);
  await submit(page).click();
  await queued(page).waitFor();
  await bar(page, '离线，已排队 1 件').waitFor();
  await page.close();
  expect(await casesNamed('断网提交')).toBe(0);

  await visitor.context.setOffline(false);
  const next = await visitor.another();
  await next.goto(visitor.address('/'));
  await bar(next, '排队的 1 件已送达').waitFor();
  expect(await casesNamed('断网提交')).toBe(1);
  expect(visitor.complaints(unreachable, refused(404))).toEqual([]);
  await visitor.leave();
});

test('a queued form can be called off and goes on being filled in', async () => {
  const visitor = await come('u08');
  const page = await visitor.open(`/fill/?draft=${await readyDraft('取消发送')}`);
  await visitor.context.setOffline(true);
  await submit(page).click();
  await page.getByRole('button', { name: '取消发送，继续填写' }).click();
  await page.getByRole('textbox', { name: '活动主题' }).fill('取消后改名');
  await visitor.context.setOffline(false);
  await submit(page).click();
  await page.waitForURL(/\/case\//);
  expect([await casesNamed('取消发送'), await casesNamed('取消后改名')]).toEqual([0, 1]);
  expect(visitor.complaints(unreachable, refused(404))).toEqual([]);
  await visitor.leave();
});

test('a decision waits while its session ends, is sent for nobody else, and once its person is back', async () => {
  const id = await started('会话过期的驳回');
  const visitor = await come('u18');
  const page = await rejectOffline(visitor, id, '预算依据不足');
  await page.close();
  await visitor.context.clearCookies();
  await visitor.context.setOffline(false);

  await visitor.enter('u10');
  const theirs = await visitor.another();
  await theirs.goto(visitor.address('/'), { waitUntil: 'networkidle' });
  expect(await theirs.getByText('已排队').count()).toBe(0);
  expect(await entriesBy(id, 'u18')).toBe(0);

  await visitor.enter('u18');
  await theirs.goto(visitor.address('/'));
  await bar(theirs, '排队的 1 件已送达').waitFor();
  expect((await owner.get<CaseView>(`/api/cases/${id}`)).status).toBe('rejected');
  expect(await entriesBy(id, 'u18')).toBe(1);
  expect(visitor.complaints(unreachable, refused(404))).toEqual([]);
  await visitor.leave();
});

test('a decision that came too late is listed with the reason and the words that were written', async () => {
  const id = await started('已撤回的方案');
  const visitor = await come('u18');
  const page = await rejectOffline(visitor, id, '不会丢失的意见');
  await page.close();
  const withdrawn = await owner.command(`/api/cases/${id}/commands`, { do: 'withdraw', keep: false, opinion: '改期' });
  expect(withdrawn.status).toBe(200);

  await visitor.context.setOffline(false);
  const next = await visitor.another();
  await next.goto(visitor.address('/'));
  await bar(next, '有 1 件没有办成').waitFor();
  await next.getByRole('button', { name: '查看', exact: true }).click();
  const list = next.getByRole('dialog');
  await list.getByText('不会丢失的意见').waitFor();
  await list.getByText('没有办成').waitFor();
  await list.getByRole('alert').waitFor();
  await list.getByRole('button', { name: '从列表中删除' }).click();
  await list.waitFor({ state: 'detached' });
  expect(visitor.complaints(unreachable, refused(409), refused(403), refused(404))).toEqual([]);
  await visitor.leave();
});

test('a form that a new version has overtaken meanwhile is a draft again, with everything in it', async () => {
  const visitor = await come('u08');
  const page = await visitor.open(`/fill/?draft=${await readyDraft('新版之前')}`);
  await visitor.context.setOffline(true);
  await submit(page).click();
  await queued(page).waitFor();
  await page.close();

  const next = await visitor.another();
  const stale = { type: '/problems/stale', status: 409, code: 'stale', params: { version: 2 } };
  await next.route('**/api/cases', (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(stale) }),
  );
  await visitor.context.setOffline(false);
  await next.goto(visitor.address('/'));
  await bar(next, '有 1 件没有办成').waitFor();
  await next.getByRole('button', { name: '查看', exact: true }).click();
  await next.getByRole('dialog').getByRole('link', { name: '打开' }).click();
  await next.waitForURL(/\/fill\/\?draft=/);
  await soon(() => next.getByRole('textbox', { name: '活动主题' }).inputValue()).toBe('新版之前');
  expect(await casesNamed('新版之前')).toBe(0);
  expect(visitor.complaints(unreachable, refused(409), refused(404))).toEqual([]);
  await visitor.leave();
});

test('pages open without a network once they were kept; after signing out nothing personal stays in the browser', async () => {
  const visitor = await come('u08', true);
  const page = await visitor.open('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(visitor.address('/fill/?process=campaign-approval'), { waitUntil: 'networkidle' });
  await page.reload({ waitUntil: 'networkidle' });
  await visitor.context.setOffline(true);
  await page.reload();
  const theme = page.getByRole('textbox', { name: '活动主题' });
  await theme.fill('断网后打开的表单');
  await page.getByText('网络不通，内容已留在本机').waitFor();

  await visitor.context.setOffline(false);
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  await page.getByRole('button', { name: /我的账户/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL(/\/sign-in\//);
  const kept = await page.evaluate(async () => ({
    caches: (await caches.keys()).filter((name) => !name.startsWith('formloop-files-')),
    texts: Object.keys(localStorage).filter((name) => name.startsWith('formloop.copy.')),
    session: sessionStorage.getItem('formloop.session'),
  }));
  expect(kept).toEqual({ caches: [], texts: [], session: null });
  expect(visitor.complaints(unreachable, refused(401), refused(404), /Failed to fetch/)).toEqual([]);
  await visitor.leave();
});
