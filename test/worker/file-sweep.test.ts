import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileView } from '../../schemas/generated/api.ts';
import { sweepFiles } from '../../worker/src/jobs/sweep-files.ts';
import { Store } from '../../worker/src/store/database.ts';
import { keyOf } from '../../worker/src/store/file-store.ts';
import { claimRemovals } from '../../worker/src/store/file-sweep-store.ts';
import { ask, clock } from './support/api.ts';
import { command, done, taskOf } from './support/campaign.ts';
import { handedOut, handOut, handout, upload, uploaded, utf8 } from './support/handout.ts';
import { publishWith } from './support/workspace.ts';

const DAY_MS = 24 * 3_600_000;
const store = new Store(env.DB);

beforeAll(() => publishWith(handout));
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

const sweep = (bucket: R2Bucket = env.FILES) => sweepFiles(store, bucket, clock.now());
const status = async ({ id }: FileView) => (await ask('GET', `/api/files/${id}`, { as: 'u08' })).status;
const hasContent = async ({ sha256 }: Pick<FileView, 'sha256'>) => (await env.FILES.head(keyOf(sha256))) !== null;
let count = 0;
/** Text that no other file has. */
const fresh = () => {
  count += 1;
  return utf8(`content ${count}`);
};
/** The bucket with something that happens just before content is removed. */
const beforeRemoving = (work: () => Promise<unknown>): R2Bucket => {
  const bucket: Pick<R2Bucket, 'delete'> = {
    async delete(keys) {
      await work();
      await env.FILES.delete(keys);
    },
  };
  return bucket as R2Bucket;
};

describe('a file that nothing names', () => {
  test('goes after a week, with its content', async () => {
    const file = await uploaded('u08', 'a.txt', fresh());
    clock.pass(7 * DAY_MS - 1);
    await sweep();
    expect(await status(file)).toBe(200);
    clock.pass(1);
    await sweep();
    expect([await status(file), await hasContent(file)]).toEqual([404, false]);
    const left = await env.DB.prepare('SELECT * FROM file_removals').all();
    expect(left.results).toEqual([]);
  });

  test('leaves its content to another file that has the same', async () => {
    const content = fresh();
    const [loose, named] = [await uploaded('u08', 'a.txt', content), await uploaded('u08', 'b.txt', content)];
    const notes = await handedOut([]);
    await putIn(notes.id, named);
    clock.pass(8 * DAY_MS);
    await sweep();
    expect([await status(loose), await status(named)]).toEqual([404, 200]);
    expect(await (await ask('GET', `/api/files/${named.id}`, { as: 'u08' })).bytes()).toEqual(content);
  });

  test('stays as long as a draft of its person holds it', async () => {
    const file = await uploaded('u08', 'a.txt', fresh());
    const draft = { process: 'handout', version: 1, values: { closed: { notes: [file] } } };
    await done(ask('PUT', '/api/drafts/with-a-file', { as: 'u08', body: draft }));
    for (let week = 0; week < 3; week += 1) {
      clock.pass(7 * DAY_MS);
      await sweep();
      expect(await status(file)).toBe(200);
    }
    await ask('DELETE', '/api/drafts/with-a-file', { as: 'u08' });
    clock.pass(DAY_MS);
    await sweep();
    expect([await status(file), await hasContent(file)]).toEqual([404, false]);
  });

  test('goes even when its content never arrived', async () => {
    const failing: Pick<R2Bucket, 'put'> = { put: () => Promise.reject(new Error('out of order')) };
    vi.spyOn(console, 'error').mockReturnValueOnce();
    await upload('u23', 'lost.txt', fresh(), { files: failing as R2Bucket });
    clock.pass(8 * DAY_MS);
    await sweep();
    expect(await env.DB.prepare("SELECT count(*) AS n FROM files WHERE person = 'u23'").first()).toEqual({ n: 0 });
  });
});

/** Adds a file to the case as the reader agreed and its starter is asked for notes. */
async function putIn(id: string, file: FileView): Promise<void> {
  const read = await taskOf(id, 'u18');
  await done(command(id, 'u18', { do: 'agree', step: read.step, seen: read.seen }));
  const { step, seen } = await taskOf(id, 'u08');
  await done(command(id, 'u08', { do: 'submit', step, seen, values: { closed: { notes: [file] } } }));
}

