import type { Browser, Page } from 'playwright-core';
import { lastOf, type Target } from './targets.ts';

/** How a page fares under a content security policy. */
export type Fare = { readonly renders: boolean; readonly submits: boolean; readonly violations: number };

declare global {
  interface Window {
    noteViolation: () => void;
  }
}

const WAIT = 6000;

const happens = (what: Promise<unknown>): Promise<boolean> =>
  what.then(
    () => true,
    () => false,
  );

/** A bundled page says that it sent; the whole page sends to the API. */
async function submits(page: Page, { send }: Target): Promise<boolean> {
  const sent = Promise.any([
    page.waitForSelector('html[data-outcome=sent]', { state: 'attached', timeout: WAIT }),
    page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/cases'), {
      timeout: WAIT,
    }),
  ]);
  const [, done] = await Promise.all([page.click(send, { timeout: WAIT }).catch(() => undefined), happens(sent)]);
  return done;
}

/** Opens the short form, filled in or empty, under the policy the server sends now, and tries to submit it. */
export async function fareOf(browser: Browser, site: string, target: Target, filled: boolean): Promise<Fare> {
  const page = await browser.newPage();
  let violations = 0;
  await page.exposeFunction('noteViolation', () => {
    violations += 1;
  });
  await page.addInitScript(() => addEventListener('securitypolicyviolation', () => window.noteViolation()));
  const last = lastOf(target, 's30');
  await page.goto(site + target.address('s30', filled));
  const renders = await happens(page.waitForSelector(last, { state: 'attached', timeout: WAIT }));
  const sent = renders && (await submits(page, target));
  await page.close();
  return { renders, submits: sent, violations };
}
