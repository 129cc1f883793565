import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { Size } from './form-spec.ts';
import { amountOf, type Target, textOf } from './targets.ts';
import { Visit } from './visit.ts';

/** Figures that do not depend on the machine. */
export type Counts = {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly mountCalls: number;
  readonly textCalls: number;
  /** In the table whose total follows; absent without a table. */
  readonly amountCalls: number | undefined;
  /** The total as the form shows it in the end. */
  readonly total: string;
};

/** Gathers the scripts a page loads, those inside the page included. */
function scriptsOf(page: Page): () => Promise<readonly Buffer[]> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  return async () => {
    const inline = await page.locator('script:not([src])').allTextContents();
    return [...(await Promise.all(bodies)), ...inline.map((text) => Buffer.from(text))];
  };
}

const sum = (bodies: readonly Buffer[], size: (body: Buffer) => number): number =>
  bodies.reduce((total, body) => total + size(body), 0);

/** Calls of functions in the scripts of the site since it was asked last; code made at run time has no address. */
async function takeCalls({ devtools }: Visit, site: string): Promise<number> {
  const { result } = await devtools.send('Profiler.takePreciseCoverage');
  const functions = result.filter(({ url }) => url.startsWith(site)).flatMap((script) => script.functions);
  return functions.reduce((calls, { ranges }) => calls + (ranges[0]?.count ?? 0), 0);
}

async function callsPerKey(visit: Visit, site: string, box: string): Promise<number> {
  await visit.focus(box);
  await takeCalls(visit, site);
  const keys = await visit.type();
  return (await takeCalls(visit, site)) / keys;
}

export async function countOne(browser: Browser, site: string, target: Target, size: Size): Promise<Counts> {
  const visit = await Visit.prepare(browser, target, size);
  const scripts = scriptsOf(visit.page);
  await visit.devtools.send('Profiler.enable');
  await visit.devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  if ((await visit.open(site)) === undefined) throw new Error(`${target.title} does not show ${size}`);
  const mountCalls = await takeCalls(visit, site);
  const textCalls = await callsPerKey(visit, site, textOf(target));
  const amountCalls = size === 't100' ? await callsPerKey(visit, site, amountOf(target)) : undefined;
  const bodies = await scripts();
  const total = size === 't100' ? await visit.page.locator(target.total).first().innerText() : '';
  await visit.close();
  return {
    raw: sum(bodies, (body) => body.length),
    gzip: sum(bodies, (body) => gzipSync(body, { level: 9 }).length),
    brotli: sum(bodies, (body) => brotliCompressSync(body).length),
    mountCalls,
    textCalls,
    amountCalls,
    total: total.replace(/\s+/g, ' ').trim(),
  };
}
