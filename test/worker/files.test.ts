import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileView } from '../../schemas/generated/api.ts';
import { UPLOADS_A_DAY } from '../../worker/src/store/file-store.ts';
import { ask, clock } from './support/api.ts';
import { agree, done, submit } from './support/campaign.ts';
import { bytes, handedOut, handOut, handout, PNG, upload, uploaded, utf8, zipped } from './support/handout.ts';
import { publishWith } from './support/workspace.ts';

const MEGABYTE = 1024 * 1024;

beforeAll(() => publishWith(handout));
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

const get = (as: string, address: string, headers = {}): Promise<Response> =>
  ask('GET', `/api/files/${address}`, { as, headers });

describe('what a file is', () => {
  test.each([
    ['图.png', PNG, 'image/png'],
    ['p.JPG', bytes('\xff\xd8\xff\xe0..JFIF'), 'image/jpeg'],
    ['p.gif', bytes('GIF89a....'), 'image/gif'],
    ['p.webp', bytes('RIFF....WEBPVP8 '), 'image/webp'],
    ['p.heic', bytes('\0\0\0\x18ftypheic'), 'image/heic'],
    ['d.pdf', bytes('%PDF-1.7'), 'application/pdf'],
    ['d.docx', zipped('word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['发票.ofd', zipped('OFD.xml'), 'application/ofd'],
    ['d.wps', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'application/kswps'],
    ['s.xlsx', zipped('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.zip', zipped('x'), 'application/zip'],
    ['a.rar', bytes('Rar!\x1a\x07\x01\0'), 'application/vnd.rar'],
    ['a.mp3', bytes('\xff\xfb\x90\0'), 'audio/mpeg'],
    ['v.mov', bytes('\0\0\0\x14ftypqt  '), 'video/quicktime'],
    ['utf-8.csv', utf8('科目,金额'), 'text/csv'],
    ['gbk.txt', bytes('\xc4\xe3\xba\xc3\r\n'), 'text/plain'],
    ['utf-16.txt', bytes('\xff\xfe\x60\x4f'), 'text/plain'],
  ])('is found out from %s and its content', async (name, content, type) => {
    expect(await uploaded('u08', name, content)).toMatchObject({ name, type, size: content.byteLength });
  });

  test.each([
    ['page.html', utf8('<script>alert(1)</script>'), 'unsupported-file'],
    ['page.xhtml', utf8('<html xmlns="http://www.w3.org/1999/xhtml"/>'), 'unsupported-file'],
    ['picture.svg', utf8('<svg onload="alert(1)"/>'), 'unsupported-file'],
    ['program.exe', bytes('MZ'), 'unsupported-file'],
    ['plan.docm', zipped('word/vbaProject.bin'), 'unsupported-file'],
    ['no-ending', utf8('x'), 'unsupported-file'],
    ['.htaccess', utf8('x'), 'unsupported-file'],
    ['', utf8('x'), 'unsupported-file'],
    ['picture.png', utf8('<svg onload="alert(1)"/>'), 'disguised-file'],
    ['photo.png', bytes('GIF89a/*'), 'disguised-file'],
    ['paper.pdf', utf8('<html>%PDF-1.7'), 'disguised-file'],
    ['plan.docx', zipped('payload.exe'), 'disguised-file'],
    ['plan.xlsx', utf8('PK\x03\x04 but no archive'), 'disguised-file'],
    ['sound.mp3', bytes('\xff\xd8\xff'), 'disguised-file'],
    ['notes.txt', bytes('a\0b'), 'disguised-file'],
    ['program.txt', bytes('MZ\x90\x03\xff\x80'), 'disguised-file'],
    ['empty.png', bytes(''), 'disguised-file'],
  ])('makes %s refused when it is none of ours', async (name, content, code) => {
    expect(await (await upload('u08', name, content)).json()).toMatchObject({ status: 415, code });
  });

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\x\\plan.txt', 'plan.txt'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie: x.txt'],
    ['gnp\u202etxt.txt', 'gnptxt.txt'],
    ['cafe\u0301.txt', 'café.txt'],
    [`${'报'.repeat(300)}.txt`, `${'报'.repeat(250)}….txt`],
    [`${'𠮷'.repeat(130)}.txt`, `${'𠮷'.repeat(125)}….txt`],
  ])('is named without tricks: %j', async (sent, kept) => {
    const file = await uploaded('u08', sent, utf8('x'));
    expect(file.name).toBe(kept);
    const sane = /^attachment; filename="[\w.-]{1,255}"; filename\*=UTF-8''[\w.%~!-]+$/;
    expect((await get('u08', file.id)).headers.get('Content-Disposition')).toMatch(sane);
  });
});

