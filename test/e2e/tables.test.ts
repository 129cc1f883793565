import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureCells, openTable } from '../../bench/fill-page.ts';
import type { DraftView } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { soon, Visitor } from './visitor.ts';

/** Tables filled the way spreadsheets are: blocks, files, keys, and very many rows. */
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

async function openPlan(): Promise<{ visitor: Visitor; page: Page; budget: Locator; status: Locator }> {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u08');
  const page = await visitor.open('/fill/?process=campaign-approval');
  const budget = page.getByRole('group', { name: '预算明细', exact: true });
  return { visitor, page, budget, status: budget.locator('.grid-note') };
}

const cell = (table: Locator, column: string, row: number): Locator =>
  table.getByLabel(`${column}，第 ${row} 行`, { exact: true });
const texts = (found: Locator): Promise<string> => found.innerText().then((text) => text.replace(/\s+/g, ' ').trim());
const heldBy = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

/** What a person pastes who has copied it in a spreadsheet. */
async function paste(into: Locator, text: string): Promise<void> {
  await into.focus();
  await into.evaluate((element, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function importFile(page: Page, table: Locator, content: string): Promise<Locator> {
  await table.getByRole('button', { name: '表格工具' }).click();
  await page.getByRole('button', { name: /从文件导入/ }).click();
  const buffer = Buffer.from(`\uFEFF${content}`);
  await page.setInputFiles('dialog input[type=file]', { name: '预算.csv', mimeType: 'text/csv', buffer });
  return page.getByRole('dialog');
}

test('a block from a spreadsheet fills the table at once, says what it could not read, and can be taken back', async () => {
  const { visitor, page, budget, status } = await openPlan();
  const block = '促销让利\t满减让利\t2,000\t￥100\t999\n广告\t"商圈\n广告屏"\t2\t40000\n杂项\t门店陈列\t四百\t50\n';
  await paste(cell(budget, '科目', 1), block);
  await soon(() => texts(status)).toContain('已粘贴 3 行；其中新增 2 行；2 格无法识别，已标出；1 格不能填写，已跳过。');
  expect(await cell(budget, '项目', 2).inputValue()).toBe('商圈 广告屏');
  expect(await cell(budget, '数量', 3).inputValue()).toBe('四百');
  expect(await texts(budget)).toContain('原来的内容：杂项');

  await status.getByRole('button', { name: '撤销' }).click();
  await soon(() => budget.locator('[data-row]').count()).toBe(1);
  expect(await cell(budget, '项目', 1).inputValue()).toBe('');

  await paste(cell(budget, '科目', 1), block);
  await cell(budget, '科目', 3).selectOption('物料');
  await cell(budget, '数量', 3).fill('400');
  await soon(() => texts(page.locator('#field-plan-total'))).toBe('¥300,000.00');

  const steps = page.getByRole('group', { name: '执行计划', exact: true });
  await paste(cell(steps, '任务', 1), '门店促销执行\t秦悦\t2026/11/23\t12月31日');
  await soon(() => cell(steps, '责任人', 1).inputValue()).toContain('秦悦');
  expect(await cell(steps, '结束', 1).inputValue()).toMatch(/^\d{4}-12-31$/);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('a file is judged row by row before anything changes, imported when it is right, and exported again', async () => {
  const { visitor, page, budget, status } = await openPlan();
  await cell(budget, '项目', 1).fill('原有的一行');
  const wrong = await importFile(
    page,
    budget,
    '科目,项目,数量,单价\n广告,灯箱,两,100\n无此科目,横幅,2,-5\n物料,旗帜,3,10\n',
  );
  await soon(() => texts(wrong)).toContain('2 行有问题，共 3 处');
  const listed = await texts(wrong.locator('.import-issues'));
  expect(listed).toContain('文件第 2 行 数量 无法识别“两”');
  expect(listed).toContain('文件第 3 行 科目 无法识别“无此科目”');
  expect(listed).toContain('文件第 3 行 单价 不能小于 0');
  expect(await budget.locator('[data-row]').count()).toBe(1);

  await wrong.getByRole('radio', { name: '不导入这些行' }).check();
  await wrong.getByRole('radio', { name: '替换现有的所有行' }).check();
  await wrong.getByRole('button', { name: '导入 1 行' }).click();
  await soon(() => texts(status)).toContain('已导入 1 行');
  expect(await cell(budget, '项目', 1).inputValue()).toBe('旗帜');

  const right = await importFile(page, budget, 'Category,項目,数量,Unit price\n廣告,=1+1,2,"1,000.5"\n');
  await soon(() => texts(right)).toContain('没有发现问题');
  await right.getByRole('button', { name: '导入 1 行' }).click();
  await soon(() => texts(page.locator('#field-plan-total'))).toBe('¥2,031.00');

  await budget.getByRole('button', { name: '表格工具' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出为 CSV' }).click(),
  ]);
  const exported = await readFile((await download.path()) ?? '', 'utf8');
  expect(exported.split('\r\n')).toEqual([
    '\uFEFF科目,项目,数量,单价,金额',
    '物料,旗帜,3,10.00,30.00',
    "广告,'=1+1,2,1000.50,2001.00",
  ]);

  const owner = await Person.signIn(product.url, 'u08');
  const draft = () => new URL(page.url()).searchParams.get('draft') ?? '';
  await soon(async () =>
    draft() === '' ? undefined : (await owner.get<DraftView>(`/api/drafts/${draft()}`)).values.plan,
  ).toMatchObject({ budget: [{ item: '旗帜' }, { item: '=1+1', price: '1000.50' }] });
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('everything in a table can be done by keyboard alone', async () => {
  const { visitor, page, budget, status } = await openPlan();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await cell(budget, '项目', 1).focus();
  await page.keyboard.type('第一');
  await press('Enter');
  await soon(() => heldBy(page)).toBe('科目，第 2 行');
  await press('Tab');
  await page.keyboard.type('第二');
  await press('Alt+ArrowUp');
  await soon(() => texts(status)).toContain('第 2 行已移到第 1 行');
  expect(await heldBy(page)).toBe('项目，第 1 行');
  await press('ArrowDown');
  expect(await heldBy(page)).toBe('项目，第 2 行');
  await press('Control+d');
  expect(await cell(budget, '项目', 2).inputValue()).toBe('第二');
  await press('Control+Enter');
  await soon(() => budget.locator('[data-row]').count()).toBe(3);
  await soon(() => heldBy(page)).toBe('科目，第 3 行');
  await press('Escape');
  expect(await heldBy(page)).toBe('第 3 行');
  await press('Delete');
  await soon(() => texts(status)).toContain('已删除第 3 行');
  await soon(() => heldBy(page)).toBe('第 2 行');
  await press('Escape', 'Tab', 'Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /快捷键/ }).press('Enter');
  await soon(() => texts(dialog)).toContain('填入上一行同列的内容');
  await press('Escape');
  await soon(() => dialog.count()).toBe(0);
  expect(visitor.complaints()).toEqual([]);
  await visitor.leave();
});

test('in a table of 2,000 rows one types, scrolls, and finds what is wrong far away', async () => {
  const page = await browser.newPage();
  await openTable(page, 2000);
  const drawn = () => page.locator('[data-row]').count();
  expect(await drawn()).toBeLessThan(100);
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('2002');

  await page.locator('.grid-box').evaluate((box) => box.scrollTo(0, box.scrollHeight * 0.6));
  const far = page.locator('#field-form-items-r1201-item');
  await far.fill('');
  await far.blur();
  await page.locator('.grid-box').evaluate((box) => box.scrollTo(0, 0));
  await soon(() => far.count()).toBe(0);
  expect(await drawn()).toBeLessThan(100);

  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('link', { name: '明细 · 项目（第 1201 行）' }).click();
  await soon(() => heldBy(page)).toBe('项目，第 1201 行');
  await page.keyboard.type('改好了');
  for (let count = 0; count < 40; count += 1) await page.keyboard.press('Enter');
  await soon(() => heldBy(page)).toBe('项目，第 1241 行');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await drawn()).toBe(2000);
  await page.close();
});

test('a key press in a table costs the same whether it has 200 rows or 2,000', async () => {
  const counts = [];
  for (const rows of [200, 2000]) {
    const page = await browser.newPage();
    counts.push((await measureCells(page, rows)).text);
    await page.close();
  }
  const [short = 0, long = 0] = counts;
  expect(short).toBeGreaterThan(0);
  expect(Math.abs(long - short) / short).toBeLessThanOrEqual(0.05);
});
