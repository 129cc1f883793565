import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';
import { refused, soon, Visitor } from './visitor.ts';

/** Files are chosen, dropped, pasted, refused, removed and looked at; on a desk and on a phone. */
let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await serve();
  await fetch(`${product.url}/api/development/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-11-02T01:00:00.000Z' }),
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const values = withRows(valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {});

/** A plan that is filled in but for its files; a draft of u08. */
async function openDraft(visitor: Visitor, id: string): Promise<Page> {
  await visitor.enter('u08');
  const draft = { process: 'campaign-approval', version: 1, values };
  const saved = await visitor.context.request.put(`${product.url}/api/drafts/${id}`, { data: draft });
  expect(saved.status()).toBe(200);
  return visitor.open(`/fill/?draft=${id}`);
}

const pdf = (name: string, size = 9) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(Math.max(size - 9, 0))]),
});
const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });
const namesIn = (page: Page) => page.locator('.files-box a.file-name').allTextContents();

/** Drops or pastes files the way a desktop hands them over. */
const handOver = (page: Page, how: 'drop' | 'paste', name: string, content: Buffer) =>
  page.locator('.files-box').evaluate(
    (box, { how: type, name: called, bytes }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(bytes)], called, { type: 'image/png' }));
      const init = { bubbles: true, cancelable: true };
      box.dispatchEvent(
        type === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: carried })
          : new ClipboardEvent('paste', { ...init, clipboardData: carried }),
      );
    },
    { how, name, bytes: [...content] },
  );

test('files are chosen, dropped and pasted, refused with the reason, removed and put back, and read by others', async () => {
  const visitor = await Visitor.come(browser, product.url);
  const page = await openDraft(visitor, 'draft-with-files');
  const picture = await page.screenshot();
  await page
    .locator('.files-box input[type=file]')
    .first()
    .setInputFiles([
      pdf('方案.pdf'),
      { name: '页面.html', mimeType: 'text/html', buffer: Buffer.from('<script>') },
      { name: '录音.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3') },
      pdf('太大.pdf', 5 * 1024 * 1024 + 1),
      png('伪装.png', Buffer.from('<svg onload="alert(1)"/>')),
      png('现场.png', picture),
    ]);
  await soon(() => namesIn(page)).toEqual(['方案.pdf', '现场.png']);
  for (const reason of ['不支持这种文件', '这里只收图片、文档', '超过 5 MB', '文件内容与扩展名不符']) {
    await page.locator('.file-failure', { hasText: reason }).waitFor();
  }
  await handOver(page, 'drop', '拖入.png', picture);
  await handOver(page, 'paste', 'image.png', picture);
  await soon(() => namesIn(page)).toEqual(['方案.pdf', '现场.png', '拖入.png', '粘贴的图片.png']);
  expect(await page.locator('.file-failure').count()).toBe(0);

  await page.getByRole('button', { name: '移除附件“现场.png”' }).click();
  await page.getByText('已移除“现场.png”').waitFor();
  await page.keyboard.press('Enter');
  await soon(() => namesIn(page)).toEqual(['方案.pdf', '现场.png', '拖入.png', '粘贴的图片.png']);
  expect(visitor.complaints(refused(415))).toEqual([]);

  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/case\/\?id=/);
  const reader = await Visitor.come(browser, product.url, { locale: 'en', theme: 'dark' });
  await reader.enter('u18');
  const read = await reader.open(page.url().slice(product.url.length));
  await read.getByRole('button', { name: 'Look at the picture “现场.png”' }).click();
  const shown = read.getByRole('dialog', { name: '现场.png' });
  await soon(() => shown.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1440);
  await read.keyboard.press('ArrowRight');
  await read.getByRole('dialog', { name: '拖入.png' }).getByText('2 of 3').waitFor();
  await read.keyboard.press('Escape');
  await read.getByRole('button', { name: 'Look at the picture “现场.png”' }).waitFor();
  await soon(() => read.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toContain('现场.png');
  const [download] = await Promise.all([
    read.waitForEvent('download'),
    read.getByRole('link', { name: '方案.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('方案.pdf');
  expect(reader.complaints()).toEqual([]);
  await Promise.all([visitor.leave(), reader.leave()]);
});

test('an upload that the network breaks off holds the form back and goes on by itself', async () => {
  const visitor = await Visitor.come(browser, product.url, { screen: 'phone' });
  const page = await openDraft(visitor, 'draft-on-a-phone');
  expect(await page.locator('.files-box input[capture]').getAttribute('accept')).toBe('image/*');
  await page.getByText('拍照', { exact: true }).waitFor();
  await visitor.context.setOffline(true);
  await page.locator('.files-box input[capture]').setInputFiles(png('拍的.png', await page.screenshot()));
  await page.locator('.file-failure').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('附件还没有传完').first().waitFor();
  await visitor.context.setOffline(false);
  await soon(() => namesIn(page)).toEqual(['拍的.png']);
  await soon(() => page.getByText('附件还没有传完').count()).toBe(0);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/case\/\?id=/);
  await visitor.leave();
});

test('a file that is also something else runs nothing when it is opened', async () => {
  const visitor = await Visitor.come(browser, product.url);
  await visitor.enter('u08');
  const keep = async (name: string, content: string): Promise<string> => {
    const answer = await visitor.context.request.post(`${product.url}/api/files`, {
      headers: { 'x-file-name': name, origin: product.url },
      data: Buffer.from(content, 'latin1'),
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const gif = await keep('both.gif', 'GIF89a/*\x01\x00*/=1;globalThis.pwned=true//');
  const page = await visitor.open('/');
  const asScript = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = () => resolve('ran');
        script.onerror = () => resolve('refused');
        script.src = address;
        document.head.append(script);
      }),
    `/api/files/${gif}?inline=1`,
  );
  expect(asScript).toBe('refused');
  const opened = await page.goto(`${product.url}/api/files/${gif}?inline=1`);
  expect(opened?.headers()['content-type']).toBe('image/gif');
  for (const [name, content] of [
    ['both.pdf', '%PDF-1.7\n<html><script>globalThis.pwned=true</script>'],
    ['both.txt', '<html><script>globalThis.pwned=true</script>'],
  ] as const) {
    const id = await keep(name, content);
    const saved = page.waitForEvent('download');
    await page.goto(`${product.url}/api/files/${id}?inline=1`).catch(() => undefined);
    expect((await saved).suggestedFilename()).toBe(name);
  }
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
  await visitor.leave();
});
