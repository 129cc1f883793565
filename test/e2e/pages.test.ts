import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView, CommandOutcome } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { type Looks, refused, Visitor } from './visitor.ts';

/** Every page with something on it, in all languages, on both screens and in both lights. */
let product: Product;
let browser: Browser;
let caseId = '';

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  caseId = await fileReturnAndResubmit();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A case with a return, a resubmission and an approval behind it, waiting for compliance. */
async function fileReturnAndResubmit(): Promise<string> {
  const [u08, u18] = [await Person.signIn(product.url, 'u08'), await Person.signIn(product.url, 'u18')];
  const clock = { now: '2026-11-02T01:00:00.000Z' };
  await u08.request('POST', '/api/development/clock', clock);
  const named = valuesOf('supervision', 'campaign-approval');
  const values = withRows(named['price-promotion'] ?? {});
  const { body } = await u08.command('/api/cases', { process: 'campaign-approval', values });
  const { id } = body as CommandOutcome;
  const decide = async (person: Person, command: Record<string, unknown>): Promise<void> => {
    const view = await person.get<CaseView>(`/api/cases/${id}`);
    const seen = view.tasks[0]?.seen;
    const answer = await person.command(`/api/cases/${id}/commands`, {
      ...command,
      ...(command.values ? { seen } : {}),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await decide(u18, { do: 'return', step: 'first', to: 'draft', opinion: '请补充活动目标的基期依据' });
  await decide(u08, { do: 'submit', step: 'draft', values: { plan: { content: '冬装满 1000 元减 200 元。' } } });
  await decide(u18, { do: 'agree', step: 'first', values: named['good-review'] });
  return id;
}

type Visit = { readonly name: string; readonly path: () => string; readonly as?: string; readonly looks: Looks };

const phone = (locale: Looks['locale'] = 'zh-CN', theme: Looks['theme'] = 'light'): Looks => ({
  screen: 'phone',
  locale,
  theme,
});
const desk = (locale: Looks['locale'] = 'zh-CN', theme: Looks['theme'] = 'light'): Looks => ({
  screen: 'desk',
  locale,
  theme,
});
const page = (name: string, path: string, as: string | undefined, ...looks: readonly Looks[]): readonly Visit[] =>
  looks.map((each) => ({
    name,
    path: () => path.replace('CASE', caseId),
    looks: each,
    ...(as === undefined ? {} : { as }),
  }));

const visits: readonly Visit[] = [
  ...page('sign in', '/sign-in/', undefined, phone(), desk('en', 'dark'), desk('zh-TW')),
  ...page('workbench', '/', 'u19', phone(), desk('en'), phone('zh-TW', 'dark')),
  ...page('workbench without anything', '/', 'u30', phone('en', 'dark'), desk()),
  ...page('what I started', '/?box=started', 'u08', desk('en', 'dark'), phone()),
  ...page('start', '/start/', 'u08', phone('en'), desk('zh-CN', 'dark')),
  ...page('fill', '/fill/?process=campaign-approval', 'u08', phone(), desk('en', 'dark'), desk('zh-TW')),
  ...page('case to decide on', '/case/?id=CASE', 'u19', phone(), desk('zh-CN', 'dark'), desk('en')),
  ...page('case to read', '/case/?id=CASE', 'u08', phone('en', 'dark'), desk('zh-TW')),
  ...page('case of the auditor', '/case/?id=CASE', 'u39', desk('en'), phone('zh-CN', 'dark')),
  ...page('case that is not there', '/case/?id=nothing', 'u30', phone(), desk('en', 'dark')),
  ...page('ledgers', '/ledgers/', 'u18', phone('zh-TW'), desk('en', 'dark')),
  ...page('ledger', '/ledger/?id=budget', 'u18', phone(), desk('en', 'dark')),
  ...page('audit', '/audit/', 'u39', phone('en'), desk('zh-CN', 'dark')),
];

const title = ({ name, looks }: Visit) => `${name}, ${looks.locale}, ${looks.screen}, ${looks.theme}`;

test.each(visits.map((visit) => [title(visit), visit] as const))('%s', async (_title, { path, as, looks }) => {
  const visitor = await Visitor.come(browser, product.url, looks);
  if (as !== undefined) await visitor.enter(as);
  const shown = await visitor.open(path());
  await expect.poll(() => shown.locator('h1').count(), { timeout: 15_000 }).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page: shown })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
  expect(await overflow(shown)).toBeLessThanOrEqual(0);
  if (looks.locale === 'en') expect(await chineseChrome(shown)).toEqual([]);
  expect(visitor.complaints(refused(as === undefined ? 401 : 404))).toEqual([]);
  await visitor.leave();
});

/** Pixels by which the page is wider than its window. */
const overflow = (shown: Page): Promise<number> =>
  shown.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Buttons, links of the navigation, headings of the page itself and labels that speak Chinese on an English page. */
async function chineseChrome(shown: Page): Promise<readonly string[]> {
  const texts = await shown.locator('button, nav a, label, th, legend, summary').allInnerTexts();
  return texts.filter((text) => /\p{Script=Han}/u.test(text) && !/简体中文|繁體中文/.test(text));
}

test('everything on a page is reached with the Tab key, and what has the focus shows it', async () => {
  const visitor = await Visitor.come(browser, product.url, desk());
  await visitor.enter('u19');
  const shown = await visitor.open(`/case/?id=${caseId}`);
  const focused: string[] = [];
  for (let n = 0; n < 90; n += 1) {
    await shown.keyboard.press('Tab');
    const now = await shown.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || element.closest('label') !== null;
      return { text: element.textContent?.trim() || element.getAttribute('aria-label') || element.id, marked };
    });
    if (now === undefined) continue;
    expect(now.marked, now.text).toBe(true);
    focused.push(now.text);
  }
  for (const action of ['退回', '驳回', '转办', '同意']) expect(focused).toContain(action);
  await visitor.leave();
});
