import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
const HAN = /\p{Script=Han}/u;

beforeAll(async () => {
  product = await serve();
  browser = await launchChromium();
  caseId = await fill();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What people type stays in the language they type it in. */
const small = withRows(valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {});
const large = withRows(valuesOf('supervision', 'campaign-approval')['price-promotion'] ?? {});
const review = valuesOf('supervision', 'campaign-approval')['good-review'] ?? {};
const checklist = withRows(valuesOf('supervision', 'campaign-approval')['clean-checklist'] ?? {});
const opinions = { back: '请补充活动目标的基期依据', content: '冬装满 1000 元减 200 元。', draft: '还没写完的方案' };
const typed = [small, large, review, checklist, opinions]
  .flatMap(textsIn)
  .filter((text) => HAN.test(text))
  .sort((a, b) => b.length - a.length);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A case that was returned once and waits for compliance, one that is in the ledger, and a draft. */
async function fill(): Promise<string> {
  const people = new Map<string, Person>();
  const as = async (id: string): Promise<Person> => {
    const person = people.get(id) ?? (await Person.signIn(product.url, id));
    people.set(id, person);
    return person;
  };
  const file = async (values: unknown): Promise<string> => {
    const { body } = await (await as('u08')).command('/api/cases', { process: 'campaign-approval', values });
    return (body as CommandOutcome).id;
  };
  const decide = async (id: string, person: string, command: Record<string, unknown>): Promise<void> => {
    const view = await (await as(person)).get<CaseView>(`/api/cases/${id}`);
    const seen = command.do === 'return' ? {} : { seen: view.tasks[0]?.seen };
    const step = view.tasks[0]?.step;
    const answer = await (await as(person)).command(`/api/cases/${id}/commands`, { ...command, step, ...seen });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await (await as('u08')).request('POST', '/api/development/clock', { now: '2026-11-02T01:00:00.000Z' });
  const done = await file(small);
  await decide(done, 'u18', { do: 'agree', values: review });
  await decide(done, 'u19', { do: 'agree', values: checklist });
  await decide(done, 'u15', { do: 'agree' });
  await decide(done, 'u03', { do: 'agree' });
  const open = await file(large);
  await decide(open, 'u18', { do: 'return', to: 'draft', opinion: opinions.back });
  await decide(open, 'u08', { do: 'submit', values: { plan: { content: opinions.content } } });
  await decide(open, 'u18', { do: 'agree', values: review });
  const away = { proxy: 'u06', from: '2099-01-01', until: '2099-01-05', processes: ['campaign-approval'] };
  await (await as('u08')).command('/api/absences', away);
  await (await as('u06')).command('/api/absences', { ...away, proxy: 'u04' });
  const token = { name: 'ERP', process: 'campaign-approval', person: 'u08', expires: '2027-01-31' };
  await (await as('u40')).command('/api/tokens', token);
  const draft = { process: 'campaign-approval', version: 1, values: { plan: { name: opinions.draft } } };
  await (await as('u08')).request('PUT', `/api/drafts/${randomUUID()}`, draft);
  return open;
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
  ...page('what I have to do', '/', 'u19', phone(), desk('en'), phone('zh-TW', 'dark')),
  ...page('nothing to do', '/', 'u30', phone('en', 'dark'), desk()),
  ...page('what I started', '/?box=started', 'u08', desk('en', 'dark'), phone()),
  ...page('what I did', '/?box=done', 'u18', phone('en'), desk('zh-TW')),
  ...page('what was copied to me', '/?box=copied', 'u18', desk('en'), phone('zh-CN', 'dark')),
  ...page('my drafts', '/?box=drafts', 'u08', phone('zh-TW'), desk('en', 'dark')),
  ...page('start', '/start/', 'u08', phone('en'), desk('zh-CN', 'dark')),
  ...page('fill', '/fill/?process=campaign-approval', 'u08', phone(), desk('en', 'dark'), desk('zh-TW'), phone('en')),
  ...page('case to decide on', '/case/?id=CASE', 'u19', phone(), desk('zh-CN', 'dark'), desk('en')),
  ...page('case to read', '/case/?id=CASE', 'u08', phone('en', 'dark'), desk('zh-TW')),
  ...page('case of the auditor', '/case/?id=CASE', 'u39', desk('en'), phone('zh-CN', 'dark')),
  ...page('approval sheet', '/print/?case=CASE', 'u08', phone(), desk('en', 'dark'), phone('zh-TW')),
  ...page('case that is not there', '/case/?id=nothing', 'u30', phone(), desk('en', 'dark')),
  ...page('ledgers', '/ledgers/', 'u18', phone('zh-TW'), desk('en', 'dark')),
  ...page('ledger of budgets', '/ledger/?id=budget', 'u18', phone(), desk('en', 'dark')),
  ...page('reports', '/reports/', 'u39', phone('zh-TW'), phone('en', 'dark'), desk('en', 'dark')),
  ...page('report', '/report/?id=campaign-budgets', 'u18', phone(), desk('en', 'dark'), phone('zh-TW', 'dark'), desk()),
  ...page('report of a past day', '/report/?id=campaign-budgets&asOf=2026-10-15', 'u08', phone('en'), desk('zh-TW')),
  ...page(
    'rows behind a number',
    '/report/?id=campaign-budgets&part=months&measure=campaigns',
    'u18',
    phone(),
    desk('en'),
  ),
  ...page('report that is not there', '/report/?id=nothing', 'u08', phone('en', 'dark'), desk()),
  ...page('loops', '/loops/', 'u18', phone(), desk('en', 'dark')),
  ...page(
    'loops on a day that is over',
    '/loops/?asOf=2026-11-20&period=quarter',
    'u18',
    phone('en', 'dark'),
    desk('zh-TW'),
  ),
  ...page('coverage of clauses', '/clauses/', 'u18', phone('en'), desk('zh-TW', 'dark')),
  ...page('coverage that is not for them', '/clauses/', 'u08', phone('zh-TW'), desk('en')),
  ...page('rule book', '/rule-book/', 'u08', phone(), desk('en', 'dark')),
  ...page('rule book of an area', '/rule-book/?area=supervision', 'u08', phone('zh-TW'), desk()),
  ...page('ledger of campaigns', '/ledger/?id=campaigns', 'u18', phone('en'), desk('zh-TW', 'dark')),
  ...page('duties', '/duties/', 'u40', phone('zh-TW', 'dark'), desk('en')),
  ...page('no duties', '/duties/', 'u08', phone('en'), desk('zh-CN', 'dark')),
  ...page('incidents', '/incidents/', 'u40', phone(), desk('en', 'dark')),
  ...page('incidents read by the auditor', '/incidents/', 'u39', phone('en', 'dark'), desk('zh-TW')),
  ...page('incidents of somebody else', '/incidents/', 'u08', desk('en')),
  ...page('audit', '/audit/', 'u39', phone('en'), desk('zh-CN', 'dark')),
  ...page('absence', '/absence/', 'u08', phone(), desk('en', 'dark'), desk('zh-TW')),
  ...page('absences of others', '/absence/', 'u40', phone('en', 'dark'), desk()),
  ...page('hand-over', '/hand-over/', 'u40', phone('zh-TW'), desk('en', 'dark')),
  ...page('hand-over of somebody else', '/hand-over/', 'u08', phone('en'), desk()),
  ...page('decision tables', '/tables/', 'u40', phone(), desk('en', 'dark')),
  ...page('a decision table', '/tables/?id=campaign-authority', 'u40', phone(), desk('en'), phone('zh-TW', 'dark')),
  ...page('a decision table that is only read', '/tables/?id=campaign-authority', 'u39', desk(), phone('en')),
  ...page('settings', '/settings/', 'u40', phone('en'), desk('zh-CN', 'dark')),
  ...page('a setting', '/settings/?id=approvalTime', 'u40', phone(), desk('en', 'dark'), phone('zh-TW')),
  ...page('settings of somebody else', '/settings/', 'u08', phone(), desk('en')),
  ...page('start tokens', '/tokens/', 'u40', phone(), desk('en', 'dark'), desk('zh-TW'), phone('zh-CN', 'dark')),
  ...page('start tokens of somebody else', '/tokens/', 'u08', phone('en'), desk()),
  ...page('public links', '/links/', 'u31', phone(), desk('en', 'dark'), desk('zh-TW')),
  ...page('public link that does not work', '/f/#AAAAAAAAAAAAAAAAAAAAAA', 'u08', phone('en'), desk('zh-CN', 'dark')),
  ...page('audit of somebody else', '/audit/', 'u30', desk('en')),
  ...page('page that is not there', '/nowhere/', 'u08', phone('zh-CN', 'dark'), desk()),
];

const title = ({ name, looks }: Visit) => `${name}, ${looks.locale}, ${looks.screen}, ${looks.theme}`;

test.each(visits.map((visit) => [title(visit), visit] as const))('%s', async (_title, { path, as, looks }) => {
  const visitor = await Visitor.come(browser, product.url, looks);
  if (as !== undefined) await visitor.enter(as);
  const shown = await visitor.open(path());
  await expect.poll(() => shown.locator('h1').count(), { timeout: 15_000 }).toBeGreaterThan(0);
  await unroll(shown);
  const { violations } = await new AxeBuilder({ page: shown })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
  expect(await overflow(shown)).toBeLessThanOrEqual(0);
  expect(await smallTargets(shown, looks.screen === 'phone' ? 44 : 24)).toEqual([]);
  const text = await wordsOn(shown);
  expect(text.match(CODES) ?? []).toEqual([]);
  if (looks.locale === 'en') expect(text.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
  if (looks.locale === 'zh-TW') expect(text.match(SIMPLIFIED) ?? []).toEqual([]);
  expect(visitor.complaints(refused(as === undefined ? 401 : 404))).toEqual([]);
  await visitor.leave();
});

/** Makes the window as high as the page: nothing is covered by a bar that stays in sight, and every row is drawn. */
async function unroll(shown: Page): Promise<void> {
  const height = await shown.evaluate(() => document.documentElement.scrollHeight);
  const { width } = shown.viewportSize() ?? { width: 0 };
  await shown.setViewportSize({ width, height });
}

/** Pixels by which the page is wider than its window. */
const overflow = (shown: Page): Promise<number> =>
  shown.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What the page says in its own words: neither names of languages nor what people typed. */
async function wordsOn(shown: Page): Promise<string> {
  const said = await shown.evaluate(() => {
    const titles = [...document.querySelectorAll('[title], [aria-label], [placeholder]')];
    const hidden = ['title', 'aria-label', 'placeholder'].flatMap((name) =>
      titles.map((each) => each.getAttribute(name)),
    );
    return [document.title, document.body.innerText, ...hidden].join('\n');
  });
  return ['简体中文', '繁體中文', ...typed].reduce((text, known) => text.replaceAll(known, ''), said);
}

/** What must never be read: ids where a title belongs, and the leavings of programs. */
const ids = ['lists', 'organisation']
  .flatMap((name) => [
    ...readFileSync(`test/fixtures/company/${name}.yaml`, 'utf8').matchAll(/\bid: '?([a-z]+(?:-[a-z]+)+)/g),
  ])
  .map(([, id]) => id);
const CODES = new RegExp(
  `\\b(?:${[...ids, 'campaign-[a-z]+', 'undefined', 'NaN', 'null'].join('|')})\\b|\\[object`,
  'g',
);

/** Characters that the traditional script does not have. */
const SIMPLIFIED =
  /[们务发单审办请还为对应员业实现报题门问见规则标签页级经给线组织结统计认记设评证语说读谁调让议论访该详误话词护]/g;

/** What a finger or a pointer has to hit and is smaller than `least` pixels (links inside a text may be as the text is). */
const smallTargets = (shown: Page, least: number): Promise<readonly string[]> =>
  shown.evaluate((wanted) => {
    const controls = document.querySelectorAll<HTMLElement>('button, .button, nav a, input, select, textarea, summary');
    return [...controls].flatMap((control) => {
      const target = control.matches('[type=checkbox], [type=radio], [type=file]') ? control.closest('label') : control;
      const { width, height } = (target ?? control).getBoundingClientRect();
      if (width === 0 || !control.checkVisibility({ visibilityProperty: true })) return [];
      const least = control.matches('summary, .chip-button, .combobox-clear, .chip-remove') ? 24 : wanted;
      const small = Math.min(width, height) < least - 0.5;
      return small ? [`${Math.round(width)}×${Math.round(height)} ${control.outerHTML.slice(0, 100)}`] : [];
    });
  }, least);

test('everything on a page is reached with the Tab key, and what has the focus shows it', async () => {
  const visitor = await Visitor.come(browser, product.url, desk());
  await visitor.enter('u19');
  const shown = await visitor.open(`/case/?id=${caseId}`);
  const focused: string[] = [];
  for (let n = 0; n < 150; n += 1) {
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
  for (const action of ['更多', '退回', '驳回', '同意']) expect(focused).toContain(action);
  await visitor.leave();
});