describe('reading', () => {
  test('gives back what was sent, as a download', async () => {
    const file = await uploaded('u08', '预算 "明细".csv', utf8('科目,金额\n礼品,100\n'));
    const response = await get('u08', file.id);
    expect(await response.text()).toBe('科目,金额\n礼品,100\n');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition':
        'attachment; filename="_______.csv"; filename*=UTF-8\'\'%E9%A2%84%E7%AE%97%20%22%E6%98%8E%E7%BB%86%22.csv',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/csv',
      'content-length': '25',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['a picture that is also a script', 'p.gif', bytes('GIF89a/*..*/=1;alert(1)'), 'inline', 'image/gif'],
    ['a paper that is also a page', 'p.pdf', bytes('%PDF-1.7\n<html><script>'), 'attachment', 'application/pdf'],
    ['a page that calls itself text', 'p.txt', utf8('<html><script>alert(1)</script>'), 'attachment', 'text/plain'],
    ['a picture not every browser draws', 'p.heic', bytes('\0\0\0\x18ftypheic'), 'attachment', 'image/heic'],
  ])('shows %s under its one type and lets nothing run', async (_, name, content, how, type) => {
    const file = await uploaded('u08', name, content);
    const { headers } = await get('u08', `${file.id}?inline=1`);
    expect(headers.get('Content-Disposition')).toMatch(new RegExp(`^${how};`));
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
  });

  test('sends a picture once, and asks each time whether it may be seen', async () => {
    const picture = await uploaded('u08', 'p.png', PNG);
    const { id } = await handedOut([picture]);
    const address = `${picture.id}?case=${id}&inline=1`;
    const first = await get('u18', address);
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    const known = { 'If-None-Match': first.headers.get('ETag') ?? '' };
    const second = await get('u18', address, known);
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect((await get('u20', address, known)).status).toBe(404);
    expect((await get('u08', `${picture.id}?inline=2`)).status).toBe(400);
  });

  test('is for its person and for those who see the field it is in', async () => {
    const [paper, note] = [
      await uploaded('u08', 'p.pdf', bytes('%PDF-')),
      await uploaded('u08', 'n.txt', utf8('内部')),
    ];
    const { id } = await handedOut([paper]);
    await agree(id, 'u18');
    await submit(id, 'u08', { closed: { notes: [note] } });
    const other = await handedOut([]);
    const statuses = (as: string, ...addresses: string[]) =>
      Promise.all(addresses.map(async (address) => (await get(as, address)).status));
    expect(await statuses('u18', `${paper.id}?case=${id}`, `${note.id}?case=${id}`)).toEqual([200, 404]);
    expect(await statuses('u18', paper.id, `${paper.id}?case=${other.id}`, `${paper.sha256}?case=${id}`)).toEqual([
      404, 404, 404,
    ]);
    expect(await statuses('u18', encodeURIComponent(`files/${paper.sha256}`))).toEqual([404]);
    expect(await statuses('u20', `${paper.id}?case=${id}`)).toEqual([404]);
    expect((await ask('GET', `/api/files/${paper.id}`)).status).toBe(401);
  });
});