describe('a file that an entry names', () => {
  test('stays for good, and the database lets nobody remove it', async () => {
    const file = await uploaded('u08', 'a.txt', fresh());
    await putIn((await handedOut([])).id, file);
    clock.pass(1000 * DAY_MS);
    await sweep();
    expect([await status(file), await hasContent(file)]).toEqual([200, true]);
    await expect(env.DB.prepare('DELETE FROM files WHERE id = ?').bind(file.id).run()).rejects.toThrow('FOREIGN KEY');
  });

  test('is refused when it was swept between reading and writing, and nothing is recorded', async () => {
    const file = await uploaded('u08', 'p.pdf', utf8('%PDF-1.7 late'));
    const before = await env.DB.prepare('SELECT count(*) AS n FROM entries').first();
    let swept = false;
    const slow: Pick<D1Database, 'prepare' | 'batch'> = {
      prepare: (query) => env.DB.prepare(query),
      async batch<T>(statements: D1PreparedStatement[]) {
        const results = await env.DB.batch<T>(statements);
        if (!swept) {
          clock.pass(7 * DAY_MS);
          await sweep();
        }
        swept = true;
        return results;
      },
    };
    const refused = await handOut([file], { db: slow as D1Database });
    expect(await refused.json()).toMatchObject({ status: 422, issues: [{ code: 'unknown-file' }] });
    expect(await env.DB.prepare('SELECT count(*) AS n FROM entries').first()).toEqual(before);
  });
});

/** A database that says when an upload, which asks it twice, asks a third time: it was told to wait. */
function watchingForRetry() {
  const { promise: waits, resolve } = Promise.withResolvers<void>();
  let batches = 0;
  const db: Pick<D1Database, 'prepare' | 'batch'> = {
    prepare: (query) => env.DB.prepare(query),
    batch<T>(statements: D1PreparedStatement[]) {
      batches += 1;
      if (batches === 3) resolve();
      return env.DB.batch<T>(statements);
    },
  };
  return { db: db as D1Database, waits };
}

describe('the same content uploaded while it is being removed', () => {
  test('is there when the upload is done', async () => {
    const content = fresh();
    const old = await uploaded('u08', 'old.txt', content);
    clock.pass(8 * DAY_MS);
    const { db, waits } = watchingForRetry();
    const uploading: Promise<Response>[] = [];
    const uploadNow = () => {
      const one = upload('u08', 'new.txt', content, { db });
      uploading.push(one);
      return Promise.race([one, waits]);
    };
    await sweep(beforeRemoving(uploadNow));
    const [anew] = await Promise.all(uploading.map((one) => done<FileView>(one)));
    expect(anew?.sha256).toBe(old.sha256);
    expect(await (await ask('GET', `/api/files/${anew?.id}`, { as: 'u08' })).bytes()).toEqual(content);
  });

  test('calls a removal off that nobody has begun', async () => {
    const content = fresh();
    const old = await uploaded('u08', 'old.txt', content);
    await env.DB.prepare('DELETE FROM files WHERE id = ?').bind(old.id).run();
    const anew = await uploaded('u08', 'new.txt', content);
    await sweep();
    expect(await hasContent(anew)).toBe(true);
  });

  test('waits for a run that has died until another takes over', async () => {
    const content = fresh();
    const old = await uploaded('u08', 'old.txt', content);
    await env.DB.prepare('DELETE FROM files WHERE id = ?').bind(old.id).run();
    expect(await claimRemovals(store, 'died', clock.now(), 10)).toContain(old.sha256);
    const soon = vi.spyOn(Math, 'random').mockReturnValue(0);
    await sweep();
    const refused = await upload('u08', 'new.txt', content);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'busy' });
    soon.mockRestore();
    clock.pass(3_600_000);
    await sweep();
    expect(await hasContent(old)).toBe(false);
    expect(await hasContent(await uploaded('u08', 'new.txt', content))).toBe(true);
  });

  test('is never lost, however many sweeps and uploads meet', async () => {
    const contents = [fresh(), fresh()];
    for (let round = 0; round < 8; round += 1) {
      clock.pass(7 * DAY_MS);
      const uploads = contents.map((content) => uploaded('u08', `${round}.txt`, content));
      const [, , ...files] = await Promise.all([sweep(), sweep(), ...uploads]);
      for (const file of files) expect(await hasContent(file)).toBe(true);
    }
  });
});
