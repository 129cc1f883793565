import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Examples, Keys } from '../../fields/example.ts';
import { examples } from '../../fields/examples.ts';
import type { FieldKind } from '../../site/src/fields/props.ts';
import { type GalleryState, STATES } from '../../site/src/gallery/states.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { type Locale, refused, type Screen, soon, Visitor } from './visitor.ts';

/** Every kind of field in every state, filled in without a pointer. */
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

/** Why these are not filled in by keys. */
const WITHOUT_KEYS: Partial<Record<FieldKind, string>> = {
  files: 'browsers give no page the keys for choosing a file',
  answers: 'the questions come with a link; without any there is nothing to press',
  heading: 'holds no value',
  group: 'holds no value',
};

type Pressed = {
  readonly kind: string;
  /** Of the first field, in the page. */
  readonly id: string;
  readonly stored: string;
  readonly keyboard: NonNullable<Examples<FieldKind>['keyboard']>;
};

const pressed: readonly Pressed[] = Object.entries(examples).flatMap(([kind, { fields, keyboard }]) => {
  const [name] = Object.keys(fields);
  return keyboard === undefined ? [] : [{ kind, id: `field-all-${kind}_${name}`, stored: `${kind}_${name}`, keyboard }];
});

/** A new company has no campaigns yet. */
const CAMPAIGNS = { items: [{ id: 'row-1', name: '秋季促销', cells: { name: '秋季促销' } }] };

const come = async (locale: Locale, screen: Screen, theme: 'light' | 'dark' = 'light'): Promise<Visitor> => {
  const visitor = await Visitor.come(browser, product.url, { locale, screen, theme });
  await visitor.enter('u08');
  await visitor.context.route('**/api/ledgers/campaigns/references?*', (route) => route.fulfill({ json: CAMPAIGNS }));
  return visitor;
};

test('only kinds without a value, or without a way for keys, have no keys', () => {
  const without = Object.keys(examples).filter((kind) => pressed.every((each) => each.kind !== kind));
  expect(without.toSorted()).toEqual(Object.keys(WITHOUT_KEYS).toSorted());
});

const CONTROLS = 'input:not([type=file]), select, textarea, button, [contenteditable=true]';

const slotOf = (page: Page, id: string): Locator => page.locator(`.slot:has(> #${id}-label)`);

/** The first stop of the Tab key in a field. */
async function enter(page: Page, id: string): Promise<void> {
  await slotOf(page, id)
    .locator(CONTROLS)
    .evaluateAll((all: HTMLElement[]) => all.find((each) => each.tabIndex >= 0 && !each.matches(':disabled'))?.focus());
}

/** Texts to be found too long are pasted. */
const LONG = 80;

/** Searching takes its time: Enter chooses what was found. */
async function press(page: Page, keys: Keys): Promise<void> {
  for (const key of keys) {
    if ('type' in key && key.type.length > LONG) await page.keyboard.insertText(key.type);
    else if ('type' in key) await page.keyboard.type(key.type);
    else {
      if (key.press === 'Enter') await found(page);
      await page.keyboard.press(key.press);
    }
  }
}

const found = (page: Page) =>
  page.waitForFunction(() => {
    const box = document.activeElement;
    if (box?.getAttribute('aria-expanded') !== 'true' || box.getAttribute('role') !== 'combobox') return true;
    return box.closest('.combobox')?.querySelector('[role=status]')?.textContent !== '';
  });

/** What is stored of a field, without the ids of its rows. */
async function storedAt(page: Page, field: string): Promise<unknown> {
  const text = await page.locator('output[data-values]').getAttribute('data-values');
  const values: Record<string, unknown> = JSON.parse(text ?? '{}', (key, value) =>
    key === '_row' ? undefined : value,
  );
  return values[field];
}

/** What a field says is wrong, as its control names it to those who do not see it. */
const complaintOf = (page: Page, id: string): Promise<string> =>
  slotOf(page, id).evaluate((slot) => {
    const wrong = [...slot.querySelectorAll('[aria-invalid=true]')];
    const ids = wrong.flatMap((each) => (each.getAttribute('aria-describedby') ?? '').split(' '));
    const named = ids
      .map((each) => document.getElementById(each))
      .filter((each) => each?.matches('.field-issues, .field-issue, :has(.field-issue)'));
    return [...new Set(named.map((each) => each?.textContent?.trim()))].join(' ');
  });

