import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { bundlePages } from './bundle.ts';
import { measureCounts, measurePolicies, measureTimes } from './measure.ts';
import { reportOf } from './report.ts';
import { startServer } from './server.ts';

/** Measures all libraries with all forms and writes results.md. `RUNS=0` leaves the times out. */
const runs = Number(process.env.RUNS ?? 5);
const folders = { pages: await mkdtemp(join(tmpdir(), 'bench-forms-')), site: process.env.SITE ?? 'dist/site' };
await bundlePages(folders);
const server = await startServer(folders);
const executablePath = process.env.CHROME_PATH ?? (await bundled.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const fares = await measurePolicies(browser, server);
  const counts = await measureCounts(browser, server);
  const times = await measureTimes(browser, server, runs);
  const results = { fares, counts, times, runs, browser: browser.version() };
  const report = await reportOf(results, new Date().toISOString().slice(0, 10));
  await writeFile(process.env.OUT ?? new URL('results.md', import.meta.url), report);
} finally {
  await browser.close();
  server.close();
}
