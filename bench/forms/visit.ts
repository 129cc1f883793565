import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Size } from './form-spec.ts';
import { watchPage } from './probe.ts';
import { lastOf, type Target } from './targets.ts';

/** A form that is not there by then counts as not usable. */
const LIMIT = 240_000;
/** Long enough for what a library puts off for a while after a key. */
const BETWEEN_KEYS = 450;
const KEYS = '12345123';

/** One page in a context of its own, with the developer tools attached. */
export class Visit {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly #target: Target;
  readonly #size: Size;

  private constructor(page: Page, devtools: CDPSession, target: Target, size: Size) {
    this.page = page;
    this.devtools = devtools;
    this.#target = target;
    this.#size = size;
  }

  static async prepare(browser: Browser, target: Target, size: Size): Promise<Visit> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watchPage, lastOf(target, size));
    return new Visit(page, await context.newCDPSession(page), target, size);
  }

  /** Opens the form and waits until it can be used; milliseconds from the navigation, undefined when it cannot. */
  async open(site: string): Promise<number | undefined> {
    await this.page.goto(site + this.#target.address(this.#size, false), { waitUntil: 'commit', timeout: LIMIT });
    const found = this.page.waitForFunction(() => window.notes.interactive, undefined, {
      polling: 100,
      timeout: LIMIT,
    });
    return found.then((handle) => handle.jsonValue()).catch(() => undefined);
  }

  /** Puts the caret into a box and presses a first key, which may set things up. */
  async focus(box: string): Promise<void> {
    await this.page.focus(box);
    await this.#press('9');
  }

  /** Presses keys as somebody who types slowly; how many. */
  async type(): Promise<number> {
    for (const key of KEYS) await this.#press(key);
    return KEYS.length;
  }

  async #press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(BETWEEN_KEYS);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