async function leave(page: Page): Promise<void> {
  await page.locator('.gallery-check button').focus();
}

const screens: readonly Screen[] = ['desk', 'phone'];

test.each(['zh-CN', 'en'] as const)(
  'every kind is filled in, broken and corrected by keys alone in %s',
  async (locale) => {
    await Promise.all(screens.map((screen) => fillIn(locale, screen)));
  },
);

async function fillIn(locale: Locale, screen: Screen): Promise<void> {
  const visitor = await come(locale, screen);
  const page = await visitor.open('/gallery/?state=fill');
  await leave(page);
  await page.keyboard.press('Enter');
  await soon(() => page.evaluate(() => document.activeElement?.className)).toContain('error-summary-box');
  for (const each of pressed) {
    await follow(page, each);
    await enter(page, each.id);
    await press(page, each.keyboard.fill);
    await expectFilled(page, each);
    await breakAndMend(page, each);
    await leave(page);
    const { kind, id } = each;
    await soon(async () => ({ kind, wrong: await complaintOf(page, id) })).toEqual({ kind, wrong: '' });
    await expectFilled(page, each);
  }
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
}

/** What is listed above the form leads to its control, and the control says the same. */
async function follow(page: Page, { kind, id }: Pressed): Promise<void> {
  const link = page.locator(`.error-summary a[href="#${id}"]`);
  if ((await link.count()) === 0) return;
  expect(await complaintOf(page, id), kind).not.toBe('');
  await link.focus();
  await page.keyboard.press('Enter');
  const inside = await slotOf(page, id).evaluate((slot) => slot.contains(document.activeElement));
  expect({ kind, inside }).toEqual({ kind, inside: true });
}

const expectFilled = (page: Page, { kind, stored, keyboard }: Pressed) =>
  soon(async () => ({ kind, stored: await storedAt(page, stored) })).toEqual({ kind, stored: keyboard.gives });

async function breakAndMend(page: Page, { kind, id, keyboard }: Pressed): Promise<void> {
  if (keyboard.break === undefined) return;
  const { keys, mend } = keyboard.break;
  await press(page, keys);
  const broken = await page.evaluateHandle(() => document.activeElement);
  await leave(page);
  await soon(async () => ({ kind, wrong: (await complaintOf(page, id)) !== '' })).toEqual({ kind, wrong: true });
  if (mend === undefined) await enter(page, id);
  else await broken.asElement()?.focus();
  await press(page, mend ?? [{ press: 'Control+a' }, ...keyboard.fill]);
}

/** Rules that depend on the colours, which are all that a dark screen changes. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe.withTags(TAGS) : axe.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Each state on one of the screens. */
const looks: readonly (readonly [Screen, Locale, readonly GalleryState[]])[] = [
  ['desk', 'zh-CN', STATES.filter((_, index) => index % 2 === 0)],
  ['phone', 'en', STATES.filter((_, index) => index % 2 === 1)],
];

test('nobody is kept out of any state, be it light or dark', async () => {
  await Promise.all(looks.map((look) => inspect(...look)));
});

async function inspect(screen: Screen, locale: Locale, states: readonly GalleryState[]): Promise<void> {
  const visitor = await come(locale, screen);
  for (const state of states) {
    const page = await visitor.open(`/gallery/?state=${state}`);
    await soon(() => page.locator('.form, .gallery-read').count()).toBe(1);
    await page.emulateMedia({ colorScheme: 'light' });
    expect({ state, light: await violationsOf(page) }).toEqual({ state, light: [] });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect({ state, dark: await violationsOf(page, COLOURS) }).toEqual({ state, dark: [] });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ state, wider }).toEqual({ state, wider: 0 });
  }
  // The files of the examples were never uploaded.
  expect(visitor.complaints(refused(404))).toEqual([]);
  await visitor.leave();
}

test.each(['text', 'richText'] as const)('an input method writes whole words into %s', async (kind) => {
  const visitor = await come('zh-CN', 'desk');
  const page = await visitor.open('/gallery/?state=fill');
  await page.locator(`#field-all-${kind}_plain`).focus();
  const typing = await visitor.context.newCDPSession(page);
  for (const text of ['z', 'zhou', 'zhou nian', 'zhou nian qing'])
    await typing.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await typing.send('Input.insertText', { text: '周年庆' });
  const gives = examples[kind].keyboard?.gives;
  await soon(() => storedAt(page, `${kind}_plain`)).toEqual(gives);
  await visitor.leave();
});