describe('a form', () => {
  test('takes a file only as it was recorded, and only from its person', async () => {
    const [mine, foreign] = [
      await uploaded('u08', 'p.pdf', bytes('%PDF-')),
      await uploaded('u18', 'q.pdf', bytes('%PDF-')),
    ];
    const wrong = [
      { ...mine, id: 'f'.repeat(32) },
      { ...mine, sha256: '0'.repeat(64) },
      { ...mine, name: 'q.pdf' },
      { ...mine, size: 1 },
      { ...mine, type: 'image/png' },
      foreign,
    ];
    for (const file of wrong) {
      expect(await (await handOut([file])).json()).toMatchObject({
        status: 422,
        issues: [{ code: 'unknown-file', path: '/open/papers/0' }],
      });
    }
    const { id } = await handedOut([mine]);
    const log = await done(ask('GET', `/api/cases/${id}/events`, { as: 'u08' }));
    expect(JSON.stringify(log)).toContain(mine.sha256);
  });

  test('is held to its kinds, sizes and number of files', async () => {
    const sheet = await uploaded('u08', 's.csv', utf8('a,b'));
    const big = await uploaded('u08', 'b.png', new Uint8Array([...PNG, ...new Uint8Array(MEGABYTE)]));
    const papers = await Promise.all(['1.pdf', '2.pdf', '3.pdf'].map((name) => uploaded('u08', name, bytes('%PDF-'))));
    expect(await (await handOut([sheet, big])).json()).toMatchObject({
      issues: [
        { code: 'file-type', path: '/open/papers/0', params: { name: 's.csv', accept: 'documents,pictures' } },
        { code: 'file-too-big', path: '/open/papers/1', params: { name: 'b.png', max: 1 } },
      ],
    });
    expect(await (await handOut(papers)).json()).toMatchObject({ issues: [{ code: 'too-many', params: { max: 2 } }] });
  });
});

describe('an upload', () => {
  test('is at most ten megabytes', async () => {
    expect((await upload('u08', 'big.txt', new Uint8Array(10 * MEGABYTE + 1).fill(97))).status).toBe(413);
    expect((await upload('u08', 'big.txt', new Uint8Array(10 * MEGABYTE).fill(97))).status).toBe(201);
  });

  test.each([
    ['files', UPLOADS_A_DAY.files, 1],
    ['bytes', 50, UPLOADS_A_DAY.bytes / 50],
  ])('beyond a day’s %s waits until the day is over', async (_, count, size) => {
    const person = `p-${size}`;
    await env.DB.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO files (id, sha256, name, type, size, person, at) SELECT ? || i, 'x', 'n', 't', ?, 'u21', ? FROM n`,
    )
      .bind(count, person, size, clock.now())
      .run();
    const refused = await upload('u21', 'one more.png', PNG);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'upload-limit', params: UPLOADS_A_DAY });
    expect((await upload('u22', 'others.png', PNG)).status).toBe(201);
    clock.pass(24 * 3_600_000);
    expect((await upload('u21', 'next day.png', PNG)).status).toBe(201);
    await env.DB.prepare("DELETE FROM files WHERE person = 'u21'").run();
  });

  test('whose content did not arrive can be neither read nor attached', async () => {
    const failing = { put: () => Promise.reject(new Error('out of order')) } as Partial<R2Bucket> as R2Bucket;
    vi.spyOn(console, 'error').mockReturnValueOnce();
    expect((await upload('u23', 'lost.png', PNG, { files: failing })).status).toBe(500);
    const lost = await env.DB.prepare(
      "SELECT id, sha256, name, size, type FROM files WHERE person = 'u23'",
    ).first<FileView>();
    expect((await get('u23', lost?.id ?? '')).status).toBe(404);
    const body = { process: 'handout', values: { open: { what: 'x', reader: 'u18', papers: [lost] } } };
    const refused = await ask('POST', '/api/cases', { as: 'u23', body });
    expect(await refused.json()).toMatchObject({ issues: [{ code: 'unknown-file' }] });
  });

  test('that the database cannot take for a moment may be sent again', async () => {
    let calls = 0;
    const shaky: Pick<D1Database, 'prepare' | 'batch'> = {
      prepare: (query) => env.DB.prepare(query),
      batch: (statements) => {
        calls += 1;
        return calls === 2 ? Promise.reject(new Error('D1_ERROR: Network connection lost.')) : env.DB.batch(statements);
      },
    };
    const refused = await upload('u08', 'p.png', PNG, { db: shaky as D1Database });
    expect(await refused.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect((await upload('u08', 'p.png', PNG)).status).toBe(201);
  });
});
