import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandOutcome } from '../../../schemas/generated/api.ts';
import { type Answer, localProblem } from '../../../site/src/api/answer.ts';
import type { CallOptions } from '../../../site/src/api/client.ts';
import { createQueue, type Settled } from '../../../site/src/queue/create-queue.ts';
import type { QueueItem } from '../../../site/src/queue/item.ts';

type Reply = Answer<CommandOutcome>;
type Sent = { readonly key: string | undefined; readonly person: string | undefined; readonly body: unknown };

const done: Reply = { ok: true, value: { id: 'c1', number: 'HZ-1', version: 1, status: 'open' }, etag: undefined };
const refused = (code: string, status: number): Reply => ({ ok: false, problem: { type: '', status, code } });
const offline: Reply = { ok: false, problem: localProblem('offline') };
const lost: Reply = { ok: false, problem: localProblem('no-answer') };

/** What a browser keeps, over all its pages. */
const diskOf = () => new Map<string, QueueItem>();

/** A page with a queue, a server that answers as told, and what reached it. */
function pageWith(disk: Map<string, QueueItem>, ...replies: readonly Reply[]) {
  const sent: Sent[] = [];
  const settled: Settled[] = [];
  let busy = false;
  const queue = createQueue({
    storage: {
      all: async () => [...disk.values()],
      keep: async (item) => void disk.set(item.key, item),
      drop: async (key) => void disk.delete(key),
    },
    client: {
      post: async <T>(_path: string, body: unknown, { key, headers }: CallOptions = {}) => {
        sent.push({ key, person: headers?.['Formloop-Person'], body });
        await Promise.resolve();
        return (replies[sent.length - 1] ?? done) as Answer<T>;
      },
    },
    alone: async (work) => {
      if (busy) return;
      busy = true;
      await work().finally(() => {
        busy = false;
      });
    },
    tell: () => undefined,
    settled: async (news) => void settled.push(news),
  });
  return { queue, sent, settled };
}

const intention = (key: string, more: Partial<QueueItem> = {}) => ({
  key,
  path: '/api/cases/c1/commands',
  body: { do: 'comment', text: key } as const,
  about: { act: 'comment', title: '方案', subject: '冬装', case: 'c1' } as const,
  at: `2026-11-23T01:00:0${key.length}.000Z`,
  tried: false,
  ...more,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what could not be delivered', () => {
  test('is delivered under the same key until it arrives, once', async () => {
    const { queue, sent } = pageWith(diskOf(), offline, lost, refused('unavailable', 503), done);
    await queue.open('u08');
    await queue.add(intention('a'));
    await vi.advanceTimersByTimeAsync(5_000 + 15_000 + 30_000 + 60_000);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent.map(({ key }) => key)).toEqual(['a', 'a', 'a', 'a']);
    expect(queue.state.get()).toMatchObject({ items: [], sent: 1 });
  });

  test('outlives the page: the next one delivers it', async () => {
    const disk = diskOf();
    const before = pageWith(disk, offline);
    await before.queue.open('u08');
    await before.queue.add(intention('a'));
    const after = pageWith(disk);
    await after.queue.open('u08');
    expect(after.sent.map(({ key, person }) => [key, person])).toEqual([['a', 'u08']]);
    expect(disk.size).toBe(0);
  });

  test('goes out in the order it was meant, and what follows waits with it', async () => {
    const { queue, sent } = pageWith(diskOf(), offline);
    await queue.open('u08');
    await queue.add(intention('aaa'));
    await queue.add(intention('a'));
    await queue.flush();
    expect(sent.map(({ key }) => key)).toEqual(['a']);
    await queue.flush();
    expect(sent.map(({ key }) => key)).toEqual(['a', 'a', 'aaa']);
  });

  test('is never delivered for anybody else, nor shown to them', async () => {
    const disk = diskOf();
    const mine = pageWith(disk, offline);
    await mine.queue.open('u08');
    await mine.queue.add(intention('a'));
    const theirs = pageWith(disk);
    await theirs.queue.open('u18');
    await theirs.queue.flush();
    expect([theirs.sent, theirs.queue.state.get().items]).toEqual([[], []]);
    expect(disk.size).toBe(1);
  });

  test('waits for its person when the session has ended, and says so', async () => {
    const { queue, sent } = pageWith(diskOf(), refused('signed-out', 401), done);
    await queue.open('u08');
    await queue.add(intention('a'));
    await queue.flush();
    expect(queue.state.get()).toMatchObject({ signedOut: true, items: [{ key: 'a' }] });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toHaveLength(1);
    await queue.open('u08');
    expect(queue.state.get()).toMatchObject({ signedOut: false, items: [], sent: 1 });
  });

  test('and is refused stays in the list with the reason, and does not hold up the next one', async () => {
    const { queue, settled } = pageWith(diskOf(), refused('stale', 409), done);
    await queue.open('u08');
    await queue.add(intention('a'));
    await queue.add(intention('bb'));
    await queue.flush();
    expect(queue.state.get().items.map(({ key, problem }) => [key, problem?.code])).toEqual([['a', 'stale']]);
    expect(settled.map(({ item, answer }) => [item.key, answer.ok])).toEqual([
      ['a', false],
      ['bb', true],
    ]);
  });

  test('is called off before it leaves, not while it is on its way', async () => {
    const disk = diskOf();
    const { queue, sent } = pageWith(disk);
    await queue.open('u08');
    await queue.add(intention('a'));
    await queue.cancel('a');
    await queue.flush();
    expect([sent, disk.size]).toEqual([[], 0]);
  });

  test('that was changed after a first delivery did arrive gives the outcome of the first', async () => {
    const { queue, sent } = pageWith(diskOf(), refused('idempotency-mismatch', 422), done);
    await queue.open('u08');
    await queue.add(intention('a', { first: { do: 'comment', text: '原来的' } }));
    await queue.flush();
    expect(sent.map(({ body }) => body)).toEqual([
      { do: 'comment', text: 'a' },
      { do: 'comment', text: '原来的' },
    ]);
    expect(queue.state.get()).toMatchObject({ items: [], sent: 1 });
  });

  test('says that it may have arrived once a delivery got no answer', async () => {
    const { queue } = pageWith(diskOf(), offline, lost);
    await queue.open('u08');
    await queue.add(intention('a'));
    await queue.flush();
    expect(queue.state.get().items[0]?.tried).toBe(false);
    await queue.flush();
    expect(queue.state.get().items[0]?.tried).toBe(true);
  });

  test('is told to the page that shows it', async () => {
    const { queue } = pageWith(diskOf(), refused('stale', 409));
    await queue.open('u08');
    const heard: string[] = [];
    queue.onSettled(({ item }) => {
      heard.push(item.key);
      return true;
    });
    await queue.add(intention('a'));
    await queue.flush();
    expect(heard).toEqual(['a']);
  });

  test('is not taken on in a browser that keeps nothing', async () => {
    const { queue } = pageWith(diskOf());
    expect(await queue.add(intention('a'))).toBe(false);
  });

  test('is forgotten when its person signs out; what others queued is not', async () => {
    const disk = diskOf();
    const { queue } = pageWith(disk, offline);
    disk.set('theirs', { ...intention('theirs'), person: 'u18' });
    await queue.open('u08');
    await queue.add(intention('a'));
    await queue.forget();
    expect([...disk.keys()]).toEqual(['theirs']);
  });
});
