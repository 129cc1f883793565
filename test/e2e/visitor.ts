import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Screen = 'phone' | 'desk';
export type Locale = 'zh-CN' | 'zh-TW' | 'en';

export type Looks = {
  readonly screen?: Screen;
  readonly locale?: Locale;
  readonly theme?: 'light' | 'dark';
  /** Pages are kept in the browser, as people have it; without it a test sees every request. */
  readonly keepsPages?: boolean;
};

/** Long enough for two busy cores, short enough to say soon what is missing. */
const PATIENCE = 15_000;

/** What the browser of a test says when it is not to keep pages. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
} as const;

/** Somebody at a browser of their own, which hears everything the pages complain about. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #url: string;
  readonly #locale: Locale;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, url: string, locale: Locale) {
    context.setDefaultTimeout(PATIENCE);
    this.context = context;
    this.page = page;
    this.#url = url;
    this.#locale = locale;
    this.#listen(page);
  }

  static async come(browser: Browser, url: string, looks: Looks = {}): Promise<Visitor> {
    const { screen = 'desk', locale = 'zh-CN', theme = 'light', keepsPages = false } = looks;
    const context = await browser.newContext({
      ...SCREENS[screen],
      locale,
      colorScheme: theme,
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Shanghai',
      serviceWorkers: keepsPages ? 'allow' : 'block',
    });
    return new Visitor(context, await context.newPage(), url, locale);
  }

  /** Signs in as a program does, for tests that are about something else. */
  async enter(id: string): Promise<void> {
    const answer = await this.context.request.post(`${this.#url}/api/session`, {
      data: { person: id, password: 'formloop-demo' },
    });
    expect(answer.status(), `${id} signs in`).toBeLessThan(300);
  }

  address(path: string): string {
    return `${this.#url}${this.#locale === 'zh-CN' ? '' : `/${this.#locale}`}${path}`;
  }

  async open(path: string): Promise<Page> {
    await this.page.goto(this.address(path), { waitUntil: 'networkidle' });
    return this.page;
  }

  /** The same person opens a second page. */
  async another(): Promise<Page> {
    const page = await this.context.newPage();
    this.#listen(page);
    return page;
  }

  /** What the pages complained about since it was asked last, without what the test expects. */
  complaints(...expected: readonly RegExp[]): readonly string[] {
    return this.#complaints.splice(0).filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  #listen(page: Page): void {
    page.on('pageerror', (error) => this.#complaints.push(`${page.url()} threw ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      if (message.text().includes(BLOCKED)) return;
      this.#complaints.push(`${page.url()} ${message.type()}: ${message.text()} ${message.location().url}`);
    });
  }
}

/** What the browser itself says about an answer that refuses. */
export const refused = (status: number): RegExp => new RegExp(`status of ${status} `);

/** Asks until it holds: pages answer when they can. */
export const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE });
