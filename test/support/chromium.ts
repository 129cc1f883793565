import { platform } from 'node:os';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** No sandbox inside containers, nothing that phones home. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A browser: the one `CHROME_PATH` names, else the one the test dependencies carry, else the system's own. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ args: ARGS, ...(await whichBrowser()) });
}

async function whichBrowser(): Promise<LaunchOptions> {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH };
  if (platform() === 'linux') return { executablePath: await bundled.executablePath() };
  return { channel: platform() === 'win32' ? 'msedge' : 'chrome' };
}
