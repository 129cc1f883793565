import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { measureCells, measureKeys } from './fill-page.ts';

/** Prints the calls of a key press in forms of different length: the work must not grow with the form. */
const SIZES = [30, 200, 640] as const;
const TABLES = [20, 200, 2000] as const;

const executablePath = process.env.CHROME_PATH ?? (await bundled.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
for (const count of SIZES) {
  const page = await browser.newPage();
  const { text, computed, total } = await measureKeys(page, count);
  process.stdout.write(`${count} fields: ${text} calls a key in a text, ${computed} in a price (total ${total})\n`);
  await page.close();
}
for (const count of TABLES) {
  const page = await browser.newPage();
  const { text, computed, drawn } = await measureCells(page, count);
  process.stdout.write(
    `${count} rows, ${drawn} drawn: ${text} calls a key in a text, ${computed} in a price that is summed twice\n`,
  );
  await page.close();
}
await browser.close();
