import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftView, SaveDraft } from '../../../schemas/generated/api.ts';
import { type Answer, localProblem } from '../../../site/src/api/answer.ts';
import { createDraftKeeper } from '../../../site/src/form/draft-keeper.ts';
import { readCopy } from '../../../site/src/session/local-copy.ts';

const AT = '2026-11-22T02:24:00.000Z';

const draftOf = (body: SaveDraft, revision: number): DraftView => ({
  ...body,
  id: 'draft-1',
  title: '方案',
  savedAt: AT,
  revision,
});

/** A keeper over a form with one text, and a server that answers with `reply`. */
function keeperWith(reply: (body: SaveDraft, count: number) => Answer<DraftView>) {
  const bodies: SaveDraft[] = [];
  let name = '';
  const put = async (_path: string, body: unknown) => {
    const sent = body as SaveDraft;
    bodies.push(sent);
    return reply(sent, bodies.length) as Answer<never>;
  };
  const keeper = createDraftKeeper({
    id: 'draft-1',
    person: 'u08',
    client: { put, delete: async () => ({ ok: true, value: null, etag: undefined }) },
    about: { process: 'plan', version: 1 },
    values: () => ({ plan: { name } }),
    revision: undefined,
    now: () => Date.parse(AT),
  });
  const type = (text: string) => {
    name = text;
    keeper.changed();
  };
  return { keeper, bodies, type };
}

const saved = (body: SaveDraft, revision: number): Answer<DraftView> => ({
  ok: true,
  value: draftOf(body, revision),
  etag: undefined,
});

beforeEach(() => {
  vi.useFakeTimers();
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a draft', () => {
  test('is saved a moment after the last key, once', async () => {
    const { keeper, bodies, type } = keeperWith(saved);
    type('a');
    await vi.advanceTimersByTimeAsync(1000);
    type('ab');
    expect(keeper.state.get().status).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1500);
    expect(bodies.map(({ values }) => values)).toEqual([{ plan: { name: 'ab' } }]);
    expect(keeper.state.get()).toEqual({ status: 'saved', at: AT });
    expect(readCopy('draft-1', 'u08')).toBeUndefined();
  });

  test('is based on the revision that was saved last', async () => {
    const { bodies, type } = keeperWith(saved);
    type('a');
    await vi.advanceTimersByTimeAsync(1500);
    type('b');
    await vi.advanceTimersByTimeAsync(1500);
    expect(bodies.map(({ revision }) => revision)).toEqual([undefined, 1]);
  });

  test('stays in this browser while the network is down, and is sent when it is back', async () => {
    const { keeper, type } = keeperWith((body, count) =>
      count === 1 ? { ok: false, problem: localProblem('offline') } : saved(body, 1),
    );
    type('a');
    await vi.advanceTimersByTimeAsync(1500);
    expect(keeper.state.get().status).toBe('offline');
    expect(keeper.atRisk()).toBe(true);
    expect(readCopy('draft-1', 'u08')?.values).toEqual({ plan: { name: 'a' } });
    await keeper.flush();
    expect(keeper.state.get().status).toBe('saved');
    expect(keeper.atRisk()).toBe(false);
  });

  test('saved elsewhere meanwhile waits for a choice and overwrites nothing', async () => {
    const theirs = draftOf({ process: 'plan', version: 1, values: { plan: { name: '他' } } }, 5);
    const conflict: Answer<DraftView> = {
      ok: false,
      problem: { type: '', status: 409, code: 'draft-conflict', params: { draft: theirs } },
    };
    const { keeper, bodies, type } = keeperWith((body, count) => (count === 1 ? conflict : saved(body, 6)));
    type('我');
    await vi.advanceTimersByTimeAsync(1500);
    expect(keeper.state.get()).toEqual({ status: 'conflict', theirs });
    type('我们');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(bodies).toHaveLength(1);
    await keeper.keepMine(theirs);
    expect(bodies[1]).toMatchObject({ revision: 5, values: { plan: { name: '我们' } } });
    expect(keeper.state.get().status).toBe('saved');
  });

  test('is not saved any more once it was submitted', async () => {
    const { keeper, bodies, type } = keeperWith(saved);
    type('a');
    keeper.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(bodies).toHaveLength(0);
    expect(keeper.atRisk()).toBe(false);
  });

  test('is not saved while what it holds is being submitted or waits for the network', async () => {
    const { keeper, bodies, type } = keeperWith(saved);
    type('a');
    await keeper.pause();
    type('ab');
    await vi.advanceTimersByTimeAsync(60_000);
    await keeper.flush();
    expect(bodies).toEqual([]);
    await keeper.resume();
    expect(bodies.map(({ values }) => values)).toEqual([{ plan: { name: 'ab' } }]);
  });

  test('is kept in this browser for its person alone', async () => {
    const { type } = keeperWith(() => ({ ok: false, problem: localProblem('offline') }));
    type('a');
    await vi.advanceTimersByTimeAsync(1500);
    expect(readCopy('draft-1', 'u18')).toBeUndefined();
    expect(readCopy('draft-1', 'u08')?.values).toEqual({ plan: { name: 'a' } });
  });
});
