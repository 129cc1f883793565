import { describe, expect, test } from 'vitest';
import {
  continued,
  emptyList,
  failed,
  firstPage,
  type ListState,
  type Page,
  renewed,
} from '../../../site/src/api/list-state.ts';

const u1 = { id: 'u1', name: '唐晓雯', posts: [] };
const u2 = { id: 'u2', name: '沈慧', posts: [] };
interface Rows extends Page {
  readonly items: readonly { readonly id: string }[];
}

const first: Rows = { items: [{ id: 'c' }, { id: 'b' }], next: 'after-b', people: { u1 }, units: {} };
const second: Rows = { items: [{ id: 'a' }], people: { u2 }, units: {} };
const newer: Rows = { items: [{ id: 'd' }, { id: 'c' }], next: 'after-c', people: { u1 }, units: {} };
const offline = { type: '/problems/offline', status: 0, code: 'offline' };

const ids = (list: ListState<Rows>) => list.items.map(({ id }) => id).join('');
const one = firstPage(first);
const two = continued({ ...one, loadingMore: true }, second);

describe('a list that is read page by page', () => {
  test('shows the first page and knows where it goes on', () => {
    expect(one).toMatchObject({ status: 'ready', next: 'after-b', pages: 1, stale: false });
    expect(ids(one)).toBe('cb');
  });

  test('adds the next page with its people, until nothing follows', () => {
    expect(two).toMatchObject({ next: undefined, pages: 2, loadingMore: false, people: { u1, u2 } });
    expect(ids(two)).toBe('cba');
  });

  test('takes over news while one page is shown', () => expect(ids(renewed(one, newer))).toBe('dc'));

  test('only marks news while several are shown, so that nothing jumps', () => {
    expect(renewed(two, newer)).toMatchObject({ stale: true, pages: 2 });
    expect(ids(renewed(two, newer))).toBe('cba');
  });

  test('marks nothing when the beginning is as before', () => expect(renewed(two, first).stale).toBe(false));

  test('waits with news while the next page is on its way, so that no row is missed', () => {
    expect(ids(renewed({ ...one, loadingMore: true }, newer))).toBe('cb');
  });

  test('that shows nothing says that it failed, and recovers', () => {
    const broken = failed<Rows>(emptyList, offline);
    expect(broken).toMatchObject({ status: 'failed', problem: offline });
    expect(ids(renewed(broken, first))).toBe('cb');
  });

  test('that shows something keeps it and says what failed beside it', () => {
    const broken = failed({ ...one, loadingMore: true }, offline);
    expect(broken).toMatchObject({ status: 'ready', problem: offline, loadingMore: false });
    expect(ids(broken)).toBe('cb');
  });
});
