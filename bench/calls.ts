import type { CDPSession, Page } from 'playwright-core';

const KEYS = '1234512345';

/** Counts the JavaScript functions of one site that a page calls. */
export class CallCounter {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #site: string;

  private constructor(page: Page, devtools: CDPSession, site: string) {
    this.#page = page;
    this.#devtools = devtools;
    this.#site = site;
  }

  /** Begins to count on the page as it stands, scripts of `site` alone. */
  static async on(page: Page, site: string): Promise<CallCounter> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    return new CallCounter(page, devtools, site);
  }

  /** Calls per key while typing digits into a box, after a first key that may set things up. */
  async perKey(box: string): Promise<number> {
    await this.#page.focus(box);
    await this.#page.keyboard.press('9');
    await this.#page.waitForTimeout(100);
    await this.#take();
    for (const key of KEYS) await this.#page.keyboard.press(key);
    return (await this.#take()) / KEYS.length;
  }

  stop(): Promise<void> {
    return this.#devtools.detach();
  }

  /** Calls since it was asked last. */
  async #take(): Promise<number> {
    const { result } = await this.#devtools.send('Profiler.takePreciseCoverage');
    const functions = result.filter(({ url }) => url.startsWith(this.#site)).flatMap((script) => script.functions);
    return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  }
}
